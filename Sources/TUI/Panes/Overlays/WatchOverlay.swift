import Debugger
import Scratchpads
import Support
import TerminalKit

/// What is watched, over the panes.
struct WatchOverlay {
    let session: Session
    let list: ListState
    let keys: KeyAssignment

    func draw(on canvas: inout Canvas) {
        ListOverlay(
            title: "Watched",
            hints: keys.line([
                (.addInWatches, "add"), (.stopInWatches, "stop at changes"), (.lastChangeInWatches, "last change"),
                (.deleteInWatches, "delete"), (.listClose, "closes"),
            ]), width: 64,
            emptyWords: [
                "nothing; \(keys.name(of: .addWatch)) watches a value such as",
                session.world.valueNames.prefix(4).joined(separator: ", "),
            ]
        ).draw(session.stopPoints.watches, list, on: &canvas) { watch, isChosen, canvas in
            WatchLine(session: session, watch: watch).draw(isChosen: isChosen, on: &canvas)
        }
    }
}

/// One watch: its name, its value, the value before, and when that changed.
struct WatchLine {
    let session: Session
    let watch: StopPoint

    func draw(isChosen: Bool, on canvas: inout Canvas) {
        let row = canvas.bounds
        let reading = session.reading(of: watch)
        let isNew = reading.changedAt.map { $0 == session.position } ?? false
        let mark = watch.stopsRun ? canvas.glyphs.breakpoint : " "
        var name = StyledText("\(mark) ", Style(.breakpoint)) + StyledText(watch.text, Style(.value))
        var value = StyledText(watch.words(reading.value, session), isNew ? Style(.changed) : Style(.accent))
        if let step = reading.changedAt {
            value += StyledText("  was \(watch.words(reading.before, session))", .dim)
            if row.width > 40 { value += StyledText(", step \(step.grouped)", .dim) }
        }
        if isChosen { (name, value) = (name.chosen, value.chosen) }
        canvas.write(value, in: row, align: .right)
        canvas.write(name, in: row.inset(right: value.columns + 1))
    }
}
