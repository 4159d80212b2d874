package import NPIKit

/// One evaluation of the network, looked at from inside: the frame's state before and after, and all that is said of what
/// the frame does next.
package struct Insight: Hashable, Sendable {
    /// Which evaluation it is.
    let goal: InsightGoal
    /// How many calls and actions the frame had made before.
    package let step: Int
    /// The program's row in the network's memory.
    package let program: ProgramID
    /// The frame's state before the evaluation; zeros at its first step.
    package let before: [Float]
    /// Its state after it.
    package let after: [Float]
    /// What the network said.
    package let prediction: Prediction
    /// What its gates let through; nil unless they were asked for.
    package let gates: CoreGates?

    /// The frame, as it is at the position that is looked from.
    package var frame: StackFrame { goal.frame }
    /// Where the network was asked: for the innermost frame the position itself, for a caller where it made the call that
    /// is open.
    package var position: Int { goal.position }

    /// Whether it is what is to be seen in `session` as it is now.
    package func isCurrent(in session: Session) -> Bool {
        InsightGoal(session) == goal
    }
}
