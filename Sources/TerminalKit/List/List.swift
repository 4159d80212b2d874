/// A list of which one line is chosen. It scrolls so that the chosen line is in sight.
package struct List<Item> {
    /// What the lines show.
    package let items: [Item]
    /// Which line is chosen.
    package let state: ListState
    /// How many lines below the chosen one stay in sight.
    package let margin: Int

    /// Makes a list.
    package init(_ items: [Item], _ state: ListState, margin: Int = 0) {
        self.items = items
        self.state = state
        self.margin = margin
    }

    /// The item in `row` of a list that is `rows` high, by its index; nil below the last one.
    package func index(ofRow row: Int, rows: Int) -> Int? {
        let index = first(rows: rows) + row
        return row >= 0 && row < rows && items.indices.contains(index) ? index : nil
    }

    /// Draws the lines, each by `line` within its row; the ground of the chosen one is painted already.
    package func draw(
        on canvas: inout Canvas, in area: Rect,
        line: (_ item: Item, _ isChosen: Bool, _ canvas: inout Canvas) -> Void
    ) {
        let first = first(rows: area.height)
        let chosen = state.chosen(of: items.count)
        for (row, item) in items.dropFirst(first).prefix(max(area.height, 0)).enumerated() {
            canvas.within(area.row(row)) { canvas in
                let isChosen = first + row == chosen
                if isChosen { canvas.fill(canvas.bounds, style: Style(.text, on: .selected)) }
                line(item, isChosen, &canvas)
            }
        }
    }

    private func first(rows: Int) -> Int { state.first(of: items.count, rows: rows, margin: margin) }
}
