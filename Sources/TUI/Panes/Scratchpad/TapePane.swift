import NPIKit
import Scratchpads
import Support
import TerminalKit

/// Rows of symbols as tapes below each other: each is seen around its own pointers, which stand below it with their names and say
/// where they go next, or what they write.
struct TapePane {
    private let columns: ColumnScene
    private let form: Form
    /// How many columns a cell takes, its left edge included.
    private let pitch: Int
    /// Where the tapes' first cells begin.
    private let left: Int
    private let top: Int
    private let room: Int

    /// How much of a tape there is room for.
    private enum Form: Int, CaseIterable {
        /// A symbol between brackets for pointers.
        case line = 1
        /// Symbols between strokes, and the pointers below.
        case strokes = 2
        /// Symbols in boxes, and the pointers below.
        case boxes = 4
    }

    init(_ columns: ColumnScene, in size: Size) {
        self.columns = columns
        let rowCount = columns.rows.count
        let counters = columns.counters.isEmpty ? 0 : 1
        let form = Form.allCases.last { $0.rawValue * rowCount + counters <= size.height } ?? .line
        self.form = form
        let nameWidth = columns.nameWidth + 2
        // An edge on the right, and a mark on either side of what is cut off.
        let room = max(size.width - nameWidth - 3, 1)
        self.room = room
        let count = columns.columnCount
        let pitches = form == .line ? [3] : [6, 4]
        let pitch = pitches.first { $0 * count <= room } ?? (form == .line ? 3 : room / 4 >= 5 ? 4 : 2)
        self.pitch = pitch
        let width = nameWidth + min(count, room / pitch) * pitch + 1
        left = centered(width, in: size.width) + nameWidth
        top = centered(form.rawValue * rowCount + counters, in: size.height)
    }

    /// Draws the tapes. Returns where the edit cursor stands, if it is in sight.
    func draw(on canvas: inout Canvas) -> Point? {
        var cursor: Point?
        for row in columns.rows.indices {
            let y = top + row * form.rawValue
            guard y < canvas.bounds.height else { break }
            if let found = draw(row, y, on: &canvas) { cursor = found }
        }
        let y = top + columns.rows.count * form.rawValue
        if !columns.counters.isEmpty, y < canvas.bounds.height {
            canvas.write(columns.counterLine(canvas.glyphs), in: canvas.bounds.row(y), align: .center)
        }
        return cursor
    }

    /// Draws one tape from row `y` of the canvas on.
    private func draw(_ row: Int, _ y: Int, on canvas: inout Canvas) -> Point? {
        let glyphs = canvas.glyphs
        let middle = form == .boxes ? y + 1 : y
        canvas.write(
            columns.rows[row].name, at: Point(left - columns.nameWidth - 2, middle), style: columns.nameStyle(row))
        let window = columns.window(ofTape: row, room: room / pitch)
        guard !window.isEmpty else { return nil }
        let whole = columns.range(ofRow: row)
        // A tape that is all in sight stands where its columns do.
        let shift = columns.columnCount * pitch <= room ? 0 : window.lowerBound
        func x(_ column: Int) -> Int { left + (column - shift) * pitch }
        var cursor: Point?
        for column in window {
            let cell = columns.cell(row, column, glyphs)
            let edge = Rect(x(column), y, pitch + 1, 3)
            let point = Point(x(column) + (form == .line ? 1 : pitch / 2), middle)
            switch form {
            case .boxes: canvas.box(edge, shape: .square)
            case .strokes: canvas.verticalLine(x: edge.minX, from: y, through: y)
            case .line: break
            }
            if form == .strokes, column == window.upperBound - 1 {
                canvas.verticalLine(x: edge.maxX - 1, from: y, through: y)
            }
            canvas.put(cell.symbol, at: point, style: cell.symbolStyle)
            if cell.mark == .edited || form == .line {
                let (before, behind) = cell.mark.sides(glyphs)
                canvas.put(before, at: point.moved(-1, 0), style: cell.markStyle)
                canvas.put(behind, at: point.moved(1, 0), style: cell.markStyle)
            }
            if cell.mark == .edited { cursor = point }
        }
        let end = x(window.upperBound) + (form == .line ? 0 : 1)
        if window.lowerBound > whole.lowerBound {
            canvas.put(glyphs.ellipsis, at: Point(left - 1, middle), style: .dim)
        }
        if window.upperBound < whole.upperBound { canvas.put(glyphs.ellipsis, at: Point(end, middle), style: .dim) }
        if form != .line {
            let line = Rect(0, form == .boxes ? y + 3 : y + 1, canvas.bounds.width, 1)
            drawPointers(row, window, in: line, on: &canvas) { x($0) + pitch / 2 }
        } else {
            drawHidden(row, window, y, end, on: &canvas)
        }
        return cursor
    }

    /// The pointers below their cells, from the left; those out of sight at the end where they are.
    private func drawPointers(
        _ row: Int, _ window: Range<Int>, in line: Rect, on canvas: inout Canvas, middle: (Int) -> Int
    ) {
        let heads = columns.heads(row)
        let places = Dictionary(grouping: heads) { min(max($0.column, window.lowerBound - 1), window.upperBound) }
        var end = line.maxX
        // From the right, so that a name that has no room gives way to the next pointer.
        for (column, heads) in places.sorted(by: { $0.key > $1.key }) {
            let isInSight = window.contains(column)
            var text = StyledText("")
            if !isInSight {
                let sign = column < window.lowerBound ? canvas.glyphs.pointerLeft : canvas.glyphs.pointerRight
                text = StyledText(String(sign), Style(.pointer))
            }
            for (index, head) in heads.enumerated() {
                text += (index > 0 ? " " : "") + head.text(isInSight: isInSight && index == 0, canvas.glyphs)
            }
            let below = isInSight ? middle(column) : column < window.lowerBound ? left - 1 : middle(column)
            let start = min(heads[0].startsWithArrow && isInSight ? below - 1 : below, max(end - text.columns, 0))
            canvas.write(text, in: Rect(start, line.minY, max(end - start, 1), 1))
            end = start
        }
    }

    /// Where pointers are that are out of sight, at the ends of the tape itself.
    private func drawHidden(_ row: Int, _ window: Range<Int>, _ y: Int, _ end: Int, on canvas: inout Canvas) {
        let heads = columns.heads(row)
        if heads.contains(where: { $0.column < window.lowerBound }) {
            canvas.put(canvas.glyphs.pointerLeft, at: Point(left - 1, y), style: Style(.pointer))
        }
        if heads.contains(where: { $0.column >= window.upperBound }) {
            canvas.put(canvas.glyphs.pointerRight, at: Point(end, y), style: Style(.pointer))
        }
    }
}
