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
    ///   - step: How many calls and actions the frame has already made.
    ///   - world: The environment now.
    func decide(program: ProgramID, arguments: Arguments, step: Int, in world: World) -> Decision
}
