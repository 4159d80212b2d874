/// How numbers are laid out on a strip: row after row, several to a cell where there is no room for each.
struct StripFold {
    /// How many numbers there are.
    let count: Int
    /// Cells side by side.
    let columns: Int
    /// Rows of numbers.
    let rows: Int

    /// How many numbers stand in a row.
    private var rowLength: Int { rows > 0 ? (count + rows - 1) / rows : 0 }

    /// The numbers that share a cell; none where the strip has ended.
    func numbers(column: Int, row: Int) -> Range<Int> {
        let shownColumns = min(columns, rowLength)
        guard column < shownColumns else { return 0..<0 }
        let start = row * rowLength + column * rowLength / shownColumns
        let end = row * rowLength + (column + 1) * rowLength / shownColumns
        return min(start, count)..<min(end, count)
    }
}
