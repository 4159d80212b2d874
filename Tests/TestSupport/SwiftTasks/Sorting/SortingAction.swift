package import NPIKit
package import Scratchpads

/// What ACT can do on a ``SortingPad``.
///
/// As arguments an action is (pointer, verb, other): the pointer 0...2 for PTR 1 to PTR 3; the verb 0 LEFT, 1 RIGHT or 3 SWAP; the other
/// pointer of a swap, 0 for moves. `PTR 2 RIGHT` is (1, 1, 0) and `SWAP 1 2` is (0, 3, 1). The verbs agree with those of
/// ``AdditionAction``, whose 2 is WRITE: no arguments mean different actions in the two environments, so LSHIFT moves
/// pointers 1 and 2 here by the calls that move INP1 and INP2 there.
package enum SortingAction: Hashable, Sendable {
    /// Moves a pointer by one place.
    case move(SortingPointer, Direction)
    /// Swaps the values at pointers 1 and 2.
    case swap

    private static let swapArguments = Arguments(0, 3, 1)

    /// The action that `arguments` stand for, or nil if they mean nothing on a sorting pad.
    package init?(_ arguments: Arguments) {
        if arguments == Self.swapArguments {
            self = .swap
        } else if let pointer = SortingPointer(rawValue: arguments[0]),
            let direction = Direction(rawValue: arguments[1]), arguments[2] == 0
        {
            self = .move(pointer, direction)
        } else {
            return nil
        }
    }

    /// The action as the arguments of ACT.
    package var arguments: Arguments {
        switch self {
        case .move(let pointer, let direction): Arguments(pointer.rawValue, direction.rawValue, 0)
        case .swap: Self.swapArguments
        }
    }

    /// The action as in the paper's traces, such as "PTR 2 RIGHT" or "SWAP 1 2".
    package var name: String {
        switch self {
        case .move(let pointer, let direction): "\(pointer.name) \(direction.name)"
        case .swap: "SWAP 1 2"
        }
    }
}
