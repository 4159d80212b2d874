import Debugger
import NPIKit
import Scratchpads
import Support
import TerminalKit
import Tours

/// The pane of the prediction.
struct PredictionView: Pane {
    let name = PaneName.prediction
    let spotlight = Spotlight.Part.next
    let place = "the prediction"
    let commands: [CommandID] = [.step, .force, .leastConfident, .viewInside, .viewMemory]

    func title(_ scene: Scene) -> String {
        guard let selected = scene.selected, selected.isPast else {
            return scene.verdict == nil ? "Prediction" : "Result"
        }
        return "Prediction of step \(selected.record.number.grouped)"
    }

    func draw(_ scene: Scene, on canvas: inout Canvas) -> Point? {
        PredictionPane(scene: scene).draw(on: &canvas)
        return nil
    }
}

/// What the network says of the next event, before it happens; at the end, what the run came to.
struct PredictionPane {
    let scene: Scene

    func draw(on canvas: inout Canvas) {
        let lines = self.lines(canvas.bounds.size)
        for (row, line) in lines.prefix(canvas.bounds.height).enumerated() {
            canvas.within(canvas.bounds.row(row)) { line.draw(on: &$0) }
        }
    }

    private func lines(_ size: Size) -> [PredictionLine] {
        if let verdict = scene.verdict { return verdict.lines(width: size.width) }
        let session = scene.session
        guard session.position > 0 else {
            let call = "call " + StyledText(session.library[session.program], Style(.program))
            return [.headline(call), .text(StyledText("this begins the run", .dim))]
        }
        guard let step = scene.selected else { return [.text(StyledText("…", .dim))] }
        let next = step.record
        let head = [.headline(scene.eventDescription(next), next.judgement == .agrees)] + notes(next, width: size.width)
        guard let prediction = next.prediction else {
            return head + [.text(StyledText("the recording holds no probabilities", .dim))]
        }
        let bars = PredictionBars(scene: scene, prediction: prediction, step: step)
        return head + bars.lines(rows: size.height - head.count)
    }

    /// What is to be said of the choice: that it is a mistake, or a person's.
    private func notes(_ next: EventRecord, width: Int) -> [PredictionLine] {
        var notes: [PredictionLine] = []
        if next.isForced { notes.append(.text(StyledText("chosen by you", Style(.warning)))) }
        if next.judgement == .differs, !scene.isAsked {
            let right = (scene.advice ?? "something else") + StyledText(rank(of: next), .dim)
            notes += PredictionLine.wrong(StyledText("mistake:", .mistake) + " right is " + right, width: width)
        }
        return notes
    }

    /// How likely what is right was to the network, such as " (0.187, 3rd choice)".
    private func rank(of mistake: EventRecord) -> String {
        guard let chance = scene.session.log.expertChance(at: mistake.number) else { return "" }
        return " (\(chance.probability.text), \(chance.rank.ordinal) choice)"
    }
}

extension Verdict {
    fileprivate func lines(width: Int) -> [PredictionLine] {
        guard ending == .halted else { return PredictionLine.wrong(StyledText("\(ending)", .mistake), width: width) }
        let head: [PredictionLine] = [
            .headline("halted"), .text(StyledText("output ", .dim) + StyledText(shortOutput, Style(.value))),
        ]
        let end: [PredictionLine] = isChanged ? [.text(StyledText("the run was changed", Style(.warning)))] : []
        guard isRight != nil else { return head + end }
        guard let shortExpected else { return head + [.good("correct")] + end }
        return head + PredictionLine.wrong(StyledText("wrong", .mistake) + "; right: \(shortExpected)", width: width)
            + end
    }
}
