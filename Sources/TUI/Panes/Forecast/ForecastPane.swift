import Debugger
import NPIKit
import Scratchpads

/// What the network says of the next event, before it happens; at the end, what the run came to.
struct ForecastPane {
    let scene: Scene

    func draw(on canvas: inout Canvas) {
        let lines = self.lines(rows: canvas.bounds.height)
        for (row, line) in lines.prefix(canvas.bounds.height).enumerated() {
            canvas.within(canvas.bounds.row(row)) { line.draw(on: &$0) }
        }
    }

    private func lines(rows: Int) -> [ForecastLine] {
        if let outcome = scene.outcome { return outcome.lines }
        let session = scene.session
        guard session.position > 0 else {
            let call = "call " + StyledText(session.library[session.program], Style(.program))
            return [.headline(call), .text(StyledText("the first event calls the top program", .dim))]
        }
        guard let next = scene.next else { return [.text(StyledText("…", .dim))] }
        let head = [ForecastLine.headline(scene.deed(next), forecastOfDecision(next))] + notes(next)
        guard let forecast = next.forecast else {
            return head + [.text(StyledText("the recording holds no probabilities", .dim))]
        }
        let bars = ForecastBars(scene: scene, forecast: forecast, next: next)
        return head + bars.lines(rows: rows - head.count)
    }

    private func forecastOfDecision(_ next: EventRecord) -> Bool { next.judgement == .agrees }

    /// What is to be said of the choice: that it is a mistake, or a person's.
    private func notes(_ next: EventRecord) -> [ForecastLine] {
        var notes: [ForecastLine] = []
        if next.isForced { notes.append(.text(StyledText("chosen by you", Style(.warning)))) }
        if next.judgement == .differs {
            let right = scene.advice.map(\.text) ?? "something else"
            notes.append(.mistake("mistake: right is \(right)"))
        }
        return notes
    }
}

extension Outcome {
    fileprivate var lines: [ForecastLine] {
        guard ending == .halted else { return [.mistake("\(ending)")] }
        let output = ForecastLine.text(
            StyledText("output ", .dim)
                + StyledText(output.isEmpty ? "none" : output.shortenedInMiddle(to: 24), Style(.value)))
        guard let expected else {
            return [.text(StyledText("halted", .title)), output, .good("correct")]
        }
        return [
            .text(StyledText("halted", .title)), output,
            .mistake("wrong; right: \(expected.shortenedInMiddle(to: 16))"),
        ]
    }
}
