import NPIKit
import Scratchpads

/// What the two ways of drawing an addition pad have in common: what each cell shows, and what happens to each row.
struct AdditionColumns {
    let pad: AdditionPad
    let editing: EditCursor?
    let scroll: Int
    private let latest: AdditionAction?
    private let next: AdditionAction?

    init(_ pad: AdditionPad, _ scene: Scene) {
        self.pad = pad
        editing = scene.view.editing
        scroll = scene.view.scratchpadScroll
        latest = scene.latestAction.flatMap { AdditionAction($0) }
        next = scene.nextAction.flatMap { AdditionAction($0) }
    }

    /// At most `room` columns around the pointers, or around the edit cursor.
    func window(room: Int) -> ColumnWindow {
        if let editing {
            return ColumnWindow(total: pad.columnCount, room: room, around: editing.column)
        }
        // The second of four: neither a pointer that runs ahead nor one that stays behind moves the window.
        let pointers = AdditionRow.allCases.map(pad.pointer).sorted()
        return ColumnWindow(total: pad.columnCount, room: room, around: pointers[1], scroll: scroll)
    }

    /// What happened to a row, or is about to.
    enum RowNote {
        case done(String)
        case coming(String)
    }

    func note(on row: AdditionRow) -> RowNote? {
        if let next, next.row == row { return .coming("next: \(next.verb)") }
        return latest.flatMap { $0.row == row ? .done($0.pastVerb) : nil }
    }

    /// One cell: a mark, the symbol and another mark.
    struct Cell {
        var symbol: Unicode.Scalar
        var symbolStyle: Style
        var left: Unicode.Scalar = " "
        var right: Unicode.Scalar = " "
        var markStyle = Style.text
        /// Whether the row's pointer stands on it.
        var isPointed = false
    }

    func cell(_ row: AdditionRow, _ column: Int, _ glyphs: Glyphs) -> Cell {
        let symbol = pad.cell(row, column)
        var cell = Cell(
            symbol: symbol.digit.map { Unicode.Scalar(UInt8(ascii: "0") + UInt8($0)) } ?? glyphs.empty,
            symbolStyle: Style(symbol.isBlank ? .dim : row == .carry ? .carry : .value))
        if pad.pointer(row) == column { mark(&cell, row, glyphs) }
        if let editing, editing.row == row.rawValue, editing.column == column {
            (cell.left, cell.right) = ("{", "}")
            cell.markStyle = Style(.warning, attributes: .bold)
            cell.symbolStyle.attributes.insert(.reverse)
        }
        return cell
    }

    /// Brackets for a pointer; arrows where it is about to move or to write.
    private func mark(_ cell: inout Cell, _ row: AdditionRow, _ glyphs: Glyphs) {
        cell.isPointed = true
        (cell.left, cell.right) = ("[", "]")
        cell.markStyle = Style(.pointer)
        switch latest {
        case .write(row, _): cell.symbolStyle = Style(.changed)
        case .move(row, _): cell.markStyle = Style(.changed)
        default: break
        }
        switch next {
        case .write(row, _):
            (cell.left, cell.right) = (glyphs.pointerRight, glyphs.pointerLeft)
            cell.markStyle = Style(.accent, attributes: .bold)
        case .move(row, .left):
            cell.left = glyphs.arrowLeft
            cell.markStyle = Style(.accent, attributes: .bold)
        case .move(row, .right):
            cell.right = glyphs.arrowRight
            cell.markStyle = Style(.accent, attributes: .bold)
        default: break
        }
    }
}

extension AdditionAction {
    fileprivate var row: AdditionRow {
        switch self {
        case .move(let row, _), .write(let row, _): row
        }
    }

    fileprivate var verb: String {
        switch self {
        case .move(_, .left): "move left"
        case .move(_, .right): "move right"
        case .write(_, let digit): "write \(digit)"
        }
    }

    fileprivate var pastVerb: String {
        switch self {
        case .move(_, .left): "moved left"
        case .move(_, .right): "moved right"
        case .write(_, let digit): "wrote \(digit)"
        }
    }
}

extension AdditionColumns.RowNote {
    /// How many columns a note takes, the space before it included.
    static let width = 18

    var styled: StyledText {
        switch self {
        case .done(let text): StyledText(text, Style(.changed))
        case .coming(let text): StyledText(text, Style(.accent))
        }
    }
}
