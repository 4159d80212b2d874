package import NPIKit

/// An environment whose values a person can speak of by name, as in `carry == 1` or `out[0] > 4`.
///
/// Only what a person sees on the screen has a name. The names are the same for all environments of a kind; they are
/// written in lower case, without spaces.
package protocol NamedValues {
    /// The names of single values, in the order in which they are offered.
    static var valueNames: [String] { get }

    /// The names of rows of cells, each of which is called by its place: `out[0]`.
    static var rowNames: [String] { get }

    /// The value of name `index`, an index of ``valueNames``; nil where there is nothing, such as a blank cell.
    func value(_ index: Int) -> Double?

    /// What stands at `place` of row `row`, an index of ``rowNames``; nil for a blank cell and outside the row.
    func cell(_ row: Int, at place: Int) -> Double?
}

extension AdditionPad: NamedValues {
    private static let rows: [(name: String, row: AdditionRow)] = [
        ("inp1", .input1), ("inp2", .input2), ("carry", .carry), ("out", .output),
    ]

    /// The digit under each pointer, then the pointers' columns, counted from 0 at the right.
    package static let valueNames = rows.map(\.name) + rows.map { "ptr_\($0.name)" }

    /// The rows, whose places are counted from 0 at the right: the ones, the tens...
    package static let rowNames = rows.map(\.name)

    /// A pointed digit or a pointer's column.
    package func value(_ index: Int) -> Double? {
        let rows = AdditionRow.allCases
        guard index < rows.count else {
            return Double(columnCount - 1 - pointer(rows[index - rows.count]))
        }
        return pointed(rows[index]).digit.map { Double($0) }
    }

    /// A digit of a row.
    package func cell(_ row: Int, at place: Int) -> Double? {
        guard (0..<columnCount).contains(place) else { return nil }
        return cell(AdditionRow.allCases[row], columnCount - 1 - place).digit.map { Double($0) }
    }
}

extension SortingPad: NamedValues {
    /// The values at pointers 1 and 2, where the three pointers are, counted from 0, and how many values there are.
    package static let valueNames = ["value1", "value2", "ptr1", "ptr2", "ptr3", "sweeps", "length"]

    /// The array, whose places are counted from 0 at the left.
    package static let rowNames = ["values"]

    /// A pointed value, a pointer's place, or the length.
    package func value(_ index: Int) -> Double? {
        switch index {
        case 0: Double(firstValue)
        case 1: Double(secondValue)
        case 2: Double(position(.first))
        case 3: Double(position(.second))
        case 4, 5: Double(position(.sweeps))
        default: Double(values.count)
        }
    }

    /// A value of the array.
    package func cell(_ row: Int, at place: Int) -> Double? {
        values.indices.contains(place) ? Double(values[place]) : nil
    }
}

extension CarScene: NamedValues {
    /// Where the camera is and where it should get to, in degrees.
    package static let valueNames = ["azimuth", "elevation", "target_azimuth", "target_elevation"]

    /// There are no rows.
    package static let rowNames: [String] = []

    /// An angle in degrees.
    package func value(_ index: Int) -> Double? {
        Double([pose.azimuth, pose.elevation, target.azimuth, target.elevation][index])
    }

    /// Nothing.
    package func cell(_ row: Int, at place: Int) -> Double? { nil }
}

extension AnyScratchpad {
    /// The names of the environment's values.
    package var valueNames: [String] {
        switch self {
        case .addition: AdditionPad.valueNames
        case .sorting: SortingPad.valueNames
        case .car: CarScene.valueNames
        }
    }

    /// The names of its rows.
    package var rowNames: [String] {
        switch self {
        case .addition: AdditionPad.rowNames
        case .sorting: SortingPad.rowNames
        case .car: CarScene.rowNames
        }
    }

    /// The value of name `index` of ``valueNames``; nil where there is nothing.
    package func value(_ index: Int) -> Double? {
        switch self {
        case .addition(let pad): pad.value(index)
        case .sorting(let pad): pad.value(index)
        case .car(let scene): scene.value(index)
        }
    }

    /// What stands at `place` of row `row` of ``rowNames``; nil where there is nothing.
    package func cell(_ row: Int, at place: Int) -> Double? {
        switch self {
        case .addition(let pad): pad.cell(row, at: place)
        case .sorting(let pad): pad.cell(row, at: place)
        case .car: nil
        }
    }

    /// All actions that mean something in the environment, with their names.
    package var actions: [(arguments: Arguments, name: String)] {
        let values = 0..<Arguments.valueCount
        let all = values.flatMap { first in
            values.flatMap { second in values.map { Arguments(first, second, $0) } }
        }
        return all.compactMap { arguments in hasAction(arguments) ? (arguments, actionName(arguments)) : nil }
    }

    private func hasAction(_ arguments: Arguments) -> Bool {
        switch self {
        case .addition: AdditionAction(arguments) != nil
        case .sorting: SortingAction(arguments) != nil
        case .car: CarAction(arguments) != nil
        }
    }
}
