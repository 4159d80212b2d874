package import NPIKit
package import Scratchpads

/// What ACT can do on an ``AdditionPad``.
///
/// As arguments an action is (row, verb, digit): the row 0...3 from INP1 to OUT; the verb 0 LEFT, 1 RIGHT or 2 WRITE; the
/// digit that is written, 0 for moves. `WRITE OUT 1` is (3, 2, 1) and `PTR CARRY LEFT` is (2, 0, 0).
package enum AdditionAction: Hashable, Sendable {
    /// Moves a row's pointer by one column.
    case move(AdditionRow, Direction)
    /// Writes a digit, 0...9, where a row's pointer stands.
    case write(AdditionRow, Int)

    static let writeVerb = 2

    /// The action that `arguments` stand for, or nil if they mean nothing on an addition pad.
    package init?(_ arguments: Arguments) {
        guard let row = AdditionRow(rawValue: arguments[0]) else { return nil }
        if arguments[1] == Self.writeVerb {
            self = .write(row, arguments[2])
        } else if let direction = Direction(rawValue: arguments[1]), arguments[2] == 0 {
            self = .move(row, direction)
        } else {
            return nil
        }
    }

    /// The action as the arguments of ACT.
    package var arguments: Arguments {
        switch self {
        case .move(let row, let direction): Arguments(row.rawValue, direction.rawValue, 0)
        case .write(let row, let digit): Arguments(row.rawValue, Self.writeVerb, digit)
        }
    }

    /// The action as in the paper's traces, such as "PTR CARRY LEFT" or "WRITE OUT 1".
    package var name: String {
        switch self {
        case .move(let row, let direction): "PTR \(row.name) \(direction.name)"
        case .write(let row, let digit): "WRITE \(row.name) \(digit)"
        }
    }
}
