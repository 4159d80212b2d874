package import NPIKit

/// The cells are, in this order: the symbol under each pointer; where each pointer stands; the other names of counters; the length
/// of a list; the rows. Places are counted from the end that the rows are aligned to.
extension TaskPad: Scratchpad {
    package var cells: [Cell] {
        form.cellMap.map { entry in
            switch entry.kind {
            case .symbol(let pointer):
                let row = form.pointers[pointer].row ?? 0
                return form.cell(entry.name, of: row)
            case .pointer(let pointer): return Cell(entry.name, .pointer, in: 0...lastPosition(of: pointer))
            case .otherName(let pointer, let index):
                var cell = Cell(entry.name, .pointer, in: 0...lastPosition(of: pointer))
                cell.alias = index
                return cell
            case .length(let input):
                var cell = Cell(entry.name, in: inputSizes[input]...inputSizes[input])
                cell.isChangeable = false
                return cell
            case .row(let row):
                var cell = form.cell(entry.name, of: row)
                cell.role = .row(rows[row].count)
                return cell
            }
        }
    }

    package func value(of cell: Int, at place: Int) -> Int? {
        guard form.cellMap.indices.contains(cell) else { return nil }
        switch form.cellMap[cell].kind {
        case .symbol(let pointer): return symbol(at: pointer)
        case .pointer(let pointer), .otherName(let pointer, _): return self.place(of: pointer)
        case .length(let input): return inputSizes[input]
        case .row(let row): return symbol(in: row, at: place)
        }
    }

    package mutating func set(_ value: Int?, of cell: Int, at place: Int) {
        switch form.cellMap[cell].kind {
        case .symbol(let pointer): setSymbol(value, at: pointer)
        case .pointer(let pointer), .otherName(let pointer, _): setPlace(value ?? 0, of: pointer)
        case .length: break
        case .row(let row): setSymbol(value, in: row, at: place)
        }
    }

    package func action(_ arguments: Arguments) -> Action? {
        form.actions.action(arguments, on: form).map { Action(form.name(of: $0), change(of: $0)) }
    }

    package func argumentName(_ index: Int, _ value: Int) -> String? {
        switch index {
        case 0: form.pointers.indices.contains(value) ? form.pointers[value].label : nil
        case 1: form.actions.has(verb: value) ? ActionForm.verbName(value) : nil
        default: nil
        }
    }

    package func categoryName(_ category: Int, of field: Int) -> String? {
        guard case .symbol(let pointer) = form.fields[field], let row = form.pointers[pointer].row else {
            return category == 1 ? "yes" : "no"
        }
        guard category < form.rows[row].categoryCount else { return nil }
        return form.text(of: category == form.rows[row].blank ? nil : category, row: row)
    }

    package func highlight(of arguments: Arguments, _ effect: Effect) -> Highlight? {
        switch form.actions.action(arguments, on: form) {
        case .swap: return .swap
        case .write(let pointer, _), .copy(let pointer, _):
            guard let row = form.pointers[pointer].row else { return nil }
            return row == form.output.row ? .output : form.rows[row].isAuxiliary ? .carry : nil
        case .move, nil: return nil
        }
    }

    private func change(of action: ActionForm) -> Action.Change {
        func write(_ symbol: Int?, at pointer: Int) -> Action.Change {
            .write(
                row: form.cellIndex(.row(form.pointers[pointer].row ?? 0)), symbol,
                pointer: form.cellIndex(.pointer(pointer)))
        }
        switch action {
        case .move(let pointer, let direction): return .move(pointer: form.cellIndex(.pointer(pointer)), direction)
        case .write(let pointer, let symbol): return write(symbol, at: pointer)
        case .swap(let one, let other): return .swap(form.cellIndex(.pointer(one)), form.cellIndex(.pointer(other)))
        case .copy(let to, let from): return write(symbol(at: from), at: to)
        }
    }

    package var drawing: Drawing { form.drawing(settled: form.view == .bars ? settledCount : 0) }

    /// How many symbols at the right end the passes that a counter has counted have settled, as long as they really stand where
    /// they belong. Takes time in proportion to the row.
    private var settledCount: Int {
        guard let counter = form.pointers.firstIndex(where: { $0.row == nil }) else { return 0 }
        var largestBefore: [UInt8] = []
        for symbol in rows[form.output.row] { largestBefore.append(max(symbol, largestBefore.last ?? 0)) }
        // A symbol is in its place if none before it is larger, and all after it are in theirs.
        let inPlace = zip(rows[form.output.row], largestBefore).reversed().prefix { $0 == $1 }.count
        return min(position(of: counter), inPlace)
    }
}

extension TaskForm {
    fileprivate func cell(_ name: String, of row: Int) -> Cell {
        let alphabet = rows[row].alphabet
        var cell = Cell(name, in: 0...alphabet.symbols.count - 1, canBeBlank: !rows[row].isNeverBlank)
        if !alphabet.isNumeric { cell.symbols = alphabet.symbols.map { String($0) } }
        return cell
    }

