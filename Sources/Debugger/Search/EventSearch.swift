import Dispatch
import NPIKit
import Scratchpads

/// Looks for a text in the known events of a session: in the names of programs and actions, and in the narration.
///
///     var search = EventSearch("carry 1", .forward, in: session)
///     while search.advance(budget: 10_000) == .running {}
///
/// It has a copy of the session as it was, so the session may move, grow or branch meanwhile.
package struct EventSearch: Sendable {
    /// What became of one share of the work.
    package enum Status: Hashable, Sendable {
        /// The budget is used up; go on.
        case running
        /// The event with this number has the text; it is the latest one at the position of the same number.
        case found(Int)
        /// No event has it.
        case notFound
    }

    /// Which way it looks from the position where it began.
    package let direction: Motion.Direction
    private var workers: [SearchWorker]
    /// The next event to look at.
    private var number: Int
    /// The last event to look at: the nearest whose name has the text, since names are quick and looked through first; else
    /// the last one there is.
    private let last: Int
    private let isLastNamed: Bool

    /// How many workers search side by side.
    private static let workerCount = 2

    /// Begins at the session's position, which is not looked at itself.
    ///
    /// - Parameter text: What to look for, in any letter case; an empty text is found nowhere.
    package init(_ text: String, _ direction: Motion.Direction, in session: Session) {
        self.direction = direction
        var matcher = EventMatcher(text, in: session)
        number = direction == .forward ? session.position + 1 : session.position - 1
        let named: Int?
        if matcher.pattern.isEmpty {
            // There is nothing to look at.
            named = direction == .forward ? number - 1 : number + 1
        } else if direction == .forward {
            named = number <= session.log.count ? (number...session.log.count).first { matcher.hasName($0) } : nil
        } else {
            named = number >= 1 ? (1...number).last { matcher.hasName($0) } : nil
        }
        isLastNamed = named != nil
        last = named ?? (direction == .forward ? session.log.count : 1)
        workers = (0..<Self.workerCount).map { _ in SearchWorker(matcher) }
    }

    /// Carries the search on over up to `budget` events, a part of them for each worker.
    package mutating func advance(budget: Int) -> Status {
        let step = direction == .forward ? 1 : -1
        let count = min(max(budget, 1), (last - number) * step + 1)
        guard count > 0 else { return .notFound }
        let share = (count + workers.count - 1) / workers.count
        let (first, last) = (number, isLastNamed ? last : nil)
        workers.withUnsafeMutableBufferPointer { workers in
            // Each worker is touched by one thread alone.
            nonisolated(unsafe) let workers = workers
            DispatchQueue.concurrentPerform(iterations: workers.count) { index in
                workers[index].look(
                    from: first + index * share * step, min(share, count - index * share), by: step, last)
            }
        }
        number += count * step
        return workers.lazy.compactMap(\.found).first.map(Status.found) ?? .running
    }
}

/// One of several that search different events at the same time, each with a world of its own to move along.
private struct SearchWorker: Sendable {
    private var matcher: EventMatcher
    /// The first event of the latest share that has the text.
    private(set) var found: Int?

    init(_ matcher: EventMatcher) {
        self.matcher = matcher
    }

    /// Looks through `count` events, the first of them `number`; that of number `named` has the text in its name.
    mutating func look(from number: Int, _ count: Int, by step: Int, _ named: Int?) {
        found = nil
        for number in (0..<max(count, 0)).lazy.map({ number + $0 * step }) {
            guard number == named || matcher.isNarrated(number) else { continue }
            found = number
            return
        }
    }
}

/// Counts how many events of a session have a text, for "match 3 of 12".
///
/// It has a copy of the session as it was when all of the run was known.
package struct MatchCount: Sendable {
    /// The events that have it, as far as they were looked through.
    package private(set) var events = EventIndex()
    private var matcher: EventMatcher
    private var scanned = 0

    /// Begins at the first event.
    package init(_ text: String, in session: Session) {
        matcher = EventMatcher(text, in: session)
    }

    /// Whether all events have been looked through.
    package var isDone: Bool { scanned == matcher.session.log.count }

    /// Whether `session` is still what is being counted.
    package func counts(_ session: Session) -> Bool {
        session.log.count == matcher.session.log.count && session.history.identity === matcher.session.history.identity
    }

    /// Carries the count on over up to `budget` events.
    package mutating func advance(budget: Int) {
        let end = min(scanned + budget, matcher.session.log.count)
        while scanned < end {
            scanned += 1
            if matcher.hasName(scanned) || matcher.isNarrated(scanned) { events.append(scanned) }
        }
    }
}
