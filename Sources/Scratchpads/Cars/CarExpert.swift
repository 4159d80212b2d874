package import NPIKit

/// Turning a camera around a car to a target, as nested program calls.
///
///     GOTO          HGOTO, VGOTO
///     HGOTO         LGOTO or RGOTO, whichever way is shorter, or nothing
///     VGOTO         UGOTO or DGOTO, or nothing
///     LGOTO, RGOTO  LEFT or RIGHT until the nose points where it should
///     UGOTO, DGOTO  UP or DOWN until the camera is as high as it should
///
/// It knows the pose, which the network has to see in the picture.
package struct CarExpert: Expert {
    let programs: ProgramTable<CarProgram>

    /// Finds the programs in `library`.
    ///
    /// - Throws: ``ProgramLibraryError/unknown(_:known:)`` if it lacks one.
    package init(_ library: ProgramLibrary) throws(ProgramLibraryError) {
        programs = try ProgramTable(library, requiring: CarProgram.allCases)
    }

    /// What a frame of `program` does next.
    package func decide(program: ProgramID, arguments: Arguments, step: Int, in world: CarScene) -> Decision {
        let turn = world.pose.turn(to: world.target)
        let rise = world.pose.rise(to: world.target)
        return switch (programs[program], step) {
        case (.goto, 0): programs.call(.hgoto)
        case (.goto, 1): programs.call(.vgoto)
        case (.hgoto, 0) where turn != 0: programs.call(turn < 0 ? .lgoto : .rgoto)
        case (.vgoto, 0) where rise != 0: programs.call(rise < 0 ? .dgoto : .ugoto)
        case (.lgoto, _) where turn < 0: .act(CarAction.left.arguments)
        case (.rgoto, _) where turn > 0: .act(CarAction.right.arguments)
        case (.ugoto, _) where rise > 0: .act(CarAction.up.arguments)
        case (.dgoto, _) where rise < 0: .act(CarAction.down.arguments)
        default: .end
        }
    }
}
