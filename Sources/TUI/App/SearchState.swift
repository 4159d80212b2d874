import Debugger

/// A search, and the count of what it finds.
struct SearchState: Sendable {
    /// What is being searched for; nil once it is found.
    var running: EventSearch?
    /// How many events have what was searched for.
    var matches: MatchCount?
    /// What was said of the match while the others are being counted.
    var message: Message?

    /// Whether the matches are still to be counted.
    var needsCount: Bool { message != nil && matches.map { !$0.isDone } ?? true }
}
