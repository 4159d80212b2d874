import NPIKit
import Scratchpads
import TerminalKit
import Tours

/// What the ways of drawing rows of symbols have in common: what each cell shows, and what happens to each row.
struct ColumnScene {
    let rows: [Drawing.Row]
    /// The row above which a rule is drawn.
    let result: Int?
    /// Whether the places are numbered above the columns.
    let showsPlaces: Bool
    /// Pointers without a row, indices of the environment's cells.
    let counters: [Int]
    let columnCount: Int
    let editing: EditCursor?
    let scroll: Int
    /// The longest name of a row, in columns.
    let nameWidth: Int
    private let world: AnyScratchpad
    private let cells: [Scratchpads.Cell]
    /// The pointers on each row.
    private let pointers: [[Int]]
    private let origin: Drawing.Side
    private let latest: Action.Change?
    private let next: Action.Change?
    private let spotlights: Set<Spotlight>

    init(_ drawing: ColumnDrawing, _ scene: Scene, showsPlaces: Bool = false) {
        rows = drawing.rows
        result = drawing.result
        counters = drawing.counters
        origin = drawing.origin
        self.showsPlaces = showsPlaces
        let world = scene.world
        let cells = world.cells
        self.world = world
        self.cells = cells
        pointers = rows.map { $0.pointers(of: cells) }
        columnCount = world.columnCount
        nameWidth = rows.map(\.name.columns).max() ?? 0
        editing = scene.view.editing
        scroll = scene.view.scroll.scratchpad
        latest = scene.latestAction.flatMap { world.action($0)?.change }
        next = scene.nextAction.flatMap { world.action($0)?.change }
        spotlights = scene.spotlights
    }

    /// Whether digits stand in some of the rows.
    var hasDigits: Bool { rows.contains { cells[$0.cell].symbols == nil } }

    /// How the name of a row looks.
    func nameStyle(_ row: Int) -> Style {
        spotlights.contains(.row(rows[row].cell)) ? .shown : .dim
    }

    // MARK: Columns

    /// At most `room` columns around the pointers, or around the edit cursor.
    func window(room: Int) -> ColumnWindow {
        if let editing {
            return ColumnWindow(total: columnCount, room: room, around: editing.column)
        }
        // The second of four: neither a pointer that runs ahead nor one that stays behind moves the window.
        let anchors = rows.indices.compactMap { pointerColumns($0).first }.sorted()
        let anchor = anchors.isEmpty ? 0 : anchors[min(1, anchors.count - 1)]
        return ColumnWindow(total: columnCount, room: room, around: anchor, scroll: scroll)
    }

    /// At most `room` of the columns of a row around its own pointers, or around the edit cursor.
    func window(ofTape row: Int, room: Int) -> Range<Int> {
        let range = range(ofRow: row)
        let columns = pointerColumns(row)
        // Where not all pointers are in sight together, the one that acts is.
        let acting =
            pointers[row].firstIndex { concerns(next, pointer: $0) }
            ?? pointers[row].firstIndex { concerns(latest, pointer: $0) } ?? 0
        let spread = (columns.max() ?? 0) - (columns.min() ?? 0)
        var anchor = spread < room ? ((columns.max() ?? 0) + (columns.min() ?? 0)) / 2 : columns[acting]
        if let editing, editing.row == row { anchor = editing.column }
        let window = ColumnWindow(
            total: range.count, room: room, around: anchor - range.lowerBound, scroll: editing == nil ? scroll : 0)
        return window.range.lowerBound + range.lowerBound..<window.range.upperBound + range.lowerBound
    }

    /// The columns at which a row has cells.
    func range(ofRow row: Int) -> Range<Int> { world.columns(ofRow: rows[row], origin) }

    /// The columns at which the pointers of `row` stand.
    func pointerColumns(_ row: Int) -> [Int] {
        pointers[row].map { column(of: world.value(of: $0, at: 0) ?? 0, row) }
    }

    private func side(_ row: Int) -> Drawing.Side { rows[row].origin ?? origin }

    private func column(of place: Int, _ row: Int) -> Int {
        side(row) == .left ? place : columnCount - 1 - place
    }

    /// The number of the place at `column`, where all rows count alike.
    func place(at column: Int) -> Int { origin == .left ? column : columnCount - 1 - column }

