import Scratchpads
import TerminalKit

/// Rows of symbols as a grid of boxes: for large panes. In large boxes digits are made of blocks.
struct ColumnGrid {
    private let columns: ColumnScene
    private let window: ColumnWindow
    /// Whether what happens to a row is told beside it; where large boxes leave no room, it is told below them.
    private let hasNotes: Bool
    private let hasNoteBelow: Bool
    /// How many columns a dot of a digit takes; nil for digits of one character.
    private let scale: Int?
    /// The inside of a box.
    private let cell: Size
    /// The corner of the grid.
    private let corner: Point

    /// The rows' names and what is between them and the boxes.
    private let nameWidth: Int
    /// Between the other rows and that of the result.
    private let gap: Int
    /// Above the boxes: the numbers of the places.
    private let header: Int

    /// Finds the largest boxes with which all columns fit, or else the smallest ones; nil if even these are too high.
    init?(_ columns: ColumnScene, in size: Size) {
        let rowCount = columns.rows.count
        let nameWidth = columns.nameWidth + 3
        let gap = columns.result == nil ? 0 : 1
        self.nameWidth = nameWidth
        self.gap = gap
        let header = columns.showsPlaces ? 1 : 0
        self.header = header
        let counters = columns.counters.isEmpty ? 0 : 1
        func height(_ cell: Size) -> Int { header + (cell.height + 1) * rowCount + 1 + gap + max(counters, 1) }
        func room(_ cell: Size, _ notes: Int) -> Int { (size.width - nameWidth - 2 - notes) / (cell.width + 1) }
        let noteWidth = ColumnScene.RowNote.width
        let large = columns.hasDigits ? [Size(17, 10), Size(13, 8), Size(11, 5)] : []
        let sizes = large + [Size(7, 3), Size(5, 3), Size(5, 1), Size(3, 1)]
        let fitting = sizes.filter { height($0) <= size.height }
        // Large digits are worth more than notes beside them.
        let whole = fitting.first { cell in
            room(cell, cell.height < 3 || !columns.hasDigits ? noteWidth : 0) >= columns.columnCount
        }
        // On a long number columns are worth more than notes.
        guard let cell = whole ?? fitting.last, room(cell, 0) >= min(columns.columnCount, 5) else { return nil }
        self.columns = columns
        self.cell = cell
        hasNotes = whole.map { room($0, noteWidth) >= columns.columnCount } ?? false
        hasNoteBelow = whole != nil && !hasNotes && counters == 0
        scale = columns.hasDigits ? Self.scale(of: cell) : nil
        window = columns.window(room: room(cell, hasNotes ? noteWidth : 0))
        let core = nameWidth + window.range.count * (cell.width + 1) + 1
        let indent = min(centered(core, in: size.width), size.width - core - (hasNotes ? noteWidth : 1))
        corner = Point(max(indent, 0) + nameWidth, centered(height(cell) - 1, in: size.height) + header)
    }

    func draw(on canvas: inout Canvas) -> Point? {
        for row in columns.rows.indices {
            for column in visible(row) { canvas.box(box(row, column), shape: .square) }
        }
        if header > 0 {
            let y = corner.y - header
            window.drawPlaces(of: columns, y: y, on: &canvas) { middle(of: box(0, $0)).x }
        }
        var cursor: Point?
        for row in columns.rows.indices {
            drawEnds(row, on: &canvas)
            for column in visible(row) {
                let cell = columns.cell(row, column, canvas.glyphs)
                let names = columns.pointerNames(row, column)
                draw(cell, names, isPointed: columns.isPointed(row, column), in: box(row, column), on: &canvas)
                if cell.mark == .edited { cursor = middle(of: box(row, column)) }
            }
            if hasNotes, let note = columns.note(on: row) {
                let right = box(row, window.range.upperBound - 1).maxX
                canvas.write(note.styled, at: Point(right + 2, middle(of: box(row, 0)).y))
            }
        }
        let y = box(columns.rows.count - 1, 0).maxY
        if !columns.counters.isEmpty {
            canvas.write(columns.counterLine(canvas.glyphs), in: Rect(0, y, canvas.bounds.width, 1), align: .center)
        } else if let text = window.text("columns") {
            canvas.write(StyledText(text, .dim), in: Rect(0, y, canvas.bounds.width, 1), align: .center)
        } else if hasNoteBelow, let note = noteBelow {
            canvas.write(note, in: Rect(0, y, canvas.bounds.width, 1), align: .center)
        }
        return cursor
    }

