import TerminalKit

/// A box over the panes with a list in it, which scrolls so that the chosen line is in sight.
struct ListOverlay {
    let title: String
    /// Which keys do what.
    let hints: String
    let width: Int
    /// What stands there while the list is empty; the box is at least as high.
    let emptyWords: [String]
    /// How many rows stay free under the list.
    var freeRows = 0

    /// Draws the box and the items, each by `line` within its row, whose ground is painted already.
    ///
    /// - Returns: The free rows.
    @discardableResult
    func draw<Item>(
        _ items: [Item], _ state: ListState, on canvas: inout Canvas,
        line: (_ item: Item, _ isChosen: Bool, _ canvas: inout Canvas) -> Void
    ) -> Rect {
        let box = canvas.bounds.centered(Size(width, max(items.count, emptyWords.count) + 3 + freeRows))
        let inside = box.inset(left: 2, right: 2, top: 1, bottom: 1)
        canvas.fill(box)
        canvas.box(box, title: StyledText(title, .title), footer: StyledText(hints, .dim), style: .focus)
        if items.isEmpty {
            for (row, words) in emptyWords.enumerated() { canvas.write(StyledText(words, .dim), in: inside.row(row)) }
        }
        let (list, free) =
            freeRows == 0 ? (inside, Rect(0, 0, 0, 0)) : inside.split(top: max(inside.height - freeRows, 1))
        List(items, state).draw(on: &canvas, in: list, line: line)
        return free
    }
}
