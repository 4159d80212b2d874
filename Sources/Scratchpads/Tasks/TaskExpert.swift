package import NPIKit

/// The expert of whichever environment a task needs.
package struct TaskExpert: Expert {
    /// The programs by name.
    package let library: ProgramLibrary

    private let kind: Kind

    private enum Kind: Sendable {
        case addition(AdditionExpert)
        case sorting(SortingExpert)
        case car(CarExpert)
    }

    /// The expert of `task`.
    ///
    /// - Throws: ``ProgramLibraryError/unknown(_:known:)`` if `library` lacks a program of the task.
    package init(for task: TaskDefinition, _ library: ProgramLibrary) throws(ProgramLibraryError) {
        self.library = library
        switch task {
        case .add: kind = .addition(try AdditionExpert(library))
        case .sort: kind = .sorting(try SortingExpert(library))
        case .max: kind = .sorting(try SortingExpert(library, needsMax: true))
        case .car: kind = .car(try CarExpert(library))
        }
    }

    /// What the environment's own expert decides. `world` must be of the expert's task.
    package func decide(program: ProgramID, arguments: Arguments, step: Int, in world: AnyScratchpad) -> Decision {
        switch (kind, world) {
        case (.addition(let expert), .addition(let pad)):
            expert.decide(program: program, arguments: arguments, step: step, in: pad)
        case (.sorting(let expert), .sorting(let pad)):
            expert.decide(program: program, arguments: arguments, step: step, in: pad)
        case (.car(let expert), .car(let scene)):
            expert.decide(program: program, arguments: arguments, step: step, in: scene)
        case (.addition, _), (.sorting, _), (.car, _):
            preconditionFailure("an expert knows the environment of its own task only")
        }
    }

    /// Tells in plain words what a frame of `program` does with `decision`, and whether the expert would do the same.
    ///
    /// - Parameters:
    ///   - decision: What the network is about to do, or did.
    ///   - program: The frame's program.
    ///   - arguments: The frame's arguments.
    ///   - step: How many calls and actions the frame had made before.
    ///   - world: The environment before the decision is carried out.
    package func narrate(
        _ decision: Decision, program: ProgramID, arguments: Arguments, step: Int, in world: AnyScratchpad
    ) -> Narration {
        let expected = decide(program: program, arguments: arguments, step: step, in: world)
        let reason =
            switch (kind, world) {
            case (.addition(let expert), .addition(let pad)):
                expert.reason(program: program, name: library[program], step: step, in: pad)
            case (.sorting(let expert), .sorting(let pad)):
                expert.reason(program: program, name: library[program], step: step, in: pad)
            case (.car(let expert), .car(let scene)):
                expert.reason(program: program, name: library[program], step: step, in: scene)
            case (.addition, _), (.sorting, _), (.car, _):
                preconditionFailure("an expert knows the environment of its own task only")
            }
        return Narration(
            decision: decision, name: world.name(of: decision, in: library), expected: expected, reason: reason)
    }
}
