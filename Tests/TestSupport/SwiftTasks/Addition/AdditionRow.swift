import Scratchpads

/// The four rows of an ``AdditionPad``, from top to bottom. Each has a pointer of its own.
package enum AdditionRow: Int, CaseIterable, Hashable, Sendable {
    /// The first number.
    case input1
    /// The second number.
    case input2
    /// The ones carried from column to column.
    case carry
    /// The sum.
    case output

    /// The name as in the paper: INP1, INP2, CARRY or OUT.
    package var name: String {
        switch self {
        case .input1: "INP1"
        case .input2: "INP2"
        case .carry: "CARRY"
        case .output: "OUT"
        }
    }
}
