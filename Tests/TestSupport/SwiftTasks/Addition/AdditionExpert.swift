package import NPIKit
import Scratchpads

/// Schoolbook addition as nested program calls: the algorithm behind the paper's trace of 96 + 125.
///
///     ADD     ADD1, LSHIFT, ADD1, LSHIFT, ... until INP1, INP2 and CARRY are blank
///     ADD1    WRITE OUT (sum mod 10); CARRY if the sum is more than 9
///     CARRY   PTR CARRY LEFT, WRITE CARRY 1, PTR CARRY RIGHT
///     LSHIFT  PTR INP1 LEFT, PTR INP2 LEFT, PTR CARRY LEFT, PTR OUT LEFT
///
/// It decides by the pointed cells and the step alone, so by nothing that is hidden from the network.
package struct AdditionExpert: Expert {
    let programs: ProgramTable<AdditionProgram>

    /// Finds the programs of addition in `library`.
    ///
    /// - Throws: ``ProgramLibraryError/unknown(_:known:)`` if it lacks one.
    package init(_ library: ProgramLibrary) throws(ProgramLibraryError) {
        programs = try ProgramTable(library, requiring: AdditionProgram.allCases)
    }

    /// What a frame of `program` does next.
    package func decide(program: ProgramID, arguments: Arguments, step: Int, in world: AdditionPad) -> Decision {
        switch (programs[program], step) {
        case (.add, _) where !step.isMultiple(of: 2): programs.call(.lshift)
        case (.add, _): ColumnSum(of: world).isBlank ? .end : programs.call(.add1)
        case (.add1, 0): .act(AdditionAction.write(.output, ColumnSum(of: world).digit).arguments)
        case (.add1, 1) where ColumnSum(of: world).carries: programs.call(.carry)
        case (.carry, 0): .act(AdditionAction.move(.carry, .left).arguments)
        case (.carry, 1): .act(AdditionAction.write(.carry, 1).arguments)
        case (.carry, 2): .act(AdditionAction.move(.carry, .right).arguments)
        case (.lshift, _):
            AdditionRow(rawValue: step).map { .act(AdditionAction.move($0, .left).arguments) } ?? .end
        default: .end
        }
    }
}
