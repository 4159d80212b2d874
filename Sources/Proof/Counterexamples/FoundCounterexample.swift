/// A problem in which a frame sees what a network decides wrongly.
package struct FoundCounterexample: Hashable, Sendable {
    package var counterexample: Counterexample
    /// The problem's input.
    package var input: [String]
    /// How many events there are before the wrong one, the call of the first program among them.
    package var event: Int
}
