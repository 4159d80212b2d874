import Support

/// Where a network does something else than a recording says.
package struct Difference: Hashable, Sendable, CustomStringConvertible {
    /// The number of the event.
    package var event: Int
    /// What was recorded.
    package var recorded: String
    /// What the network does.
    package var found: String

    /// One line for the user.
    package var description: String {
        "event \(event): recorded \(recorded), the network gives \(found)"
    }
}

/// What came of running a recording's network again.
package struct Verification: Hashable, Sendable, CustomStringConvertible {
    /// The first event that the network does otherwise, or judges otherwise, or another output; nil if there is none.
    package var difference: Difference?
    /// The first probability that is another, before that or at the same event; nil if there is none.
    package var probability: Difference?
    /// How many events were compared and found to be the same, their probabilities aside.
    package var eventCount: Int
    /// The network that was recorded, where it has another checksum than the one at hand.
    package var otherModel: ModelIdentity?

    /// How many runs the recording holds: one, and as many as were branched off.
    package var branchCount = 1
    /// The branch that was compared last, in which what differs lies; nil where there is one run only.
    package var branch: Branch.ID?

    /// One line for the user.
    package var description: String {
        let outcome = isVerified ? "verified: all \(eventCount) events are the same" : "not verified: \(differences)"
        guard let otherModel else { return outcome }
        return outcome + "; recorded with another model, \(otherModel.name) (sha256 \(otherModel.sha256))"
    }

    /// What is different, the decision and the probability apart.
    package var differences: String {
        let decision =
            difference.map { "first different decision: \($0)" } ?? "all \(eventCount.grouped) decisions are the same"
        let place = branch.map { "branch \($0): " } ?? ""
        return place + decision + (probability.map { "; first different probability: \($0)" } ?? "")
    }

    /// Whether every event and every probability is the same.
    package var isVerified: Bool { difference == nil && probability == nil }
}