    // MARK: Changes

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
        if case .write(let cell, _, nil) = change { return cell == rows[row].cell }
        return pointers[row].contains { concerns(change, pointer: $0) }
    }

    /// Whether a change is one of `pointer`, or of what it stands on.
    private func concerns(_ change: Action.Change?, pointer: Int) -> Bool {
        switch change {
        case .move(let moved, _)?: moved == pointer
        case .write(let cell, _, let writer)?:
            writer.map { $0 == pointer } ?? rows.contains { $0.cell == cell && $0.pointer == pointer }
        case .swap(let first, let second)?: first == pointer || second == pointer
        case .other?, nil: false
        }
    }

    private func words(_ change: Action.Change, _ row: Int, past: Bool) -> String {
        let name = pointers[row].count > 1 ? pointers[row].first { concerns(change, pointer: $0) }.map(name(of:)) : nil
        let who = name.map { " \($0)" } ?? ""
        switch change {
        case .move(_, .left): return past ? "moved\(who) left" : "move\(who) left"
        case .move(_, .right): return past ? "moved\(who) right" : "move\(who) right"
        case .write(_, let value, _): return "\(past ? "wrote" : "write") \(text(of: value, row) ?? "blank")"
        case .swap: return past ? "swapped" : "swap"
        case .other: return ""
        }
    }

    /// A symbol of a row as it is written; nil for a blank.
    private func text(of value: Int?, _ row: Int) -> String? { value.map { cells[rows[row].cell].text(of: $0) } }

    // MARK: Cells

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
        /// A pointer stands on it.
        case pointed
        /// A pointer is about to go from here.
        case leaving(Direction)
        /// It is about to be written.
        case writing
        /// The edit cursor stands on it.
        case edited
    }

    func cell(_ row: Int, _ column: Int, _ glyphs: Glyphs) -> Cell {
        let place = self.column(of: column, row)
        let value = world.value(of: rows[row].cell, at: place)
        var cell = Cell(
            symbol: text(of: value, row)?.unicodeScalars.first ?? glyphs.empty,
            symbolStyle: Style(value == nil ? .dim : rows[row].isAuxiliary ? .carry : .value))
        let standing = pointers(at: column, row)
        for pointer in standing { mark(&cell, pointer) }
        if standing.contains(where: { spotlights.contains(.pointer($0)) }) { cell.markStyle = .shown }
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

    func isPointed(_ row: Int, _ column: Int) -> Bool { pointerColumns(row).contains(column) }

    private func pointers(at column: Int, _ row: Int) -> [Int] {
        zip(pointers[row], pointerColumns(row)).filter { $0.1 == column }.map(\.0)
    }

    private func mark(_ cell: inout Cell, _ pointer: Int) {
        if cell.mark == .none { cell.mark = .pointed }
        if concerns(latest, pointer: pointer) {
            switch latest {
            case .write?, .swap?: cell.symbolStyle = Style(.changed)
            case .move?: cell.markStyle = Style(.changed)
            case .other?, nil: break
            }
        }
        guard concerns(next, pointer: pointer) else { return }
        switch next {
        case .write?, .swap?: cell.mark = .writing
        case .move(_, let direction)?: cell.mark = .leaving(direction)
        case .other?, nil: return
        }
        cell.markStyle = Style(.accent, attributes: .bold)
    }

    // MARK: Pointers by name

    /// The pointers of a row with their names, from the first.
    func heads(_ row: Int) -> [PointerHead] {
        zip(pointers[row], pointerColumns(row)).map { pointer, column in
            PointerHead(
                column: column, name: name(of: pointer) == rows[row].name ? "" : name(of: pointer),
                next: next.flatMap { concerns($0, pointer: pointer) ? coming($0, row) : nil },
                hasActed: concerns(latest, pointer: pointer), isShown: spotlights.contains(.pointer(pointer)))
        }
    }

    /// The names of the pointers at a cell, where its row has several; nil elsewhere.
    func pointerNames(_ row: Int, _ column: Int) -> String? {
        guard pointers[row].count > 1 || showsPlaces else { return nil }
        let names = pointers(at: column, row).map(name(of:)).filter { $0 != rows[row].name }
        return names.isEmpty ? nil : names.joined(separator: ",")
    }

    /// How a pointer is called: "ptr_out" is OUT.
    private func name(of pointer: Int) -> String {
        let name = cells[pointer].name.uppercased()
        return name.hasPrefix("PTR_") && name.count > 4 ? String(name.dropFirst(4)) : name
    }

    private func coming(_ change: Action.Change, _ row: Int) -> PointerHead.Next? {
        switch change {
        case .move(_, let direction): .move(direction)
        case .write(_, let value, _): .write(text(of: value, row) ?? "blank")
        case .swap: .swap
        case .other: nil
        }
    }

    /// The pointers without a row: "DEPTH 2 of 9", with an arrow where one is about to move.
    func counterLine(_ glyphs: Glyphs) -> StyledText {
        let parts = counters.map { counter in
            let text =
                "\(name(of: counter)) \(world.value(of: counter, at: 0) ?? 0) of \(cells[counter].range.upperBound)"
            let isShown = spotlights.contains(.pointer(counter))
            guard case .move(counter, let direction)? = next else {
                return StyledText(text, isShown ? .shown : Style(concerns(latest, pointer: counter) ? .changed : .dim))
            }
            let sign = direction == .left ? "-1" : "+1"
            return StyledText("\(text), next \(sign)", isShown ? .shown : Style(.accent, attributes: .bold))
        }
        return parts.dropFirst().reduce(parts.first ?? StyledText("")) { $0 + "   " + $1 }
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
