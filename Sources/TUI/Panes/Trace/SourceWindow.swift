import Debugger
import Scratchpads

/// Which lines of the task's text are in sight.
struct SourceWindow {
    /// The lines, from 1.
    let lines: ClosedRange<Int>

    /// As many of `marks.lines` as fit on `rows` rows, around the line that matters; nil where none fits.
    init?(_ marks: SourceMarks, _ view: ViewState, rows: Int) {
        let count = marks.lines.count
        guard rows > 0, count > 0 else { return nil }
        let shown = view.source.cursor == nil ? view.tour?.lines : nil
        let middle =
            shown.map { ($0.lowerBound + min($0.upperBound, $0.lowerBound + rows - 1)) / 2 }
            ?? view.source.line(in: marks)
        let first = min(max(middle - rows / 2, 1), max(count - rows + 1, 1))
        lines = first...min(first + rows - 1, count)
    }
}
