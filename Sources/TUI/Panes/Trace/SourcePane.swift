import Debugger
import Scratchpads
import Support
import TerminalKit

/// The text of the task's file: the line that is carried out next, a mark for each frame that waits for a call, breakpoints, and
/// where the network departs from the text.
struct SourcePane {
    let scene: Scene
    let marks: SourceMarks

    /// Marks before the text: the position, the departure, a breakpoint.
    private static let gutter = 3

    /// Draws as many lines as there is room for, around the one that matters.
    func draw(on canvas: inout Canvas) {
        let area = canvas.bounds
        guard let window = SourceWindow(marks, scene.view, rows: area.height) else { return }
        let breakpoints = scene.session.breakpoints(onLines: window.lines)
        for (row, number) in window.lines.enumerated() {
            canvas.within(area.row(row)) { draw(number, breakpoints[number] ?? [], on: &$0) }
        }
    }

    private func draw(_ number: Int, _ breakpoints: [StopPoint], on canvas: inout Canvas) {
        let (glyphs, row) = (canvas.glyphs, canvas.bounds)
        let isNext = number == marks.next
        let isDeparture = marks.departure != nil && number == marks.departure?.line
        let isChosen = scene.view.source.cursor.map { $0 == number } ?? (isNext || number == marks.selected)
        if isChosen { canvas.fill(row, style: Style(.text, on: .selected)) }
        let ground: StyleName? = isChosen ? .selected : nil
        if isNext {
            canvas.put(glyphs.current, at: .zero, style: Style(.position, on: ground))
        } else if marks.waiting.contains(number) {
            canvas.put(glyphs.unfolded, at: .zero, style: Style(.dim, on: ground))
        }
        if isDeparture { canvas.put(glyphs.wrong, at: Point(1, 0), style: Style(.mistake, on: ground)) }
        if isNext, let departure = marks.departure {
            // The network gets this very line wrong, or carries out another one in its place.
            let isWrong = departure.line == nil || departure.line == number
            canvas.put(
                isWrong ? glyphs.wrong : glyphs.right, at: Point(1, 0),
                style: Style(isWrong ? .mistake : .good, on: ground))
        }
        if !breakpoints.isEmpty {
            let isEnabled = breakpoints.contains(where: \.isEnabled)
            let glyph = isEnabled ? glyphs.breakpoint : glyphs.breakpointOff
            canvas.put(glyph, at: Point(2, 0), style: Style(.breakpoint, on: ground))
        }
        let digits = "\(marks.lines.count)".count
        let place = row.inset(left: Self.gutter)
        let text = Self.text(marks.lines.texts[number - 1], fitting: place.width - digits - 1)
        let isComment = text.drop { $0 == " " }.first == "#"
        let style: Style = isDeparture ? .mistake : isComment ? .dim : .text
        let label = String(repeating: " ", count: digits - "\(number)".count) + "\(number)"
        let isShown = scene.view.tour?.lines?.contains(number) ?? false
        var line = StyledText(label, isShown ? .shown : .dim) + " " + StyledText(text, style)
        var hits = hits(breakpoints)
        if isChosen { (line, hits) = (line.chosen, hits.chosen) }
        // What the breakpoint counts gives way to the text.
        let hasRoom = hits.columns > 0 && line.columns + hits.columns + 2 <= place.width
        canvas.write(line, in: place.inset(right: hasRoom ? hits.columns + 1 : 0))
        if hasRoom { canvas.write(hits, in: place.inset(right: 1), align: .right) }
    }

    /// A line, and where it does not fit, without the spaces that put what is said or noted behind it into a column.
    private static func text(_ line: String, fitting width: Int) -> String {
        let start = line.firstIndex { $0 != " " } ?? line.startIndex
        guard line.columns > width, let gap = line[start...].firstRange(of: "   ") else { return line }
        return line[..<gap.lowerBound] + "  " + line[gap.upperBound...].drop { $0 == " " }
    }

    /// How often the breakpoints on a line match: up to the position, and on the whole known run.
    private func hits(_ breakpoints: [StopPoint]) -> StyledText {
        guard let breakpoint = breakpoints.first(where: \.isEnabled) ?? breakpoints.first else { return "" }
        let (before, known) = scene.session.occurrences(of: breakpoint.id)
        return StyledText("hits \(before.grouped) of \(known.grouped)", .dim)
    }
}
