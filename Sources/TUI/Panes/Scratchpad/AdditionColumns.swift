import NPIKit
import Scratchpads
import TerminalKit
import Tours

/// What the two ways of drawing an addition pad have in common: what each cell shows, and what happens to each row.
struct AdditionColumns {
    let pad: AdditionPad
    let editing: EditCursor?
    let scroll: Int
    private let latest: AdditionAction?
    private let next: AdditionAction?
    private let spotlights: Set<Spotlight>

    init(_ pad: AdditionPad, _ scene: Scene) {
        self.pad = pad
        editing = scene.view.editing
        scroll = scene.view.scratchpadScroll
        latest = scene.latestAction.flatMap { AdditionAction($0) }
        next = scene.nextAction.flatMap { AdditionAction($0) }
        spotlights = scene.spotlights
    }

    /// How the name of a row looks.
    func nameStyle(_ row: AdditionRow) -> Style {
        spotlights.contains(.row(row.rawValue)) ? .shown : .dim
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

    /// One cell: what stands in it, and what is up with it.
    struct Cell {
        var symbol: Unicode.Scalar
        var symbolStyle: Style
        var mark = Mark.none
        var markStyle = Style(.pointer)
    }

    /// What is up with a cell, as it is shown on both sides of its symbol.
    enum Mark: Hashable {
        case none
        /// The row's pointer stands on it.
        case pointed
        /// The row's pointer is about to go from here.
        case leaving(Direction)
        /// It is about to be written.
        case writing
        /// The edit cursor stands on it.
        case edited
    }

    func cell(_ row: AdditionRow, _ column: Int, _ glyphs: Glyphs) -> Cell {
        let symbol = pad.cell(row, column)
        var cell = Cell(
            symbol: symbol.digit.map { Unicode.Scalar(UInt8(ascii: "0") + UInt8($0)) } ?? glyphs.empty,
            symbolStyle: Style(symbol.isBlank ? .dim : row == .carry ? .carry : .value))
        if isPointed(row, column) {
            mark(&cell, row)
            if spotlights.contains(.pointer(row.rawValue)) { cell.markStyle = .shown }
        }
        if spotlights.contains(.cell(row: row.rawValue, place: pad.columnCount - 1 - column)) {
            cell.symbolStyle.attributes.insert(.reverse)
        }
        if let editing, editing.row == row.rawValue, editing.column == column {
            cell.mark = .edited
            cell.markStyle = Style(.warning, attributes: .bold)
            cell.symbolStyle.attributes.insert(.reverse)
        }
        return cell
    }

    func isPointed(_ row: AdditionRow, _ column: Int) -> Bool { pad.pointer(row) == column }

    private func mark(_ cell: inout Cell, _ row: AdditionRow) {
        cell.mark = .pointed
        switch latest {
        case .write(row, _): cell.symbolStyle = Style(.changed)
        case .move(row, _): cell.markStyle = Style(.changed)
        default: break
        }
        switch next {
        case .write(row, _): cell.mark = .writing
        case .move(row, let direction): cell.mark = .leaving(direction)
        default: return
        }
        cell.markStyle = Style(.accent, attributes: .bold)
    }
}

extension AdditionColumns.Mark {
    /// The characters before and after the symbol: brackets for a pointer; arrows for where it goes, or what it writes.
    func sides(_ glyphs: Glyphs) -> (Unicode.Scalar, Unicode.Scalar) {
        switch self {
        case .none: (" ", " ")
        case .pointed: ("[", "]")
        case .leaving(.left): (glyphs.arrowLeft, "]")
        case .leaving(.right): ("[", glyphs.arrowRight)
        case .writing: (glyphs.pointerRight, glyphs.pointerLeft)
        case .edited: ("{", "}")
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
