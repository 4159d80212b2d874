/// What an action is called, and what it does in terms of a scratchpad's cells, so that it can be shown before it happens and
/// afterwards.
public struct Action: Hashable, Sendable {
    /// What is done.
    public enum Change: Hashable, Sendable {
        /// A pointer, an index of ``Scratchpad/cells``, moves by one place.
        case move(pointer: Int, Direction)
        /// A number, or a blank, is written into a row where a pointer stands: the row's first one where none is named. Both are
        /// indices of ``Scratchpad/cells``.
        case write(row: Int, Int?, pointer: Int? = nil)
        /// What two pointers stand on changes places.
        case swap(Int, Int)
        /// Something else.
        case other
    }

    /// The name as in the paper's traces: "PTR CARRY LEFT", "WRITE OUT 1".
    public var name: String
    /// What is done.
    public var change: Change

    /// An action called `name`.
    public init(_ name: String, _ change: Change = .other) {
        self.name = name
        self.change = change
    }
}
