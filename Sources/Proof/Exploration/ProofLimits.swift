/// How much is looked at before giving up.
package struct ProofLimits: Sendable {
    package var situations = 20_000_000
    package var steps = 20_000_000
    /// How many wrong sequences of a call are kept.
    package var counterexamples = 1_000

    package init() {}
}
