/// Sorts of actions that stand out on a timeline.
package enum Highlight: Int, CaseIterable, Sendable {
    /// A piece of the result was written.
    case output
    /// A carry was written.
    case carry
    /// Two values changed places.
    case swap
}
