package import NPIKit
package import Scratchpads

/// The cells are, in this order: the digit under each pointer; the pointers' columns, counted from 0 at the right; the rows,
/// whose places are counted from 0 at the right too: the ones, the tens...
extension AdditionPad: Scratchpad {
    package var cells: [Cell] {
        let names = AdditionRow.allCases.map { $0.cellName }
        return names.map { Cell($0, in: 0...9, canBeBlank: true) }
            + names.map { Cell("ptr_\($0)", .pointer, in: 0...columnCount - 1) }
            + names.map { Cell($0, .row(columnCount), in: 0...9, canBeBlank: true) }
    }

    /// The digit under the pointer of a row, its pointer, or the row itself, as indices of ``cells``.
    private enum CellKind: Int {
        case pointed, pointer, row

        func index(_ row: AdditionRow) -> Int { rawValue * AdditionRow.allCases.count + row.rawValue }
    }

    private static func parts(of cell: Int) -> (kind: CellKind, row: AdditionRow)? {
        let count = AdditionRow.allCases.count
        guard let kind = CellKind(rawValue: cell / count), let row = AdditionRow(rawValue: cell % count) else {
            return nil
        }
        return (kind, row)
    }

    package func value(of cell: Int, at place: Int) -> Int? {
        guard let (kind, row) = Self.parts(of: cell) else { return nil }
        switch kind {
        case .pointed: return pointed(row).digit
        case .pointer: return columnCount - 1 - pointer(row)
        case .row:
            guard (0..<columnCount).contains(place) else { return nil }
            return self.cell(row, columnCount - 1 - place).digit
        }
    }

    package mutating func set(_ value: Int?, of cell: Int, at place: Int) {
        guard let (kind, row) = Self.parts(of: cell) else { return }
        let symbol = value.map(AdditionSymbol.digit) ?? .blank
        switch kind {
        case .pointed: setCell(row, pointer(row), to: symbol)
        case .pointer: setPointer(row, to: columnCount - 1 - (value ?? 0))
        case .row: setCell(row, columnCount - 1 - place, to: symbol)
        }
    }

    package func action(_ arguments: Arguments) -> Action? {
        AdditionAction(arguments).map { action in
            switch action {
            case .move(let row, let direction):
                Action(action.name, .move(pointer: CellKind.pointer.index(row), direction))
            case .write(let row, let digit): Action(action.name, .write(row: CellKind.row.index(row), digit))
            }
        }
    }

    package func argumentName(_ index: Int, _ value: Int) -> String? {
        switch index {
        case 0: AdditionRow(rawValue: value)?.name
        case 1: value == AdditionAction.writeVerb ? "WRITE" : Direction(rawValue: value)?.name
        default: nil
        }
    }

    package func highlight(of arguments: Arguments, _ effect: Effect) -> Highlight? {
        switch AdditionAction(arguments) {
        case .write(.output, _): .output
        case .write(.carry, _): .carry
        default: nil
        }
    }

    package var drawing: Drawing {
        var drawing = Drawing.columns(
            AdditionRow.allCases.map { row in
                Drawing.Row(
                    row.name, cell: CellKind.row.index(row), pointer: CellKind.pointer.index(row),
                    isAuxiliary: row == .carry)
            }, origin: .right, result: AdditionRow.output.rawValue)
        drawing.signs = [Drawing.Sign("[6]", "the row's pointer; an arrow beside it: where it goes next")]
        return drawing
    }
}

extension AdditionRow {
    /// What a person calls the digit under its pointer, and its row: `inp1`, `carry`.
    fileprivate var cellName: String { name.lowercased() }
}
