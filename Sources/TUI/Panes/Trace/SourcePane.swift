import Debugger
import Scratchpads
import TerminalKit

/// The text of the task's file: the line that is carried out next, a mark for each frame that waits for a call, and where the
/// network departs from the text.
struct SourcePane {
    let scene: Scene
    let marks: SourceMarks

    /// Draws as many lines as there is room for, around the one that matters.
    func draw(on canvas: inout Canvas) {
        let area = canvas.bounds
        guard area.height > 0 else { return }
        let lines = marks.source.lines
        let digits = "\(lines.count)".count
        for row in 0..<min(area.height, lines.count) {
            let number = firstLine(of: lines.count, rows: area.height) + row
            canvas.within(area.row(row)) { draw(number, lines[number - 1], digits: digits, on: &$0) }
        }
    }

    /// The number of the topmost line.
    private func firstLine(of count: Int, rows: Int) -> Int {
        let middle = (marks.selected ?? marks.next ?? 1) + scene.view.scroll.source
        return min(max(middle - rows / 2, 1), max(count - rows + 1, 1))
    }

    private func draw(_ number: Int, _ text: String, digits: Int, on canvas: inout Canvas) {
        let (glyphs, row) = (canvas.glyphs, canvas.bounds)
        let isNext = number == marks.next
        let isDeparture = marks.departure != nil && number == marks.departure?.line
        if isNext || number == marks.selected { canvas.fill(row, style: Style(.text, on: .selected)) }
        let ground: StyleName? = isNext || number == marks.selected ? .selected : nil
        if isNext {
            canvas.put(glyphs.current, at: .zero, style: Style(.position, on: ground))
        } else if marks.waiting.contains(number) {
            canvas.put(glyphs.unfolded, at: .zero, style: Style(.dim, on: ground))
        }
        if isDeparture { canvas.put(glyphs.wrong, at: Point(1, 0), style: Style(.mistake, on: ground)) }
        if isNext, marks.departure != nil {
            canvas.put(glyphs.right, at: Point(1, 0), style: Style(.good, on: ground))
        }
        let label = String(repeating: " ", count: digits - "\(number)".count) + "\(number) "
        let isComment = text.drop { $0 == " " }.first == "#"
        let style: Style = isDeparture ? .mistake : isComment ? .dim : .text
        var line = StyledText(label, .dim) + StyledText(text, style)
        if ground != nil { line = line.chosen }
        canvas.write(line, in: row.inset(left: 3))
    }
}
