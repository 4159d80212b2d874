extension Scratchpad {
    /// The scratchpad in lines of text. Of long rows nothing is left out.
    package var textLines: [String] {
        switch drawing.content {
        case .columns(let columns): lines(of: columns)
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
        let width = (columns.rows.map(\.name.count).max() ?? 0) + 2
        return columns.rows.map { row in
            let count = cells[row.cell].placeCount ?? 0
            let pointer = value(of: row.pointer, at: 0)
            let places = columns.origin == .left ? Array(0..<count) : (0..<count).reversed()
            let symbols = places.map { place in
                let symbol = value(of: row.cell, at: place).map(String.init) ?? "."
                return pointer == place ? "[\(symbol)]" : " \(symbol) "
            }
            let line = row.name + String(repeating: " ", count: width - row.name.count) + symbols.joined()
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }

    private func lines(of bars: BarDrawing) -> [String] {
        let count = cells[bars.values].placeCount ?? 0
        var parts = bars.pointers.enumerated().map { number, pointer in
            "pointer \(number + 1) at place \((value(of: pointer, at: 0) ?? 0) + 1)"
        }
        if let counter = bars.counter { parts.append("passes done: \(value(of: counter, at: 0) ?? 0)") }
        return [
            (0..<count).map { value(of: bars.values, at: $0).map(String.init) ?? "." }.joined(separator: " "),
            parts.joined(separator: ", "),
        ]
    }
}
