import Debugger
import Scratchpads
import Support
import TerminalKit

/// The topmost row: the problem, what is going on, the network's or the recording's name, the step.
struct TitleBar {
    let scene: Scene

    func draw(on canvas: inout Canvas) {
        let row = canvas.bounds
        let step = StyledText(stepText, Style(.position))
        // What is left out first stands first.
        var right = [sourceText, recordingText, activityText, changedText, keyText].compactMap { $0 } + [step]
        let wanted = min(row.width / 3, 28)
        while right.count > 1, width(of: right) + wanted + 2 > row.width { right.removeFirst() }
        let start = row.width - width(of: right) - 1
        var x = start
        for text in right {
            x = canvas.write(text, at: Point(x, 0)) + 3
        }
        let title = scene.session.problem.title(
            width: max(start - 3, 0), ellipsis: String(canvas.glyphs.ellipsis))
        canvas.write(StyledText(title, .title), in: Rect(1, 0, max(start - 3, 0), 1))
    }

    private func width(of texts: [StyledText]) -> Int {
        texts.reduce(0) { $0 + $1.columns } + 3 * (texts.count - 1) + 1
    }

    private var stepText: String {
        let session = scene.session
        guard session.log.count > 0 else { return "0 steps" }
        let count = session.eventCount.map(\.grouped) ?? "\(session.log.count.grouped)+"
        // Steps made, so that the next one has the number that the trace gives it.
        return "\(session.position.grouped) of \(count) steps"
    }

    private var changedText: StyledText? {
        scene.session.branchCount > 0
            ? StyledText("changed, \(scene.view.keys.name(of: .undoEdit)) undoes", Style(.warning)) : nil
    }

    private var sourceText: StyledText? {
        scene.view.sourceName.isEmpty ? nil : StyledText(scene.view.sourceName, .dim)
    }

    /// The key that was pressed, for those who watch; before, how to leave a projector's screen.
    private var keyText: StyledText? {
        if let key = scene.view.pressedKey { return StyledText(" \(key) ", Style(.key, attributes: .reverse)) }
        guard scene.view.isProjected else { return nil }
        return StyledText("projector, \(scene.view.keys.name(of: .project)) leaves", .dim)
    }

    private var recordingText: StyledText? {
        scene.view.recordingName.map { StyledText("recording to ", .dim) + StyledText($0, Style(.warning)) }
    }

    private var activityText: StyledText? {
        switch scene.view.activity {
        case .idle: scene.view.editing == nil ? nil : StyledText("editing", Style(.warning))
        case .playing: StyledText("playing, \(scene.view.speed.text)", Style(.accent))
        case .touring: StyledText("the tour plays", Style(.accent))
        case .moving: StyledText("running", Style(.accent))
        case .searching: StyledText("searching", Style(.accent))
        }
    }
}
