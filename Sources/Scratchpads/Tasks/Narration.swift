package import NPIKit

/// One step told in plain words.
package struct Narration: Hashable, Sendable {
    /// What the expert would do.
    package let expected: Decision
    /// Why the expert would do it, such as "6 + 5 = 11: write 1, carry 1".
    package let reason: String
    /// Whether the expert would do the same.
    package let isExpected: Bool
    /// The sentence to show: the reason, or for a mistake what is done and what would be right.
    package let text: String

    /// The name of the decision is asked for only where it is told, for a mistake: a search narrates a million steps.
    init(decision: Decision, name: @autoclosure () -> String, expected: Decision, reason: String) {
        self.expected = expected
        self.reason = reason
        isExpected = decision == expected
        guard !isExpected else {
            text = reason
            return
        }
        let eventDescription =
            switch decision {
            case .call: "calling \(name())"
            case .act: name()
            case .end: "returning"
            }
        text = "\(eventDescription) is a mistake; right: \(reason)"
    }
}
