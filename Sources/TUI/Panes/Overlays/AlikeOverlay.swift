import Debugger
import NPIKit
import Support
import TerminalKit

/// The steps whose hidden state is most like that of one, over the panes.
struct AlikeOverlay {
    let scene: Scene
    let list: ListState
    let keys: KeyAssignment

    func draw(on canvas: inout Canvas) {
        let states = scene.view.states
        let matches = states.alike?.matches ?? []
        let step = (states.alike?.event ?? states.sought ?? 1).grouped
        let width = matches.map(\.event.grouped.count).max() ?? 0
        let rest = ListOverlay(
            title: "Steps like step \(step)",
            hints: keys.line([(.goInAlike, "go"), (.listClose, "closes")])
                + ", then \(keys.name(of: .nextAlike)) and \(keys.name(of: .previousAlike)) along them",
            width: 64, emptyWords: [emptyWord(canvas.glyphs)], freeRows: 2
        ).draw(matches, list, on: &canvas) { match, isChosen, canvas in
            let event = scene.session.log[match.event]
            let step =
                String(repeating: " ", count: width - match.event.grouped.count) + match.event.grouped
            let mark = "\(isChosen ? canvas.glyphs.current : " ") "
            var line = StyledText(mark, Style(.position)) + StyledText("step \(step)  ", Style(.accent))
            if let program = scene.session.log[event.frame].program {
                line += StyledText(scene.session.library[program], .program) + StyledText(": ", .dim)
            }
            line += scene.eventDescription(event)
            var distance = StyledText(Double(match.distance).decimals(3), .dim)
            if isChosen { (line, distance) = (line.chosen, distance.chosen) }
            canvas.write(distance, in: canvas.bounds, align: .right)
            canvas.write(line, in: canvas.bounds.inset(right: distance.columns + 1))
        }
        guard let alike = states.alike else { return }
        let among =
            alike.isOfAll
            ? "all steps of the run"
            : "a sample of \(alike.sampleCount.grouped) of \(alike.eventCount.grouped) steps"
        canvas.write(StyledText("by the distance of hidden states, among \(among)", .dim), in: rest.row(1))
    }

    /// What stands there while nothing is found.
    private func emptyWord(_ glyphs: Glyphs) -> String {
        let states = scene.view.states
        guard states.sought != nil else {
            return states.alike == nil ? "the network does not know this program" : "none"
        }
        guard let sample = states.sample, !sample.isDone else { return "looking \(glyphs.ellipsis)" }
        return "asking the network: \(sample.count) of \(sample.wantedCount) steps"
    }
}
