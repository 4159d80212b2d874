public import NPIKit

/// Schoolbook addition as nested program calls: the algorithm behind the paper's trace of 96 + 125.
///
///     ADD     ADD1, LSHIFT, ADD1, LSHIFT, ... until INP1, INP2 and CARRY are blank
///     ADD1    WRITE OUT (sum mod 10); CARRY if the sum is more than 9
///     CARRY   PTR CARRY LEFT, WRITE CARRY 1, PTR CARRY RIGHT
///     LSHIFT  PTR INP1 LEFT, PTR INP2 LEFT, PTR CARRY LEFT, PTR OUT LEFT
public struct AdditionExpert: Expert {
    /// The programs of addition, the top one first.
    public static let programNames = ["ADD", "ADD1", "CARRY", "LSHIFT", ProgramLibrary.act]

    let add: ProgramID
    let add1: ProgramID
    let carry: ProgramID
    let lshift: ProgramID

    /// Finds the programs of addition in `library`.
    ///
    /// - Throws: ``ProgramLibraryError/unknown(_:known:)`` if it lacks one.
    public init(_ library: ProgramLibrary) throws(ProgramLibraryError) {
        add = try library.require("ADD")
        add1 = try library.require("ADD1")
        carry = try library.require("CARRY")
        lshift = try library.require("LSHIFT")
        _ = try library.require(ProgramLibrary.act)
    }

    /// What a frame of `program` does next, from the step and the pointed cells alone.
    public func decide(program: ProgramID, arguments: Arguments, step: Int, in world: AdditionPad) -> Decision {
        switch program {
        case add:
            if step.isMultiple(of: 2) {
                ColumnSum(of: world).isBlank ? .end : .call(add1, .none)
            } else {
                .call(lshift, .none)
            }
        case add1:
            switch step {
            case 0: .act(.write(.output, ColumnSum(of: world).digit))
            case 1: ColumnSum(of: world).carries ? .call(carry, .none) : .end
            default: .end
            }
        case carry:
            switch step {
            case 0: .act(.move(.carry, .left))
            case 1: .act(.write(.carry, 1))
            case 2: .act(.move(.carry, .right))
            default: .end
            }
        case lshift:
            AdditionRow(rawValue: step).map { .act(.move($0, .left)) } ?? .end
        default: .end
        }
    }
}

extension Decision {
    fileprivate static func act(_ action: AdditionAction) -> Decision {
        .act(action.arguments)
    }
}
