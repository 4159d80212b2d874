package import NPIKit
import Scratchpads

extension AdditionPad: Environment {
    /// Four fields of eleven symbols: the pointed cells, and nothing else. No flag tells of a carry (design, invariant 2).
    package var observationSpec: ObservationSpec { Self.spec }

    static let spec = ObservationSpec(
        encoder: "addition",
        fields: AdditionRow.allCases.map { ObservationSpec.Field($0.name, size: AdditionSymbol.count) })

    /// Writes the four pointed cells.
    package func observe(into observation: inout Observation) {
        for row in AdditionRow.allCases {
            observation.categories[row.rawValue] = pointed(row).rawValue
        }
    }

    /// Performs the ``AdditionAction`` that `arguments` stand for.
    ///
    /// Any row can be written, also an input: that is for the network to know. A move against an end and a digit written
    /// onto itself change nothing.
    package mutating func perform(_ arguments: Arguments) -> Effect {
        switch AdditionAction(arguments) {
        case .move(let row, let direction): move(row, direction)
        case .write(let row, let digit): write(.digit(digit), row)
        case nil: .none
        }
    }

    /// Takes back a move or a written cell.
    package mutating func undo(_ effect: Effect) {
        guard let kind = EffectKind(rawValue: effect.kind), let row = AdditionRow(rawValue: Int(effect.slot)) else {
            return
        }
        let column = Int(effect.position)
        switch kind {
        case .moved: setPointer(row, to: column)
        case .wrote: setCell(row, column, to: AdditionSymbol(unchecked: UInt8(effect.before)))
        }
    }

    /// What an effect's parts mean: slot is the row; position the column written, or the one a pointer left; before is
    /// the symbol that was overwritten.
    private enum EffectKind: UInt8 {
        case moved = 1
        case wrote = 2
    }

    private mutating func write(_ symbol: AdditionSymbol, _ row: AdditionRow) -> Effect {
        let (before, column) = (pointed(row), pointer(row))
        guard symbol != before else { return .none }
        setCell(row, column, to: symbol)
        return Effect(
            kind: EffectKind.wrote.rawValue, slot: UInt8(row.rawValue), before: Int16(before.rawValue),
            position: Int32(column))
    }

    private mutating func move(_ row: AdditionRow, _ direction: Direction) -> Effect {
        let before = pointer(row)
        let after = before + direction.offset
        guard (0..<columnCount).contains(after) else { return .none }
        setPointer(row, to: after)
        return Effect(kind: EffectKind.moved.rawValue, slot: UInt8(row.rawValue), position: Int32(before))
    }
}
