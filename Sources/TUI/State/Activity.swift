/// What is going on while no key is pressed.
package enum Activity: Hashable, Sendable {
    /// Nothing.
    case idle
    /// Steps are made at a pace.
    case playing
    /// A tour goes from stop to stop at a pace.
    case touring
    /// A motion such as "continue", which began at a step, is under way.
    case moving(from: Int)
    /// A search is under way.
    case searching

    /// Whether a person waits for it to end.
    var isAwaited: Bool {
        switch self {
        case .moving, .searching: true
        case .idle, .playing, .touring: false
        }
    }
}
