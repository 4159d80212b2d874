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
    /// The first difference; nil if there is none.
    package var difference: Difference?
    /// How many events were compared and found equal.
    package var eventCount: Int
    /// The network that was recorded, where it has another checksum than the one at hand.
    package var otherModel: ModelIdentity?

    /// One line for the user.
    package var description: String {
        let outcome = difference.map { "not verified: \($0)" } ?? "verified: all \(eventCount) events are the same"
        guard let otherModel else { return outcome }
        return outcome + "; recorded with another model, \(otherModel.name) (sha256 \(otherModel.sha256))"
    }

    /// Whether every event and every probability is the same.
    package var isVerified: Bool { difference == nil }
}
