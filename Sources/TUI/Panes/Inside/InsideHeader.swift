import Debugger
import NPIKit
import Support
import TerminalKit

/// Whose state is shown, what it leads to, and what the colours mean.
struct InsideHeader {
    let scene: Scene
    let insight: Insight
    let memory: ProgramMemory

    func drawFrame(on canvas: inout Canvas) {
        let row = canvas.bounds.row(0)
        var text =
            StyledText(memory.library[insight.program], .program)
            + StyledText(", its \((insight.step + 1).ordinal) step")
        if !insight.isCurrent(in: scene.session) {
            text += StyledText(", looking \(String(canvas.glyphs.ellipsis))", .dim)
        } else if let record = scene.session.knownNext(at: insight.position) {
            let isOpen = insight.position < scene.session.position
            text += StyledText(isOpen ? ", which made its " : ", next: ") + scene.eventDescription(record)
        }
        let legend = HeatStrip.legend(canvas.glyphs, hasColors: scene.view.hasColors)
        let room = row.width - legend.columns - 2
        if text.columns <= room { canvas.write(legend, in: row, align: .right) }
        canvas.write(text, in: row)
    }

    /// The programs that are most likely called, and the end.
    func drawPrograms(on canvas: inout Canvas) {
        let prediction = insight.prediction
        var text = StyledText("return", Style(.returned)) + " \(Self.text(prediction.end))"
        let likeliest = prediction.programs.indices.sorted { prediction.programs[$0] > prediction.programs[$1] }
        for row in likeliest.prefix(4) {
            text += "   " + StyledText(memory.library[ProgramID(rawValue: row)], .program)
            text += " \(Self.text(prediction.programs[row]))"
        }
        canvas.write(text, in: canvas.bounds.row(0))
    }

    private static func text(_ probability: Float) -> String { Probability(probability).text }
}

/// Says why there is nothing to be seen inside.
struct NothingInside {
    let scene: Scene

    func draw(on canvas: inout Canvas) {
        let area = canvas.bounds.inset(horizontal: 1)
        var row = 0
        for line in lines {
            let place = area.inset(top: row)
            row += canvas.writeWrapped(line, in: place, style: row == 0 ? .text : .dim) + 1
        }
    }

    private var lines: [String] {
        let session = scene.session
        if session.memory == nil {
            return session.isLive
                ? ["This run is made by the programs themselves, not by a network, so there is nothing inside to show."]
                : [
                    "A recording holds the calls and what the network said of them, not the network itself, so there is no state to look at.",
                    "npi replay FILE --model MODEL replays it with the network beside it.",
                ]
        }
        if session.depth == 0 {
            return ["No program runs here, so there is no state.", "s takes a step, S takes one back."]
        }
        return ["Looking for the state at this step."]
    }
}
