import Debugger

/// The latest search, and the count of what it finds.
package struct SearchState: Sendable {
    /// The text last searched for; its matches are shown in the trace.
    package var text = ""
    /// What is being searched for; nil once it is found.
    private var running: EventSearch?
    /// How many events have the text.
    private var matches: MatchCount?
    /// What was said of the match while the others are being counted.
    private var message: Message?

    /// Which of how many events with the text one is.
    struct Match: Hashable {
        /// Its number among them, from 1.
        var number: Int
        /// How many are known.
        var count: Int
        /// Whether there may be more.
        var isOpen: Bool
    }

    /// What came of a share of the search.
    enum Status: Hashable {
        /// It goes on.
        case running
        /// The event with this number has the text.
        case found(Int)
        /// No event in that direction has it.
        case notFound(Motion.Direction)
    }

    /// Begins to look for `text` from the position of `session`.
    mutating func begin(_ text: String, _ direction: Motion.Direction, in session: Session) {
        if text != self.text { matches = nil }
        self.text = text
        running = EventSearch(text, direction, in: session)
    }

    /// Carries the search on; nil if none is under way.
    mutating func advance(budget: Int) -> Status? {
        guard var search = running else { return nil }
        let status = search.advance(budget: budget)
        running = status == .running ? search : nil
        return switch status {
        case .running: .running
        case .found(let number): .found(number)
        case .notFound: .notFound(search.direction)
        }
    }

    /// Gives the search up.
    mutating func stop() { running = nil }

    /// Which match the position of `session` is; nil as long as none has been counted.
    mutating func match(at session: Session) -> Match? {
        if matches?.counts(session) != true { matches = nil }
        return matches.map {
            Match(number: $0.events.count(upTo: session.position), count: $0.events.count, isOpen: !$0.isDone)
        }
    }

    /// Whether the matches are still to be counted.
    var needsCount: Bool { message != nil && matches.map { !$0.isDone } ?? true }

    /// Lets the count go on as long as `message` stands, unless it is done.
    mutating func announce(_ message: Message?) {
        self.message = matches?.isDone == true ? nil : message
    }

    /// Counts on, as long as what is shown is what was said of the match. Returns whether that can be said more exactly now.
    mutating func count(budget: Int, in session: Session, shown: Message?) -> Bool {
        var count = matches ?? MatchCount(text, in: session)
        count.advance(budget: budget)
        matches = count
        guard shown == message else {
            message = nil
            return false
        }
        return true
    }
}
