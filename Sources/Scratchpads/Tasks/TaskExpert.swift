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

    /// Where the scratchpad's own expert sees the frame after its next call or action.
    package func step(after step: Int, program: ProgramID, arguments: Arguments, in world: AnyScratchpad) -> Int {
        judge.next(program, arguments, step, world).step
    }

    /// What the scratchpad's own expert decides, and where it sees the frame after that.
    package func next(
        program: ProgramID, arguments: Arguments, step: Int, in world: AnyScratchpad
    ) -> (decision: Decision, step: Int) {
        judge.next(program, arguments, step, world)
    }

    /// The line of the task's file that a frame carries out next, from 1; nil for a task without a file.
    package func line(program: ProgramID, arguments: Arguments, step: Int, in world: AnyScratchpad) -> Int? {
        judge.line(program, arguments, step, world)
    }

    /// Whether a frame carries out this line of the task's file next, or asks the condition of the loop there before it does anything.
    package func carriesOut(
        line: Int, program: ProgramID, arguments: Arguments, step: Int, in world: AnyScratchpad
    ) -> Bool { judge.carriesOut(line, program, arguments, step, world) }

    /// The line of the task's file that a frame has carried out last, from 1; nil at its beginning, and for a task without a file.
    package func lineDone(program: ProgramID, step: Int) -> Int? { judge.lineDone(program, step) }

    /// The first line of a program in the task's file that makes this decision; nil where none does.
    package func line(doing decision: Decision, program: ProgramID) -> Int? { judge.line(doing: decision, program) }

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
    func next(
        _ program: ProgramID, _ arguments: Arguments, _ step: Int, _ world: AnyScratchpad
    ) -> (decision: Decision, step: Int)
    func line(_ program: ProgramID, _ arguments: Arguments, _ step: Int, _ world: AnyScratchpad) -> Int?
    func carriesOut(
        _ line: Int, _ program: ProgramID, _ arguments: Arguments, _ step: Int, _ world: AnyScratchpad
    ) -> Bool
    func lineDone(_ program: ProgramID, _ step: Int) -> Int?
    func line(doing decision: Decision, _ program: ProgramID) -> Int?
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

    func next(
        _ program: ProgramID, _ arguments: Arguments, _ step: Int, _ world: AnyScratchpad
    ) -> (decision: Decision, step: Int) {
        expert.next(program: program, arguments: arguments, step: step, in: own(world))
    }

    func line(_ program: ProgramID, _ arguments: Arguments, _ step: Int, _ world: AnyScratchpad) -> Int? {
        task.line(expert, program: program, arguments: arguments, step: step, in: own(world))
    }

    func carriesOut(
        _ line: Int, _ program: ProgramID, _ arguments: Arguments, _ step: Int, _ world: AnyScratchpad
    ) -> Bool {
        task.carriesOut(line: line, expert, program: program, arguments: arguments, step: step, in: own(world))
    }

    func lineDone(_ program: ProgramID, _ step: Int) -> Int? {
        task.lineDone(expert, program: program, step: step)
    }

    func line(doing decision: Decision, _ program: ProgramID) -> Int? {
        task.line(expert, doing: decision, program: program)
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
