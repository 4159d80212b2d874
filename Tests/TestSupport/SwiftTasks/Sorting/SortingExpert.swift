package import NPIKit
import Scratchpads

/// Bubble sort, and finding the largest value by it, as nested program calls.
///
///     MAX         BUBBLESORT, RJMP
///     RJMP        RSHIFT until pointer 1 is at the end
///     BUBBLESORT  BUBBLE, RESET, PTR 3 RIGHT, ... until pointer 3 has counted as many passes as there are values
///     BUBBLE      PTR 2 RIGHT; BSTEP until pointer 1 is at the end
///     RESET       LSHIFT until pointer 1 is at the start
///     BSTEP       COMPSWAP, RSHIFT
///     COMPSWAP    SWAP 1 2 if the value at pointer 1 is larger than that at pointer 2
///     LSHIFT      PTR 1 LEFT, PTR 2 LEFT
///     RSHIFT      PTR 1 RIGHT, PTR 2 RIGHT
///
/// It decides by what the pad shows and the step alone, so by nothing that is hidden from the network.
package struct SortingExpert: Expert {
    let programs: ProgramTable<SortingProgram>

    /// Finds the programs of sorting in `library`, and those of MAX: they must be there if `needsMax`.
    ///
    /// - Throws: ``ProgramLibraryError/unknown(_:known:)`` if it lacks one.
    package init(_ library: ProgramLibrary, needsMax: Bool = false) throws(ProgramLibraryError) {
        programs = try ProgramTable(library, requiring: needsMax ? SortingProgram.ofMax : SortingProgram.ofSort)
    }

    /// What a frame of `program` does next.
    package func decide(program: ProgramID, arguments: Arguments, step: Int, in world: SortingPad) -> Decision {
        switch (programs[program], step) {
        case (.max, 0): programs.call(.bubblesort)
        case (.max, 1): programs.call(.rjmp)
        case (.rjmp, _) where !world.isAtEnd(.first): programs.call(.rshift)
        case (.bubblesort, _):
            switch step % 3 {
            case 0: world.isAtEnd(.sweeps) ? .end : programs.call(.bubble)
            case 1: programs.call(.reset)
            default: .act(SortingAction.move(.sweeps, .right).arguments)
            }
        case (.bubble, 0): .act(SortingAction.move(.second, .right).arguments)
        case (.bubble, _) where !world.isAtEnd(.first): programs.call(.bstep)
        case (.reset, _) where !world.isAtStart(.first): programs.call(.lshift)
        case (.bstep, 0): programs.call(.compswap)
        case (.bstep, 1): programs.call(.rshift)
        case (.compswap, 0) where world.firstValue > world.secondValue: .act(SortingAction.swap.arguments)
        case (.lshift, 0): .act(SortingAction.move(.first, .left).arguments)
        case (.lshift, 1): .act(SortingAction.move(.second, .left).arguments)
        case (.rshift, 0): .act(SortingAction.move(.first, .right).arguments)
        case (.rshift, 1): .act(SortingAction.move(.second, .right).arguments)
        default: .end
        }
    }
}
