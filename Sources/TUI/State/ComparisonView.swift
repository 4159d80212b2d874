package import Debugger

/// Another run beside the one that is looked at: both go step by step together.
package struct ComparisonView: Sendable {
    /// What it is called: its network's, its recording's or its branch's name.
    package let name: String
    /// The other run, at the step of the one that is looked at, or at its last known step before that.
    package private(set) var other: Session
    /// Whether it is shown.
    package var isShown = true
    /// What looks for the first differences.
    package private(set) var search: DifferenceSearch
    /// Whether all of them are found.
    package private(set) var isDone = false

    /// Puts `other` beside `session`.
    package init(_ name: String, _ other: Session, beside session: Session) {
        self.name = name
        self.other = other
        search = DifferenceSearch(session, other)
        follow(session)
    }

    /// Whether something of it is still to be found out.
    var isUnfinished: Bool { isShown && (!isDone || isUnknown) }

    private var isUnknown: Bool { other.isLive && other.ending == nil }

    /// Goes to the step of `session`, which may have been changed.
    mutating func follow(_ session: Session) {
        if !search.isCurrent(session, other) {
            search = DifferenceSearch(session, other)
            isDone = false
        }
        let step = min(session.position, other.log.count)
        if other.position != step { other.perform(.go(to: step)) }
    }

    /// Makes a little more known: of the other run, and of where both differ.
    mutating func advance(beside session: Session) {
        if isUnknown { other.extend(events: 16) }
        if !isDone { isDone = search.advance(session, other, budget: 512) }
        follow(session)
    }
}
