import Debugger
import Scratchpads

/// What is watched, over the panes.
struct WatchOverlay {
    let session: Session
    let selected: Int

    func draw(on canvas: inout Canvas) {
        let all = session.watches.all
        let box = canvas.bounds.centered(Size(64, max(all.count, 2) + 3))
        let inside = box.inset(left: 2, right: 2, top: 1, bottom: 1)
        canvas.fill(box)
        canvas.box(
            box, title: StyledText("Watched", .title),
            footer: StyledText("a add  s stop at changes  L last change  d delete  Esc closes", .dim), style: .focus)
        if all.isEmpty {
            canvas.write(StyledText("nothing; w watches a value such as", .dim), in: inside.row(0))
            canvas.write(
                StyledText(session.world.valueNames.prefix(4).joined(separator: ", "), .dim), in: inside.row(1))
        }
        let chosen = min(max(selected, 0), max(all.count - 1, 0))
        let first = min(max(chosen - inside.height + 1, 0), max(all.count - inside.height, 0))
        for (row, watch) in all.dropFirst(first).prefix(inside.height).enumerated() {
            canvas.within(inside.row(row)) {
                WatchLine(session: session, watch: watch).draw(isChosen: first + row == chosen, on: &$0)
            }
        }
    }
}

/// One watch: its name, its value, the value before, and when that changed.
struct WatchLine {
    let session: Session
    let watch: Watch

    func draw(isChosen: Bool, on canvas: inout Canvas) {
        let row = canvas.bounds
        if isChosen { canvas.fill(row, style: Style(.text, on: .selected)) }
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