    /// As in the paper's traces: "PTR CARRY LEFT", "WRITE OUT 1", "SWAP 1 2".
    func name(of action: ActionForm) -> String {
        switch action {
        case .move(let pointer, let direction): return "PTR \(shortLabel(pointer)) \(direction.name)"
        case .write(let pointer, let symbol):
            return "WRITE \(pointers[pointer].label) \(text(of: symbol, row: pointers[pointer].row).uppercased())"
        case .swap(let one, let other): return "SWAP \(shortLabel(one)) \(shortLabel(other))"
        case .copy(let to, let from): return "COPY \(shortLabel(from)) TO \(shortLabel(to))"
        }
    }

    /// A pointer's label without the word that the name of an action has already.
    private func shortLabel(_ pointer: Int) -> String {
        let label = pointers[pointer].label
        return label.hasPrefix("PTR ") ? String(label.dropFirst(4)) : label
    }

    /// Which of the pad's cells is of this kind.
    fileprivate func cellIndex(_ kind: CellEntry.Kind) -> Int { cellMap.firstIndex { $0.kind == kind } ?? 0 }

    private static var bracketSign: Drawing.Sign {
        Drawing.Sign("[6]", "the row's pointer; an arrow beside it: where it goes next")
    }

    fileprivate func drawing(settled: Int) -> Drawing {
        func pointerCells(on row: Int) -> [Int] {
            pointers.indices.filter { pointers[$0].row == row }.map { cellIndex(.pointer($0)) }
        }
        var drawing: Drawing
        if view == .bars {
            drawing = .bars(
                cellIndex(.row(output.row)), pointers: pointerCells(on: output.row),
                counter: pointers.firstIndex { $0.row == nil }.map { cellIndex(.pointer($0)) }, settled: settled)
        } else {
            let origin = rows[output.row].side
            let drawn = rows.indices.map { row in
                let cells = pointerCells(on: row)
                // A row on which no pointer stands has the row itself in its place.
                var drawn = Drawing.Row(
                    rows[row].name, cell: cellIndex(.row(row)), pointer: cells.first ?? cellIndex(.row(row)),
                    isAuxiliary: rows[row].isAuxiliary)
                drawn.otherPointers = Array(cells.dropFirst())
                drawn.origin = rows[row].side == origin ? nil : rows[row].side
                return drawn
            }
            let counters = pointers.indices.filter { pointers[$0].row == nil }.map { cellIndex(.pointer($0)) }
            switch view {
            case .tape:
                drawing = .tape(drawn, origin: origin, counters: counters)
                drawing.signs = [
                    Drawing.Sign("P\u{2192}", "below a tape: where the pointer P goes next; P:=3: what it writes")
                ]
            case .grid:
                drawing = .grid(drawn, origin: origin, counters: counters)
                drawing.signs = [Self.bracketSign]
            case .columns, .bars:
                let isWritten = rows[output.row].input == nil
                drawing = .columns(
                    drawn, origin: origin, result: isWritten ? output.row : nil, counters: counters)
                drawing.signs = [Self.bracketSign]
            }
        }
        for case .swap(let one, let other) in actions.pairs.sorted(by: { name(of: $0) < name(of: $1) }) {
            let names = [one, other].map(shortLabel)
            let values = view == .bars ? "values" : "symbols"
            drawing.signs.append(
                Drawing.Sign(
                    name(of: .swap(one, other)), "the \(values) at pointers \(names[0]) and \(names[1]) change places"))
        }
        return drawing
    }
}

/// What one of a pad's cells is.
struct CellEntry: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case symbol(Int)
        case pointer(Int)
        /// Another name of a pointer, whose cell has this index.
        case otherName(Int, Int)
        case length(Int)
        case row(Int)
    }

    var name: String
    var kind: Kind

    /// The cells of a task with these rows, pointers and inputs.
    static func all(rows: [TaskForm.Row], pointers: [TaskForm.Pointer], inputs: [TaskForm.Input]) -> [CellEntry] {
        var entries: [CellEntry] = []
        let rowNames = Set(rows.map(\.name))
        for (index, pointer) in pointers.enumerated() where pointer.row != nil {
            let own = rowNames.contains(pointer.name) ? pointer.name : "at_\(pointer.name)"
            entries.append(CellEntry(name: (pointer.otherName ?? own).lowercased(), kind: .symbol(index)))
        }
        for (index, pointer) in pointers.enumerated() {
            let name = rowNames.contains(pointer.name) ? "ptr_\(pointer.name)" : pointer.name
            entries.append(CellEntry(name: name.lowercased(), kind: .pointer(index)))
        }
        for (index, pointer) in pointers.enumerated() where pointer.row == nil {
            guard let other = pointer.otherName,
                let cell = entries.firstIndex(where: { $0.kind == .pointer(index) })
            else { continue }
            entries.append(CellEntry(name: other.lowercased(), kind: .otherName(index, cell)))
        }
        if let list = inputs.firstIndex(where: { $0.kind == .list }) {
            entries.append(CellEntry(name: "length", kind: .length(list)))
        }
        for (index, row) in rows.enumerated() {
            entries.append(CellEntry(name: row.name.lowercased(), kind: .row(index)))
        }
        return entries
    }
}
