extension Scratchpad {
    /// The scratchpad in lines of text. Of long rows nothing is left out.
    package var textLines: [String] {
        switch drawing.content {
        case .columns(let columns), .tape(let columns), .grid(let columns): lines(of: columns)
        case .bars(let bars): lines(of: bars)
        case .camera(let scene):
            [
                "azimuth \(scene.pose.azimuth), elevation \(scene.pose.elevation)",
                "target azimuth \(scene.target.azimuth), elevation \(scene.target.elevation)",
            ]
        }
    }

    /// Pointers are brackets around what they stand on.
    private func lines(of columns: ColumnDrawing) -> [String] {
        let cells = cells
        let width = (columns.rows.map(\.name.count).max() ?? 0) + 2
        let longest = columns.rows.compactMap { cells[$0.cell].placeCount }.max() ?? 0
        let rows = columns.rows.indices.map { index in
            let row = columns.rows[index]
            let count = cells[row.cell].placeCount ?? 0
            let pointed = row.pointers(of: cells).map { value(of: $0, at: 0) }
            let isLeft = columns.side(of: index) == .left
            let symbols = (isLeft ? Array(0..<count) : (0..<count).reversed()).map { place in
                let symbol = value(of: row.cell, at: place).map { cells[row.cell].text(of: $0) } ?? "."
                return pointed.contains(place) ? "[\(symbol)]" : " \(symbol) "
            }
            let indent = isLeft ? 0 : 3 * (longest - count)
            let line = row.name + String(repeating: " ", count: width - row.name.count + indent) + symbols.joined()
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
        return rows + columns.counters.map { "\(cells[$0].name.uppercased()) \(value(of: $0, at: 0) ?? 0)" }
    }

    private func lines(of bars: BarDrawing) -> [String] {
        let cells = cells
        let count = cells[bars.values].placeCount ?? 0
        var parts = bars.pointers.enumerated().map { number, pointer in
            "pointer \(number + 1) at place \((value(of: pointer, at: 0) ?? 0) + 1)"
        }
        if let counter = bars.counter { parts.append("passes done: \(value(of: counter, at: 0) ?? 0)") }
        return [
            (0..<count).map { value(of: bars.values, at: $0).map(cells[bars.values].text(of:)) ?? "." }
                .joined(separator: " "),
            parts.joined(separator: ", "),
        ]
    }
}
