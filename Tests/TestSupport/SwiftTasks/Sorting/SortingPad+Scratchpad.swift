package import NPIKit
package import Scratchpads

/// The cells are, in this order: the values at pointers 1 and 2; where the three pointers are, counted from 0, the third under
/// two names; how many values there are; the array, whose places are counted from 0 at the left.
extension SortingPad: Scratchpad {
    private enum CellIndex: Int {
        case value1, value2, pointer1, pointer2, pointer3, sweeps, length, values
    }

    package var cells: [Cell] {
        var length = Cell("length", in: values.count...values.count)
        length.isChangeable = false
        var sweeps = Cell("sweeps", .pointer, in: 0...lastPosition(.sweeps))
        sweeps.alias = CellIndex.pointer3.rawValue
        return [
            Cell("value1", in: 0...9), Cell("value2", in: 0...9),
            Cell("ptr1", .pointer, in: 0...lastPosition(.first)), Cell("ptr2", .pointer, in: 0...lastPosition(.second)),
            Cell("ptr3", .pointer, in: 0...lastPosition(.sweeps)), sweeps, length,
            Cell("values", .row(values.count), in: 0...9),
        ]
    }

    package func value(of cell: Int, at place: Int) -> Int? {
        switch CellIndex(rawValue: cell) {
        case .value1: firstValue
        case .value2: secondValue
        case .pointer1: position(.first)
        case .pointer2: position(.second)
        case .pointer3, .sweeps: position(.sweeps)
        case .length: values.count
        case .values: values.indices.contains(place) ? Int(values[place]) : nil
        case nil: nil
        }
    }

    package mutating func set(_ value: Int?, of cell: Int, at place: Int) {
        let number = value ?? 0
        switch CellIndex(rawValue: cell) {
        case .value1: setValue(position(.first), to: UInt8(number))
        case .value2: setValue(position(.second), to: UInt8(number))
        case .pointer1: setPosition(.first, to: number)
        case .pointer2: setPosition(.second, to: number)
        case .pointer3, .sweeps: setPosition(.sweeps, to: number)
        case .values: setValue(place, to: UInt8(number))
        case .length, nil: break
        }
    }

    package func action(_ arguments: Arguments) -> Action? {
        SortingAction(arguments).map { action in
            switch action {
            case .move(let pointer, let direction):
                Action(action.name, .move(pointer: CellIndex.pointer1.rawValue + pointer.rawValue, direction))
            case .swap:
                Action(action.name, .swap(CellIndex.pointer1.rawValue, CellIndex.pointer2.rawValue))
            }
        }
    }

    package func argumentName(_ index: Int, _ value: Int) -> String? {
        switch index {
        case 0: SortingPointer(rawValue: value)?.name
        case 1: value == SortingAction.swap.arguments[1] ? "SWAP" : Direction(rawValue: value)?.name
        default: nil
        }
    }

    package func highlight(of arguments: Arguments, _ effect: Effect) -> Highlight? {
        SortingAction(arguments) == .swap ? .swap : nil
    }

    package var drawing: Drawing {
        var drawing = Drawing.bars(
            CellIndex.values.rawValue, pointers: [CellIndex.pointer1.rawValue, CellIndex.pointer2.rawValue],
            counter: CellIndex.pointer3.rawValue, settled: settledCount)
        drawing.signs = [Drawing.Sign("SWAP 1 2", "the values at pointers 1 and 2 change places")]
        return drawing
    }
}
