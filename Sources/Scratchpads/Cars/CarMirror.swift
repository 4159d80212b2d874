package import CarModels
package import NPIKit

/// Exchanges left and right in what a network decides around a car.
///
/// The mirror image of a state: left and right of the picture are exchanged, the target's azimuth is negated, and the frame runs the
/// program of the other side. What is done there is the mirror image of what is done here if it is the program of the other side, the
/// move to the other side, or a return as here.
package struct CarMirror: Sendable {
    private let images: [ProgramID: ProgramID]

    /// The mirror images of the programs of `library`.
    ///
    /// - Throws: ``ProgramLibraryError/unknown(_:known:)`` if it lacks a program of the task.
    package init(_ library: ProgramLibrary) throws(ProgramLibraryError) {
        var images: [ProgramID: ProgramID] = [:]
        for program in CarProgram.allCases {
            images[try library.require(program.rawValue)] = try library.require(program.mirrored.rawValue)
        }
        self.images = images
    }

    /// The program of the other side; one that has no side is its own.
    package func image(of program: ProgramID) -> ProgramID { images[program] ?? program }

    /// The arguments of the move to the other side; those that stand for none are their own.
    package func image(of arguments: Arguments) -> Arguments { CarAction(arguments)?.mirrored.arguments ?? arguments }

    /// What is done in the mirror image of a state in which `decision` is made.
    package func image(of decision: Decision) -> Decision {
        switch decision {
        case .call(let program, let arguments): .call(image(of: program), image(of: arguments))
        case .act(let arguments): .act(image(of: arguments))
        case .end: .end
        }
    }
}

extension CarProgram {
    /// The program of the other side.
    package var mirrored: CarProgram {
        switch self {
        case .lgoto: .rgoto
        case .rgoto: .lgoto
        case .goto, .hgoto, .vgoto, .ugoto, .dgoto: self
        }
    }
}

extension CarAction {
    /// The move to the other side.
    package var mirrored: CarAction {
        switch self {
        case .left: .right
        case .right: .left
        case .up, .down: self
        }
    }
}

extension CarPose {
    /// The pose from which the mirrored car looks as this one's mirror image does.
    package var mirrored: CarPose { CarPose(azimuth: -azimuth, elevation: elevation) }
}

extension CarScene {
    /// The car's mirror image, from where and to where it has to be turned.
    ///
    /// - Parameter car: The mirrored car, which takes time to make.
    package func mirrored(_ car: CarModel) -> CarScene {
        CarScene(car, from: pose.mirrored, to: target.mirrored)
    }
}
