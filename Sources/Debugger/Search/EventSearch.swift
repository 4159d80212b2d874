import NPIKit
import Scratchpads

/// Looks for a text in the known events of a session: in the names of programs and actions, and in the narration.
///
///     var search = EventSearch("carry 1", .forward, in: session)
///     while search.advance(budget: 10_000) == .running {}
///
/// It has a copy of the session as it was, so the session may move, grow or branch meanwhile.
public struct EventSearch: Sendable {
    /// What became of one share of the work.
    public enum Progress: Hashable, Sendable {
        /// The budget is used up; go on.
        case running
        /// The event with this number has the text; it is the latest one at the position of the same number.
        case found(Int)
        /// No event has it.
        case notFound
    }

    private let direction: Motion.Direction
    private var matcher: EventMatcher
    /// The next event to look at.
    private var number: Int
    /// The nearest event whose name has the text: names are quick, so they are looked through first.
    private let named: Int?

    /// Begins at the session's position, which is not looked at itself.
    ///
    /// - Parameter text: What to look for, in any letter case; an empty text is found nowhere.
    public init(_ text: String, _ direction: Motion.Direction, in session: Session) {
        self.direction = direction
        var matcher = EventMatcher(text, in: session)
        number = direction == .forward ? session.position + 1 : session.position - 1
        if matcher.pattern.isEmpty {
            named = nil
        } else if direction == .forward {
            named = number <= session.log.count ? (number...session.log.count).first { matcher.hasName($0) } : nil
        } else {
            named = number >= 1 ? (1...number).last { matcher.hasName($0) } : nil
        }
        self.matcher = matcher
    }

    /// Carries the search on over up to `budget` events.
    public mutating func advance(budget: Int) -> Progress {
        let step = direction == .forward ? 1 : -1
        for _ in 0..<max(budget, 1) {
            guard !matcher.pattern.isEmpty, number >= 1, number <= matcher.session.log.count else { return .notFound }
            if number == named || matcher.isNarrated(number) { return .found(number) }
            number += step
        }
        return .running
    }
}

/// Counts how many events of a session have a text, for "match 3 of 12".
///
/// It has a copy of the session as it was when all of the run was known.
public struct MatchCount: Sendable {
    /// The events that have it, as far as they were looked through.
    public private(set) var events = EventIndex()
    private var matcher: EventMatcher
    private var scanned = 0

    /// Begins at the first event.
    public init(_ text: String, in session: Session) {
        matcher = EventMatcher(text, in: session)
    }

    /// Whether all events have been looked through.
    public var isDone: Bool { scanned == matcher.session.log.count }

    /// Whether `session` is still what is being counted.
    public func counts(_ session: Session) -> Bool {
        session.log.count == matcher.session.log.count && session.future === matcher.session.future
    }

    /// Carries the count on over up to `budget` events.
    public mutating func advance(budget: Int) {
        let end = min(scanned + budget, matcher.session.log.count)
        while scanned < end {
            scanned += 1
            if matcher.hasName(scanned) || matcher.isNarrated(scanned) { events.append(scanned) }
        }
    }
}
