import Scratchpads

/// The cells that the edit cursor can stand on: those of the rows that are drawn.
extension AnyScratchpad {
    /// The rows, indices of the cells, and at which end their place 0 is; nil where no rows are drawn.
    private var editable: (rows: [Int], pointers: [Int], origin: Drawing.Side, result: Int?)? {
        switch drawing.content {
        case .columns(let columns):
            (columns.rows.map(\.cell), columns.rows.map(\.pointer), columns.origin, columns.result)
        case .bars(let bars): ([bars.values], bars.pointers, .left, nil)
        case .camera: nil
        }
    }

    /// How many columns there are to scroll through.
    var columnCount: Int {
        editable?.rows.first.flatMap { cells[$0].placeCount } ?? 0
    }

    /// The cell at which editing begins: under the first pointer, or beyond a column that has its result already, where a change
    /// would come too late. Nil where no rows are drawn.
    var firstEditableCell: EditCursor? {
        guard let editable, let pointer = editable.pointers.first else { return nil }
        let column = column(of: value(of: pointer, at: 0) ?? 0, editable.origin)
        let cursor = EditCursor(row: 0, column: min(column, columnCount - 1))
        return isPassed(cursor) ? cell(cursor, movedBy: 0, editable.origin == .right ? -1 : 1) : cursor
    }

    /// The cell beside `cursor`, or the same one at an edge.
    func cell(_ cursor: EditCursor, movedBy rows: Int, _ columns: Int) -> EditCursor {
        EditCursor(
            row: min(max(cursor.row + rows, 0), max((editable?.rows.count ?? 1) - 1, 0)),
            column: min(max(cursor.column + columns, 0), max(columnCount - 1, 0)))
    }

    /// Which cell is at `cursor`; nil outside the rows.
    func address(of cursor: EditCursor) -> CellAddress? {
        guard let editable, editable.rows.indices.contains(cursor.row), (0..<columnCount).contains(cursor.column) else {
            return nil
        }
        return CellAddress(cell: editable.rows[cursor.row], place: column(of: cursor.column, editable.origin))
    }

    /// Whether a change of the cell comes too late: its column has its result already.
    func isPassed(_ cursor: EditCursor) -> Bool {
        guard let editable, let result = editable.result, cursor.row != result else { return false }
        return value(of: editable.rows[result], at: column(of: cursor.column, editable.origin)) != nil
    }

    /// A column of a place, or a place of a column.
    private func column(of place: Int, _ origin: Drawing.Side) -> Int {
        origin == .left ? place : columnCount - 1 - place
    }
}
