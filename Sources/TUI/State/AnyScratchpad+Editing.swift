import Scratchpads

/// The cells that the edit cursor can stand on: those of the rows that are drawn.
extension AnyScratchpad {
    /// The rows that are drawn, at which end place 0 is, and the row of the result; nil where no rows are drawn.
    private var editable: (rows: [Drawing.Row], origin: Drawing.Side, result: Int?)? {
        switch drawing.content {
        case .columns(let columns), .tape(let columns), .grid(let columns):
            (columns.rows, columns.origin, columns.result)
        case .bars(let bars):
            bars.pointers.first.map { ([Drawing.Row("", cell: bars.values, pointer: $0)], .left, nil) }
        case .camera: nil
        }
    }

    /// How many columns there are to scroll through.
    var columnCount: Int {
        let cells = cells
        return editable?.rows.compactMap { cells[$0.cell].placeCount }.max() ?? 0
    }

    /// The columns from the left at which `row` has cells, where the drawing counts from `origin`.
    func columns(ofRow row: Drawing.Row, _ origin: Drawing.Side) -> Range<Int> {
        let count = cells[row.cell].placeCount ?? 0
        return row.origin ?? origin == .left ? 0..<count : columnCount - count..<columnCount
    }

    /// The cell at which editing begins: under the first pointer, or beyond a column that has its result already, where a change
    /// would come too late. Nil where no rows are drawn.
    var firstEditableCell: EditCursor? {
        guard let editable, let row = editable.rows.first else { return nil }
        let column = column(of: value(of: row.pointer, at: 0) ?? 0, row, editable.origin)
        let cursor = EditCursor(row: 0, column: min(column, columnCount - 1))
        return isPassed(cursor) ? cell(cursor, movedBy: 0, editable.origin == .right ? -1 : 1) : cursor
    }

    /// The cell beside `cursor`, or the same one at an edge.
    func cell(_ cursor: EditCursor, movedBy rows: Int, _ columns: Int) -> EditCursor {
        guard let editable, !editable.rows.isEmpty else { return cursor }
        let row = min(max(cursor.row + rows, 0), editable.rows.count - 1)
        let range = self.columns(ofRow: editable.rows[row], editable.origin)
        let column = min(max(cursor.column + columns, range.lowerBound), max(range.upperBound - 1, range.lowerBound))
        return EditCursor(row: row, column: column)
    }

    /// Which cell is at `cursor`; nil outside the rows.
    func address(of cursor: EditCursor) -> CellAddress? {
        guard let editable, editable.rows.indices.contains(cursor.row) else { return nil }
        let row = editable.rows[cursor.row]
        guard columns(ofRow: row, editable.origin).contains(cursor.column) else { return nil }
        return CellAddress(cell: row.cell, place: column(of: cursor.column, row, editable.origin))
    }

    /// Whether a change of the cell comes too late: its column has its result already.
    func isPassed(_ cursor: EditCursor) -> Bool {
        guard let editable, let result = editable.result, cursor.row != result else { return false }
        let row = editable.rows[result]
        guard columns(ofRow: row, editable.origin).contains(cursor.column) else { return false }
        return value(of: row.cell, at: column(of: cursor.column, row, editable.origin)) != nil
    }

    /// The number of the symbol `character` in the cell at `cursor`, where symbols stand in it that are no digits.
    func symbol(_ character: Character, at cursor: EditCursor) -> Int? {
        address(of: cursor).flatMap { cells[$0.cell].symbols?.firstIndex(of: String(character)) }
    }

    /// Whether symbols that are no digits stand in the cell at `cursor`.
    func takesSymbols(at cursor: EditCursor) -> Bool {
        address(of: cursor).map { cells[$0.cell].symbols != nil } ?? false
    }

    /// A column of a place, or a place of a column.
    private func column(of place: Int, _ row: Drawing.Row, _ origin: Drawing.Side) -> Int {
        row.origin ?? origin == .left ? place : columnCount - 1 - place
    }
}
