import Debugger
import NPIKit
import Support
import TerminalKit

/// The hidden states of the run in the plane in which they differ most: a letter for each step of a sample, by its program, and the
/// way of the last steps to the present one.
struct TrajectoryPane {
    let scene: Scene

    /// So many steps before the present one are numbered.
    private static let pathLength = 9

    func draw(on canvas: inout Canvas) {
        let states = scene.view.states
        guard scene.session.memory != nil, states.window.present != nil else {
            return NothingInside(scene: scene).draw(on: &canvas)
        }
        let area = canvas.bounds.inset(horizontal: 1)
        guard let sample = states.sample, let plane = sample.plane else { return drawProgress(in: area, on: &canvas) }
        let letters = ProgramLetters(scene.session, hasColors: scene.view.hasColors)
        let legend = [explanation(of: sample, width: area.width, canvas.glyphs)] + letters.legend(width: area.width)
        let shown = min(legend.count, max(area.height / 3, 1))
        let (plot, bottom) = area.split(bottom: shown)
        let frame = PlotFrame(sample.points, in: plot.inset(bottom: area.height > 8 ? 1 : 0))
        for (state, point) in zip(sample.states, sample.points) {
            canvas.write(letters.letter(state.program), at: frame.cell(point), style: letters.style(state.program))
        }
        drawPath(plane, frame, on: &canvas)
        for (row, line) in legend.prefix(shown).enumerated() { canvas.write(line, in: bottom.row(row)) }
    }

    private func drawPath(_ plane: KeyMap, _ frame: PlotFrame, on canvas: inout Canvas) {
        let window = scene.view.states.window
        guard let present = window.present else { return }
        for age in stride(from: Self.pathLength, through: 0, by: -1) {
            guard let state = window.states[present - age] else { continue }
            let cell = frame.cell(plane.point(of: state.hidden))
            if age == 0 {
                canvas.put(canvas.glyphs.timelineMark, at: cell, style: Style(.position, attributes: .reverse))
            } else {
                canvas.write("\(age)", at: cell, style: Style(.accent, attributes: .bold))
            }
        }
    }

    private func explanation(of sample: StateSample, width: Int, _ glyphs: Glyphs) -> StyledText {
        let percent = Int(((sample.plane?.share ?? 0) * 100).rounded())
        let mark =
            StyledText(String(glyphs.timelineMark), Style(.position)) + StyledText(" now, ", .dim)
            + StyledText("1-\(Self.pathLength)", Style(.accent)) + StyledText(" steps before", .dim)
        let steps =
            sample.isOfAll
            ? "all \(sample.states.count.grouped) steps"
            : "\(sample.states.count.grouped) of \(sample.eventCount.grouped) steps"
        let rest = [
            "; two principal components, \(percent) % of the variance of \(steps)",
            "; \(percent) % of the variance, \(steps)", "; \(steps)", "",
        ]
        return mark + StyledText(rest.first { mark.columns + $0.columns <= width } ?? "", .dim)
    }

    private func drawProgress(in area: Rect, on canvas: inout Canvas) {
        guard let sample = scene.view.states.sample else { return }
        let text = "asking the network for the states of \(sample.wantedCount.grouped) steps"
        canvas.write(StyledText(text, .dim), in: area.row(0))
        let share = Double(sample.count) / Double(max(sample.wantedCount, 1))
        canvas.bar(share, in: area.row(1).split(left: min(40, area.width)).left, rest: Style(.barRest))
    }
}
