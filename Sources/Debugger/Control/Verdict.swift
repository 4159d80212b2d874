import Scratchpads
import Support

/// What a run came to.
package struct Verdict {
    package let ending: Ending
    /// What stands in the environment as the output.
    package let output: String
    /// Whether the output is right: for the problem as given, or, where a person changed the run, for what stands in the
    /// environment now. Nil where nothing would be.
    package let isRight: Bool?
    /// What would be right; nil unless the output is wrong.
    package let expected: String?
    /// Whether a person changed the run.
    package let isChanged: Bool

    package init(_ ending: Ending, of session: Session) {
        self.ending = ending
        output = session.problem.output(of: session.world)
        isChanged = session.branchCount > 0
        let right = isChanged ? session.problem.answer(for: session.world) : session.problem.expectedOutput
        let isRight = right.map { [output] in $0 == output }
        self.isRight = isRight
        expected = isRight == false ? right : nil
    }

    /// The output in a few dozen characters.
    package var shortOutput: String { output.isEmpty ? "no output" : output.shortenedInMiddle(to: Self.width) }

    /// What would be right in a few dozen characters.
    package var shortExpected: String? { expected?.shortenedInMiddle(to: Self.width) }

    private static let width = 32
}
