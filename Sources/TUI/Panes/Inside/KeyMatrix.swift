import NPIKit
import TerminalKit

/// The score of each program for the query, and how alike the keys of any two programs are, as a square of colours, or of tenths
/// where there are no colours.
struct KeyMatrix {
    let look: MemoryLook

    private static let nameWidth = 14
    private static let scoreWidth = 7
    /// What stands before the square.
    private static let leftWidth = nameWidth + scoreWidth
    /// The words below it, with the line that sets them off.
    private static let wordRows = 4
    private static let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")

    private var count: Int { look.memory.keys.count }

    /// How many rows of the square fit; below it stand some words, but in the lowest of panes.
    private func shownRows(height: Int) -> Int {
        let words = height >= 12 ? Self.wordRows : 0
        return min(max(height - 1 - words, 0), count)
    }

    /// The first row in sight when nothing is scrolled: the program that runs is in the middle.
    private func homeRow(height: Int) -> Int {
        let shown = shownRows(height: height)
        return min(max((look.running ?? 0) - shown / 2, 0), count - shown)
    }

    /// How far it can be scrolled in so many rows.
    func scrollRange(height: Int) -> ClosedRange<Int> {
        let home = homeRow(height: height)
        return -home...(count - shownRows(height: height) - home)
    }

    /// The columns that it needs for all programs.
    var width: Int { max(Self.leftWidth + 2 * count, 34) }

    func draw(on canvas: inout Canvas) {
        let area = canvas.bounds
        guard area.height > 1 else { return }
        let shownRows = self.shownRows(height: area.height)
        let first = min(max(homeRow(height: area.height) + look.scroll, 0), count - shownRows)
        let columns = min(max((area.width - Self.leftWidth) / 2, 0), count)
        if look.scores != nil {
            canvas.write(StyledText("score", .dim), in: Rect(Self.nameWidth, 0, Self.scoreWidth - 2, 1), align: .right)
        }
        for column in 0..<columns {
            canvas.write(letter(column), at: Point(Self.leftWidth + 2 * column + 1, 0), style: .dim)
        }
        for row in first..<(first + shownRows) {
            let y = 1 + row - first
            drawName(row, in: Rect(0, y, Self.nameWidth - 1, 1), on: &canvas)
            drawScore(row, in: Rect(Self.nameWidth, y, Self.scoreWidth - 2, 1), on: &canvas)
            for column in 0..<columns { drawCell(row, column, at: Point(Self.leftWidth + 2 * column, y), on: &canvas) }
        }
        if columns == count {
            let right = area.inset(left: Self.leftWidth + 2 * columns + 2)
            write(legend(canvas.glyphs), in: right.row(0), on: &canvas)
            if shownRows < count {
                let rows = StyledText("rows \(first + 1)-\(first + shownRows) of \(count)", .dim)
                write(rows, in: right.row(shownRows), on: &canvas)
            }
        }
        canvas.within(area.inset(top: shownRows + 2)) { drawWords(on: &$0) }
    }

    /// What the square's colours, or its numbers, mean.
    private func legend(_ glyphs: Glyphs) -> StyledText {
        look.hasColors ? HeatStrip.legend(glyphs, hasColors: true) : StyledText("in tenths, ## is 1", .dim)
    }

    /// Writes a note beside the square if there is room for all of it.
    private func write(_ note: StyledText, in place: Rect, on canvas: inout Canvas) {
        if note.columns <= place.width { canvas.write(note, in: place, align: .right) }
    }

    private func drawName(_ row: Int, in place: Rect, on canvas: inout Canvas) {
        if row == look.running {
            canvas.put(canvas.glyphs.current, at: place.origin, style: Style(.position))
        } else if row == look.chosen {
            canvas.put(canvas.glyphs.timelineMark, at: place.origin, style: .good)
        }
        canvas.write(letter(row), at: Point(1, place.minY), style: .dim)
        canvas.write(StyledText(look.name(row), look.style(row)), in: place.inset(left: 3))
    }

    private func drawScore(_ row: Int, in place: Rect, on canvas: inout Canvas) {
        guard let score = look.scores?[row] else { return }
        canvas.write(StyledText(Self.tenths(score), row == look.chosen ? .good : .dim), in: place, align: .right)
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

    /// Says in words what the program that runs asks for, and which key is like its own.
    private func drawWords(on canvas: inout Canvas) {
        guard let running = look.running else { return }
        var sentences: [String] = []
        if let scores = look.scores {
            let best = scores.indices.sorted { scores[$0] > scores[$1] }.prefix(2)
            let names = best.map { "\(look.name($0)) (\(Self.tenths(scores[$0])))" }.joined(separator: ", then ")
            sentences.append("\(look.name(running)) runs. Its query fits \(names) best.")
        }
        if let nearest = look.memory.nearest(to: running).first {
            sentences.append("Its own key is most like \(look.name(nearest.row))'s: \(Self.text(nearest.similarity)).")
        }
        canvas.writeWrapped(sentences.joined(separator: " "), in: canvas.bounds, style: .dim)
    }

    private func letter(_ row: Int) -> String { row < Self.letters.count ? String(Self.letters[row]) : "." }

    /// One decimal: "-3.1".
    private static func tenths(_ value: Float) -> String {
        let tenths = value.isFinite ? Int((min(abs(value), 9_999) * 10).rounded()) : 99_990
        return "\(value < 0 && tenths > 0 ? "-" : "")\(tenths / 10).\(tenths % 10)"
    }

    /// Two decimals: "-0.31".
    private static func text(_ value: Float) -> String {
        let hundredths = Int((abs(value) * 100).rounded())
        let digits = hundredths % 100
        return "\(value < 0 && hundredths > 0 ? "-" : "")\(hundredths / 100).\(digits < 10 ? "0" : "")\(digits)"
    }
}
