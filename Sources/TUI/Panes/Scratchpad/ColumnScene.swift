import NPIKit
import Scratchpads
import TerminalKit
import Tours

/// What the two ways of drawing rows of symbols have in common: what each cell shows, and what happens to each row.
struct ColumnScene {
    let rows: [Drawing.Row]
    /// The row above which a rule is drawn.
    let result: Int?
    let columnCount: Int
    let editing: EditCursor?
    let scroll: Int
    /// The longest name of a row, in columns.
    let nameWidth: Int
    private let world: AnyScratchpad
    private let origin: Drawing.Side
    private let latest: Action.Change?
    private let next: Action.Change?
    private let spotlights: Set<Spotlight>

    init(_ drawing: ColumnDrawing, _ scene: Scene) {
        rows = drawing.rows
        result = drawing.result
        origin = drawing.origin
        let world = scene.world
        self.world = world
        columnCount = world.columnCount
        nameWidth = rows.map(\.name.columns).max() ?? 0
        editing = scene.view.editing
        scroll = scene.view.scroll.scratchpad
        latest = scene.latestAction.flatMap { world.action($0)?.change }
        next = scene.nextAction.flatMap { world.action($0)?.change }
        spotlights = scene.spotlights
    }

    /// How the name of a row looks.
    func nameStyle(_ row: Int) -> Style {
        spotlights.contains(.row(rows[row].cell)) ? .shown : .dim
    }

    /// At most `room` columns around the pointers, or around the edit cursor.
    func window(room: Int) -> ColumnWindow {
        if let editing {
            return ColumnWindow(total: columnCount, room: room, around: editing.column)
        }
        // The second of four: neither a pointer that runs ahead nor one that stays behind moves the window.
        let pointers = rows.indices.map(pointer).sorted()
        return ColumnWindow(
            total: columnCount, room: room, around: pointers[min(1, pointers.count - 1)], scroll: scroll)
    }

    /// The column at which the pointer of `row` stands.
    func pointer(_ row: Int) -> Int { column(of: world.value(of: rows[row].pointer, at: 0) ?? 0) }

    private func column(of place: Int) -> Int { origin == .left ? place : columnCount - 1 - place }

    /// What happened to a row, or is about to.
    enum RowNote {
        case done(String)
        case coming(String)
    }

    func note(on row: Int) -> RowNote? {
        if let next, concerns(next, row) { return .coming("next: \(words(next, row, past: false))") }
        return latest.flatMap { concerns($0, row) ? .done(words($0, row, past: true)) : nil }
    }

    private func concerns(_ change: Action.Change, _ row: Int) -> Bool {
        switch change {
        case .move(let pointer, _): pointer == rows[row].pointer
        case .write(let cell, _): cell == rows[row].cell
        case .swap(let first, let second): [first, second].contains(rows[row].pointer)
        case .other: false
        }
    }

    private func words(_ change: Action.Change, _ row: Int, past: Bool) -> String {
        switch change {
        case .move(_, .left): past ? "moved left" : "move left"
        case .move(_, .right): past ? "moved right" : "move right"
        case .write(_, let value): "\(past ? "wrote" : "write") \(value.map(String.init) ?? "blank")"
        case .swap: past ? "swapped" : "swap"
        case .other: ""
        }
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

    func cell(_ row: Int, _ column: Int, _ glyphs: Glyphs) -> Cell {
        let place = self.column(of: column)
        let value = world.value(of: rows[row].cell, at: place)
        var cell = Cell(
            symbol: value.flatMap { String($0).unicodeScalars.first } ?? glyphs.empty,
            symbolStyle: Style(value == nil ? .dim : rows[row].isAuxiliary ? .carry : .value))
        if isPointed(row, column) {
            mark(&cell, row)
            if spotlights.contains(.pointer(rows[row].pointer)) { cell.markStyle = .shown }
        }
        if spotlights.contains(.cell(CellAddress(cell: rows[row].cell, place: place))) {
            cell.symbolStyle.attributes.insert(.reverse)
        }
        if let editing, editing.row == row, editing.column == column {
            cell.mark = .edited
            cell.markStyle = Style(.warning, attributes: .bold)
            cell.symbolStyle.attributes.insert(.reverse)
        }
        return cell
    }

    func isPointed(_ row: Int, _ column: Int) -> Bool { pointer(row) == column }

    private func mark(_ cell: inout Cell, _ row: Int) {
        cell.mark = .pointed
        if let latest, concerns(latest, row) {
            switch latest {
            case .write, .swap: cell.symbolStyle = Style(.changed)
            case .move: cell.markStyle = Style(.changed)
            case .other: break
            }
        }
        guard let next, concerns(next, row) else { return }
        switch next {
        case .write, .swap: cell.mark = .writing
        case .move(_, let direction): cell.mark = .leaving(direction)
        case .other: return
        }
        cell.markStyle = Style(.accent, attributes: .bold)
    }
}

extension ColumnScene.Mark {
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

extension ColumnScene.RowNote {
    /// How many columns a note takes, the space before it included.
    static let width = 18

    var styled: StyledText {
        switch self {
        case .done(let text): StyledText(text, Style(.changed))
        case .coming(let text): StyledText(text, Style(.accent))
        }
    }
}
