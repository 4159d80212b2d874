import NPIKit

/// How alike the keys of any two programs are, as a square of colours, or of tenths where there are no colours.
struct KeyMatrix {
    let look: MemoryLook

    private static let nameWidth = 14
    private static let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")

    private var count: Int { look.memory.keys.count }

    /// The columns that it needs for all programs.
    var width: Int { max(Self.nameWidth + 2 * count, 34) }

    func draw(on canvas: inout Canvas) {
        let area = canvas.bounds
        guard area.height > 1 else { return }
        // Below the square stand some words, where there is room.
        let words = min(max(area.height - count - 2, 0), 4)
        let shownRows = min(area.height - 1 - words, count)
        let first = min(max((look.running ?? 0) - shownRows / 2, 0), max(count - shownRows, 0))
        let columns = min(max((area.width - Self.nameWidth) / 2, 0), count)
        for column in 0..<columns {
            canvas.write(letter(column), at: Point(Self.nameWidth + 2 * column + 1, 0), style: .dim)
        }
        for row in first..<(first + shownRows) {
            let y = 1 + row - first
            drawName(row, in: Rect(0, y, Self.nameWidth - 1, 1), on: &canvas)
            for column in 0..<columns { drawCell(row, column, at: Point(Self.nameWidth + 2 * column, y), on: &canvas) }
        }
        if shownRows < count, columns == count {
            let text = StyledText("rows \(first + 1)-\(first + shownRows) of \(count)", .dim)
            canvas.within(area.row(0).inset(left: Self.nameWidth + 2 * columns + 2)) { row in
                if text.columns <= row.bounds.width { row.write(text, in: row.bounds, align: .right) }
            }
        }
        canvas.within(area.inset(top: shownRows + 2)) { drawWords(on: &$0) }
    }

    private func drawName(_ row: Int, in place: Rect, on canvas: inout Canvas) {
        if row == look.running { canvas.put(canvas.glyphs.current, at: place.origin, style: Style(.position)) }
        canvas.write(letter(row), at: Point(1, place.minY), style: .dim)
        canvas.write(StyledText(look.name(row), look.style(row)), in: place.inset(left: 3))
    }

    private func drawCell(_ row: Int, _ column: Int, at point: Point, on canvas: inout Canvas) {
        let value = look.memory.similarity(row, column)
        if look.hasColors {
            canvas.fill(Rect(point.x, point.y, 2, 1), style: Style(.text, on: StyleName.heat(value)))
        } else {
            let tenths = Int((value * 10).rounded())
            let text = tenths == 10 ? "##" : tenths == 0 ? " ." : tenths < 0 ? "\(tenths)" : " \(tenths)"
            canvas.write(String(text.prefix(2)), at: point, style: row == column ? .dim : Style(.value))
        }
    }

    /// Says it in words for the program that runs.
    private func drawWords(on canvas: inout Canvas) {
        guard let running = look.running else { return }
        let near = look.memory.nearest(to: running)
        guard let nearest = near.first, let furthest = near.last, near.count > 1 else { return }
        let lines = [
            "\(look.name(running)) runs. Of all keys, its key",
            "is most like \(look.name(nearest.row)): \(Self.text(nearest.similarity)),",
            "least like \(look.name(furthest.row)): \(Self.text(furthest.similarity)).",
        ]
        for (row, line) in lines.enumerated() { canvas.write(StyledText(line, .dim), in: canvas.bounds.row(row)) }
    }

    private func letter(_ row: Int) -> String { row < Self.letters.count ? String(Self.letters[row]) : "." }

    /// Two decimals: "-0.31".
    private static func text(_ value: Float) -> String {
        let hundredths = Int((abs(value) * 100).rounded())
        let digits = hundredths % 100
        return "\(value < 0 && hundredths > 0 ? "-" : "")\(hundredths / 100).\(digits < 10 ? "0" : "")\(digits)"
    }
}
