/// A problem in which a frame sees what a network decides wrongly.
package struct FoundCounterexample: Hashable, Sendable {
    package var counterexample: Counterexample
    /// The problem's input.
    package var input: [String]
    /// The event at which the network is wrong, the first one being 1.
    package var event: Int
}
