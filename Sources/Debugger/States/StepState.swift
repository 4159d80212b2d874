package import NPIKit

/// The state in which the network left the frame that decided a step.
package struct StepState: Hashable, Sendable {
    /// The number of the event that it decided.
    package let event: Int
    /// The row of the frame's program in the run's library.
    package let program: ProgramID
    /// h of the last layer (H), each -1...1: what the decision is read from.
    package let hidden: [Float]
    /// The gates of that layer; nil unless they were asked for.
    package let gates: CoreGates.Layer?

    /// How far the states are from each other: the length of their difference.
    package func distance(to other: StepState) -> Float {
        zip(hidden, other.hidden).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    }
}
