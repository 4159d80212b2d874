package import NPIKit

/// The expert of whichever scratchpad a task needs.
package struct TaskExpert: Expert {
    /// The programs by name.
    package let library: ProgramLibrary

    private let judge: any Judge

    /// The expert of `task`.
    ///
    /// - Throws: ``ProgramLibraryError/unknown(_:known:)`` if `library` lacks a program of the task.
    package init(for task: TaskDefinition, _ library: ProgramLibrary) throws(ProgramLibraryError) {
        self.library = library
        judge = try Self.judge(of: task.task, library)
    }

    private static func judge(
        of task: some ScratchpadTask, _ library: ProgramLibrary
    ) throws(ProgramLibraryError) -> any Judge {
        TypedJudge(task: task, expert: try task.makeExpert(library))
    }

    /// What the scratchpad's own expert decides. `world` must be of the expert's task.
    package func decide(program: ProgramID, arguments: Arguments, step: Int, in world: AnyScratchpad) -> Decision {
        judge.decide(program, arguments, step, world)
    }

    /// Tells in plain words what a frame of `program` does with `decision`, and whether the expert would do the same.
    ///
    /// - Parameters:
    ///   - decision: What the network is about to do, or did.
    ///   - program: The frame's program.
    ///   - arguments: The frame's arguments.
    ///   - step: How many calls and actions the frame had made before.
    ///   - world: The scratchpad before the decision is carried out.
    package func narrate(
        _ decision: Decision, program: ProgramID, arguments: Arguments, step: Int, in world: AnyScratchpad
    ) -> Narration {
        let (expected, reason) = judge.explain(program, library[program], arguments, step, world)
        return Narration(
            decision: decision, name: world.name(of: decision, in: library), expected: expected, reason: reason)
    }
}

/// An expert of any scratchpad.
private protocol Judge: Sendable {
    func decide(_ program: ProgramID, _ arguments: Arguments, _ step: Int, _ world: AnyScratchpad) -> Decision
    func explain(
        _ program: ProgramID, _ name: String, _ arguments: Arguments, _ step: Int, _ world: AnyScratchpad
    ) -> (expected: Decision, reason: String)
}

private struct TypedJudge<Task: ScratchpadTask>: Judge {
    let task: Task
    let expert: Task.Solver

    func decide(_ program: ProgramID, _ arguments: Arguments, _ step: Int, _ world: AnyScratchpad) -> Decision {
        expert.decide(program: program, arguments: arguments, step: step, in: own(world))
    }

    func explain(
        _ program: ProgramID, _ name: String, _ arguments: Arguments, _ step: Int, _ world: AnyScratchpad
    ) -> (expected: Decision, reason: String) {
        let world = own(world)
        return (
            expert.decide(program: program, arguments: arguments, step: step, in: world),
            task.reason(expert, program: name, arguments: arguments, step: step, in: world)
        )
    }

    private func own(_ world: AnyScratchpad) -> Task.World {
        guard let world: Task.World = world.unwrapped() else {
            preconditionFailure("an expert knows the scratchpad of its own task only")
        }
        return world
    }
}
