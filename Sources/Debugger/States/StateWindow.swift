/// The states around one step, kept as the step moves on.
package struct StateWindow: Sendable {
    /// How many steps before the present one are kept, and how many after it.
    package static let before = 96
    package static let after = 95

    /// In a replay, where no states are kept, the first steps of a long loop are followed again up to so many.
    private static let longestWay = 1 << 14

    /// The states that are known, by the numbers of their events.
    package private(set) var states: [Int: StepState] = [:]
    /// The event that is looked at: the next one, or at the end of the run the last one; nil where there is none.
    package private(set) var present: Int?
    /// Whether the gates are known too.
    package private(set) var hasGates = false

    private var range = 0..<0
    private var identity: RunIdentity?
    private var path: StatePath?

    /// A window on nothing.
    package init() {}

    /// Whether there is something to be found out yet.
    package var isFinding: Bool { path.map { !$0.isDone } ?? false }

    /// The event that a session is about at its position.
    package static func event(at session: Session) -> Int? {
        let event = min(session.position + 1, session.log.count)
        return event > 1 ? event : nil
    }

    /// Moves to the position of `session`.
    ///
    /// - Parameters:
    ///   - wantsGates: Whether the gates are to be found too.
    ///   - isAlone: Whether only the present step is wanted.
    package mutating func refresh(in session: Session, wantsGates: Bool, isAlone: Bool) {
        let event = Self.event(at: session)
        if identity != session.history.identity || (wantsGates && !hasGates) {
            (states, path, hasGates) = ([:], nil, wantsGates)
            identity = session.history.identity
        }
        guard let event else {
            (present, range, path) = (nil, 0..<0, nil)
            return
        }
        let last = min(event + Self.after, session.log.count)
        let wanted = isAlone ? event..<event + 1 : max(event - Self.before, 2)..<last + 1
        guard event != present || wanted != range || path == nil else { return }
        (present, range) = (event, wanted)
        states = states.filter { range.contains($0.key) }
        // The present step comes first: the others are followed in their order.
        let missing = range.filter { states[$0] == nil && $0 != event }
        path = StatePath(
            (states[event] == nil ? [event] : []) + missing, of: session, longestWay: Self.longestWay,
            wantsGates: hasGates, after: path)
    }

    /// Evaluates up to `budget` steps.
    package mutating func advance(budget: Int, in session: Session) {
        for state in path?.advance(budget: budget, in: session) ?? [] { states[state.event] = state }
    }
}
