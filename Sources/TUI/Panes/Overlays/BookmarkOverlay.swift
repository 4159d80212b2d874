import Debugger
import Support
import TerminalKit

/// The bookmarks, over the panes.
struct BookmarkOverlay {
    let session: Session
    let list: ListState
    let keys: KeyAssignment

    func draw(on canvas: inout Canvas) {
        let all = Array(session.bookmarks)
        let width = all.last?.step.grouped.count ?? 0
        ListOverlay(
            title: "Bookmarks",
            hints: keys.line([
                (.goInBookmarks, "go"), (.addInBookmarks, "add here"), (.deleteInBookmarks, "delete"),
                (.listClose, "closes"),
            ]), width: 64,
            emptyWords: ["none; \(keys.name(of: .bookmark)) bookmarks the present step"]
        ).draw(all, list, on: &canvas) { bookmark, isChosen, canvas in
            let step = String(repeating: " ", count: width - bookmark.step.grouped.count) + bookmark.step.grouped
            let mark = "\(isChosen ? canvas.glyphs.current : " ") "
            var line = StyledText(mark, Style(.position)) + StyledText(step, Style(.accent))
            line += StyledText("  \(bookmark.note)", Style(.narration))
            canvas.write(isChosen ? line.chosen : line, in: canvas.bounds)
        }
    }
}