    /// What happens to the row that comes next, or to the one that was changed last.
    private var noteBelow: StyledText? {
        let notes = columns.rows.indices.compactMap { row in columns.note(on: row).map { (row, $0) } }
        let coming = notes.first { if case .coming = $0.1 { true } else { false } }
        return (coming ?? notes.first).map { StyledText(columns.rows[$0.0].name + " ", .dim) + $0.1.styled }
    }

    /// How large the digits in boxes of this size are.
    private static func scale(of cell: Size) -> Int? {
        (1...4).last { BlockDigit.size(scale: $0).height <= cell.height && 3 * $0 + 2 <= cell.width }
    }

    /// The columns in sight at which a row has cells.
    private func visible(_ row: Int) -> Range<Int> { window.range.clamped(to: columns.range(ofRow: row)) }

    /// The frame of a cell; neighbours share their edges.
    private func box(_ row: Int, _ column: Int) -> Rect {
        let x = corner.x + (column - window.range.lowerBound) * (cell.width + 1)
        let y = corner.y + row * (cell.height + 1) + (columns.result.map { row >= $0 } ?? false ? gap : 0)
        return Rect(x, y, cell.width + 2, cell.height + 2)
    }

    private func middle(of box: Rect) -> Point {
        Point(box.minX + box.width / 2, box.minY + box.height / 2)
    }

    private func draw(
        _ cell: ColumnScene.Cell, _ names: String?, isPointed: Bool, in box: Rect, on canvas: inout Canvas
    ) {
        let middle = middle(of: box)
        if isPointed {
            canvas.box(box, shape: .square, style: Style(.pointer))
            canvas.put(canvas.glyphs.pointerDown, at: Point(middle.x, box.minY), style: cell.markStyle)
            let room = box.maxX - 1 - middle.x - 1
            if let names, room > 0 {
                // Two pointers on one cell, where their names have no room, are shown by a sign of their own.
                let text = names.columns <= room ? names : names.contains(",") ? "*" : names.fitted(to: room)
                canvas.write(text, at: Point(middle.x + 1, box.minY), style: cell.markStyle)
            }
        }
        let side = max(drawSymbol(cell, in: box, on: &canvas) / 2 + 1, box.width > 5 ? 2 : 1)
        // The box itself says where the pointer stands.
        guard cell.mark != .pointed else { return }
        let (left, right) = cell.mark.sides(canvas.glyphs)
        canvas.put(left == "[" ? " " : left, at: middle.moved(-side, 0), style: cell.markStyle)
        canvas.put(right == "]" ? " " : right, at: middle.moved(side, 0), style: cell.markStyle)
    }

    /// Draws what stands in the cell, and returns how wide that is.
    private func drawSymbol(_ cell: ColumnScene.Cell, in box: Rect, on canvas: inout Canvas) -> Int {
        guard let scale, scale > 1 || !canvas.glyphs.isASCII, let digit = BlockDigit(cell.symbol) else {
            canvas.put(cell.symbol, at: middle(of: box), style: cell.symbolStyle)
            return 1
        }
        let size = BlockDigit.size(scale: scale)
        let origin = Point(box.minX + (box.width - size.width) / 2, box.minY + (box.height - size.height) / 2)
        if cell.symbolStyle.attributes.contains(.reverse) {
            canvas.fill(box.inset(horizontal: 1, vertical: 1), style: cell.symbolStyle)
        }
        canvas.put(digit, scale: scale, at: origin, style: cell.symbolStyle)
        return size.width
    }

    /// The row's name, and at the ends what is out of sight: more columns, or the row's pointer.
    private func drawEnds(_ row: Int, on canvas: inout Canvas) {
        let glyphs = canvas.glyphs
        let y = middle(of: box(row, window.range.lowerBound)).y
        canvas.write(columns.rows[row].name, at: Point(corner.x - nameWidth, y), style: columns.nameStyle(row))
        let pointers = columns.pointerColumns(row)
        let start = Point(corner.x - 1, y)
        if pointers.contains(where: { $0 < window.range.lowerBound }) {
            canvas.put(glyphs.pointerLeft, at: start, style: Style(.pointer))
        } else if window.isCutLeft {
            canvas.put(glyphs.ellipsis, at: start, style: .dim)
        }
        let end = Point(box(row, window.range.upperBound - 1).maxX, y)
        if pointers.contains(where: { $0 >= window.range.upperBound }) {
            canvas.put(glyphs.pointerRight, at: end, style: Style(.pointer))
        } else if window.isCutRight {
            canvas.put(glyphs.ellipsis, at: end, style: .dim)
        }
    }
}
