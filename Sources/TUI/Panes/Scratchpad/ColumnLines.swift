import Scratchpads
import TerminalKit

/// Rows of symbols in a line each, with brackets for pointers: for small panes.
struct ColumnLines {
    private let columns: ColumnScene
    private let window: ColumnWindow
    private let hasNotes: Bool
    /// Where the first cell begins.
    private let left: Int
    /// The first row's line, and whether there is a rule above the result.
    private let top: Int
    private let hasRule: Bool
    /// Above the rows: the numbers of the places.
    private let header: Int

    private static let cellWidth = 3
    /// The rows' names and the mark of what is cut off.
    private let nameWidth: Int

    init(_ columns: ColumnScene, in size: Size) {
        self.columns = columns
        let nameWidth = columns.nameWidth + 2
        self.nameWidth = nameWidth
        let room = size.width - nameWidth - 2
        let noteWidth = ColumnScene.RowNote.width
        hasNotes = (room - noteWidth) / Self.cellWidth >= min(columns.columnCount, 9)
        window = columns.window(room: (room - (hasNotes ? noteWidth : 0)) / Self.cellWidth)
        let core = nameWidth + window.range.count * Self.cellWidth + 1
        let indent = min(centered(core, in: size.width), size.width - core - (hasNotes ? noteWidth : 0))
        left = max(indent, 0) + nameWidth
        hasRule = columns.result != nil && size.height > columns.rows.count
        header = columns.showsPlaces && size.height > columns.rows.count ? 1 : 0
        let rows = columns.rows.count + (hasRule ? 1 : 0) + header
        top = min(centered(rows, in: size.height), max(size.height - rows - 1, 0)) + header
    }

    func draw(on canvas: inout Canvas) -> Point? {
        var cursor: Point?
        if header > 0 { window.drawPlaces(of: columns, y: top - 1, on: &canvas) { x(of: $0) + 1 } }
        for row in columns.rows.indices {
            let y = line(of: row)
            drawEnds(row, y, on: &canvas)
            for column in window.range.clamped(to: columns.range(ofRow: row)) {
                let x = x(of: column)
                let cell = columns.cell(row, column, canvas.glyphs)
                draw(cell, at: Point(x, y), on: &canvas)
                if cell.mark == .edited { cursor = Point(x + 1, y) }
            }
            drawArrow(row, y, on: &canvas)
            if hasNotes, let note = columns.note(on: row) {
                canvas.write(note.styled, at: Point(x(of: window.range.upperBound) + 2, y))
            }
        }
        if hasRule, let result = columns.result {
            let y = line(of: result) - 1
            let width = window.range.count * Self.cellWidth
            canvas.horizontalLine(y: y, from: left, through: left + width - 1)
        }
        drawHint(on: &canvas)
        return cursor
    }

    private func line(of row: Int) -> Int {
        top + row + (hasRule && columns.result.map { row >= $0 } ?? false ? 1 : 0)
    }

    private func x(of column: Int) -> Int { left + (column - window.range.lowerBound) * Self.cellWidth }

    private func draw(_ cell: ColumnScene.Cell, at point: Point, on canvas: inout Canvas) {
        var mark = cell.mark
        if case .leaving = mark { mark = .pointed }
        let (left, right) = mark.sides(canvas.glyphs)
        canvas.put(left, at: point, style: cell.markStyle)
        canvas.put(cell.symbol, at: point.moved(1, 0), style: cell.symbolStyle)
        canvas.put(right, at: point.moved(2, 0), style: cell.markStyle)
    }

    /// Where the row's pointer is about to go, beside its brackets.
    private func drawArrow(_ row: Int, _ y: Int, on canvas: inout Canvas) {
        for pointer in columns.pointerColumns(row) where window.range.contains(pointer) {
            let cell = columns.cell(row, pointer, canvas.glyphs)
            guard case .leaving(let direction) = cell.mark else { continue }
            let (glyph, offset) =
                direction == .left ? (canvas.glyphs.arrowLeft, -1) : (canvas.glyphs.arrowRight, Self.cellWidth)
            canvas.put(glyph, at: Point(x(of: pointer) + offset, y), style: cell.markStyle)
        }
    }

    /// The row's name, and at the ends what is out of sight: more columns, or the row's pointer.
    private func drawEnds(_ row: Int, _ y: Int, on canvas: inout Canvas) {
        let glyphs = canvas.glyphs
        canvas.write(columns.rows[row].name, at: Point(left - nameWidth, y), style: columns.nameStyle(row))
        let pointers = columns.pointerColumns(row)
        if pointers.contains(where: { $0 < window.range.lowerBound }) {
            canvas.put(glyphs.pointerLeft, at: Point(left - 1, y), style: Style(.pointer))
        } else if window.isCutLeft {
            canvas.put(glyphs.ellipsis, at: Point(left - 1, y), style: .dim)
        }
        let end = Point(x(of: window.range.upperBound), y)
        if pointers.contains(where: { $0 >= window.range.upperBound }) {
            canvas.put(glyphs.pointerRight, at: end, style: Style(.pointer))
        } else if window.isCutRight {
            canvas.put(glyphs.ellipsis, at: end, style: .dim)
        }
    }

    private func drawHint(on canvas: inout Canvas) {
        let y = line(of: columns.rows.count - 1) + 1
        guard columns.counters.isEmpty else {
            return canvas.write(columns.counterLine(canvas.glyphs), in: canvas.bounds.row(y), align: .center)
        }
        guard let text = window.text("columns"), y < canvas.bounds.height else { return }
        canvas.write(StyledText(text, .dim), in: canvas.bounds.row(y), align: .center)
    }
}
