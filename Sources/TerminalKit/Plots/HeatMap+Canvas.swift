extension HeatMap {
    /// How much room a picture of it in text takes.
    package var size: Size { Size(gutter + columns.count * cellWidth, rows.count + 3) }

    private var gutter: Int { (rows.map(\.count).max() ?? 0) + 1 }
    /// The largest number, and room for the mark before it.
    private var cellWidth: Int { max("\(largest)".count + 1, 3) }

    /// Draws it: title, a row of counts each, and below them every second column's name and the legend.
    package func draw(into canvas: inout Canvas) {
        canvas.write(StyledText(title, .title), in: Rect(0, 0, canvas.bounds.width, 1))
        for (row, name) in rows.enumerated() {
            canvas.write(StyledText(name, .dim), in: Rect(0, row + 1, gutter - 1, 1), align: .right)
            for column in columns.indices {
                canvas.write(text(row, column, canvas.glyphs), in: cell(column, row + 1), align: .right)
            }
        }
        for column in columns.indices.reversed() where (columns.count - column) % 2 == 1 {
            let right = gutter + (column + 1) * cellWidth
            let width = min(2 * cellWidth, right)
            canvas.write(
                StyledText(columns[column], .dim), in: Rect(right - width, rows.count + 1, width, 1), align: .right)
        }
        canvas.write(StyledText(legend, .dim), in: Rect(0, rows.count + 2, canvas.bounds.width, 1))
    }

    private func cell(_ column: Int, _ y: Int) -> Rect { Rect(gutter + column * cellWidth, y, cellWidth, 1) }

    private func text(_ row: Int, _ column: Int, _ glyphs: Glyphs) -> StyledText {
        let count = counts[row][column]
        let mark = StyledText(isMarked(row, column) ? "*" : "", Style(.target))
        guard count > 0 else { return mark + StyledText(String(glyphs.empty), .dim) }
        return mark + StyledText("\(count)", 2 * count > largest ? Style(.warning) : Style(.value))
    }
}
