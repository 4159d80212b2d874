import Debugger

/// The bookmarks, over the panes.
struct BookmarkOverlay {
    let session: Session
    let selected: Int

    func draw(on canvas: inout Canvas) {
        let all = session.bookmarks
        let box = canvas.bounds.centered(Size(64, max(all.count, 1) + 3))
        let inside = box.inset(left: 2, right: 2, top: 1, bottom: 1)
        canvas.fill(box)
        canvas.box(
            box, title: StyledText("Bookmarks", .title),
            footer: StyledText("Enter go  a add here  d delete  Esc closes", .dim), style: .focus)
        if all.isEmpty { canvas.write(StyledText("none; k bookmarks the present step", .dim), in: inside.row(0)) }
        let chosen = min(max(selected, 0), max(all.count - 1, 0))
        let first = min(max(chosen - inside.height + 1, 0), max(all.count - inside.height, 0))
        let width = all.last?.step.grouped.count ?? 0
        for (row, bookmark) in all.dropFirst(first).prefix(inside.height).enumerated() {
            let isChosen = first + row == chosen
            let place = inside.row(row)
            if isChosen { canvas.fill(place, style: Style(.text, on: .selected)) }
            let step = String(repeating: " ", count: width - bookmark.step.grouped.count) + bookmark.step.grouped
            let mark = "\(isChosen ? canvas.glyphs.current : " ") "
            var line = StyledText(mark, Style(.position)) + StyledText(step, Style(.accent))
            line += StyledText("  \(bookmark.note)", Style(.narration))
            canvas.write(isChosen ? line.chosen : line, in: place)
        }
    }
}
