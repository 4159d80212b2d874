/// The three pointers of a ``SortingPad``.
package enum SortingPointer: Int, CaseIterable, Hashable, Sendable {
    /// The left one of the pair that is compared.
    case first
    /// The right one of the pair that is compared.
    case second
    /// The counter of passes: it sees no value.
    case sweeps

    /// The name as in the paper: PTR 1, PTR 2 or PTR 3.
    package var name: String { "PTR \(rawValue + 1)" }
}
