package import Experiments
import NPIKit
import Scratchpads
import Support
package import TerminalKit

/// How a training is going, as a picture of a few lines: how far it is, and how well each program is known.
package enum TrainingPanel {
    /// What only a clock can tell.
    package struct Pace: Hashable, Sendable {
        /// Network steps trained on a second, lately; nil at the beginning.
        package var stepsPerSecond: Int?
        /// Such as "1:07"; nil at the beginning.
        package var timeLeft: String?

        /// Makes a pace.
        package init(stepsPerSecond: Int? = nil, timeLeft: String? = nil) {
            self.stepsPerSecond = stepsPerSecond
            self.timeLeft = timeLeft
        }
    }

    /// How many lines the picture has.
    package static func height(of progress: TrainingProgress) -> Int {
        progress.groups.count + (progress.marks.isEmpty ? 4 : 5)
    }

    /// Draws the picture on the whole canvas.
    package static func draw(
        _ progress: TrainingProgress, _ pace: Pace, title: String, into canvas: inout Canvas
    ) {
        canvas.box(canvas.bounds, title: StyledText(title, .title), shape: .rounded, style: .border)
        canvas.within(canvas.bounds.inset(horizontal: 2, vertical: 1)) { pane in
            drawHead(progress, pace, in: &pane)
            for (index, group) in progress.groups.enumerated() {
                draw(group, in: pane.bounds.row(index + 2), of: &pane, names: nameWidth(progress))
            }
            drawMarks(progress.marks, progress.margin, in: pane.bounds.row(progress.groups.count + 2), of: &pane)
        }
    }

    private static func drawHead(_ progress: TrainingProgress, _ pace: Pace, in pane: inout Canvas) {
        let count = "update \(progress.updateCount.grouped) of \(progress.plannedCount.grouped)  "
        let left = pace.timeLeft.map { "  \($0) left" } ?? ""
        let row = pane.bounds.row(0)
        let parts = row.columns([.cells(count.columns), .share(1), .cells(left.columns)])
        pane.write(count, at: parts[0].origin)
        pane.bar(progress.share, in: parts[1], style: Style(.past), rest: Style(.barRest))
        pane.write(left, at: parts[2].origin, style: .accent)

        let wrong = progress.groups.reduce(0) { $0 + $1.wrongCount }
        let total = progress.groups.reduce(0) { $0 + $1.frameCount }
        var line = StyledText("loss \(progress.loss.map(fourPlaces) ?? "-")", Style(.value))
        line += StyledText(
            "   \(wrong.grouped) of \(total.grouped) training sequences wrong", wrong == 0 ? .good : .text)
        if let steps = pace.stepsPerSecond { line += StyledText("   \(steps.grouped) steps/s", .dim) }
        pane.write(line, in: pane.bounds.row(1))
    }

    private static func nameWidth(_ progress: TrainingProgress) -> Int {
        progress.groups.map { "\($0.encoder) \($0.program)".columns }.max() ?? 0
    }

    private static func draw(
        _ group: TrainingProgress.FrameGroup, in row: Rect, of pane: inout Canvas, names: Int
    ) {
        let parts = row.columns([.cells(names + 1), .share(1), .cells(9), .cells(16)])
        pane.write(
            StyledText("\(group.encoder) ", .dim) + StyledText(group.program, .program), in: parts[0])
        pane.bar(barLength(group.error), in: parts[1], style: group.wrongCount == 0 ? .bar : Style(.warning))
        pane.write(StyledText(fourPlaces(group.error), Style(.value)), in: parts[2], align: .right)
        let verdict =
            group.wrongCount == 0
            ? StyledText("\(pane.glyphs.right) all right", .good)
            : StyledText("\(group.wrongCount.grouped) wrong", Style(.warning))
        pane.write(verdict, in: parts[3], align: .right)
    }

    private static func drawMarks(_ marks: [Validation.Mark], _ margin: Float?, in row: Rect, of pane: inout Canvas) {
        guard !marks.isEmpty else { return }
        var line = StyledText("validated ", .dim)
        for mark in marks {
            let isPerfect = mark.right == mark.part.count
            line += StyledText("  \(mark.task.name) \(mark.part.length): ", .dim)
            line += StyledText("\(mark.right)/\(mark.part.count)", isPerfect ? Style.good : Style(.warning))
        }
        if let margin { line += StyledText("  closest step ahead by \(margin.decimals(2))", .dim) }
        pane.write(line, in: row)
    }

    /// Errors go over five powers of ten: 0.0001 has no bar, 10 a full one.
    private static func barLength(_ error: Float) -> Double {
        guard error > 1e-4 else { return 0 }
        var length = 0.0
        var rest = Double(error) / 1e-4
        while rest >= 10 {
            rest /= 10
            length += 0.2
        }
        return min(length + (rest - 1) / 9 * 0.2, 1)
    }

    private static func fourPlaces(_ value: Float) -> String { min(value, 99_999).decimals(4) }
}
