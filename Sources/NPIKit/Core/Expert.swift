/// The algorithm that writes training traces and judges a network's steps.
///
/// An expert never feeds a run: it demonstrates before training and comments during a run.
public protocol Expert<World>: Sendable {
    /// The environment that the expert knows.
    associatedtype World: Environment

    /// What a frame of `program` should do next.
    ///
    /// Total: it answers in any state of the world, also in one that only a mistaken network would reach.
    ///
    /// - Parameters:
    ///   - program: The frame's program, never ACT. A program that the expert does not know returns at once.
    ///   - arguments: The frame's arguments.
    ///   - step: Where in its program the frame is: 0 at the beginning, then what
    ///     `step(after:)` said.
    ///   - world: The environment now.
    func decide(program: ProgramID, arguments: Arguments, step: Int, in world: World) -> Decision

    /// Where in its program a frame at `step` is after the call or the action that it makes in `world`, whatever that is.
    ///
    /// An expert that counts the calls and actions of a frame need not say this; one whose programs branch tells by it where it
    /// is. 0...65,535.
    func step(after step: Int, program: ProgramID, arguments: Arguments, in world: World) -> Int

    /// Both at once: what the frame should do, and where it is after that call or action. An expert that finds the one on its way
    /// to the other need not look twice.
    func next(
        program: ProgramID, arguments: Arguments, step: Int, in world: World
    ) -> (decision: Decision, step: Int)
}

extension Expert {
    /// One answer after the other.
    public func next(
        program: ProgramID, arguments: Arguments, step: Int, in world: World
    ) -> (decision: Decision, step: Int) {
        (
            decide(program: program, arguments: arguments, step: step, in: world),
            self.step(after: step, program: program, arguments: arguments, in: world)
        )
    }

    /// One more call or action.
    public func step(after step: Int, program: ProgramID, arguments: Arguments, in world: World) -> Int { step + 1 }
}
