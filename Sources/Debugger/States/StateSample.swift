package import NPIKit

/// The states of a bounded number of steps, spread evenly over what is known of a run: of a short run those of all its steps.
///
/// It is drawn once, so that the plane in which its states are shown stays the same as a person moves.
package struct StateSample: Sendable {
    /// How many steps it has at most.
    package static let limit = 512
    /// Runs of more events are looked at in groups of neighbours, each near a place where the network's state is kept.
    private static let longRun = 1 << 16
    private static let groupCount = 64
    /// A step that takes more evaluations is left out.
    private static let longestWay = 512
    /// The steps of a group are so far from each other, which no common period divides.
    private static let groupStep = 5

    /// The states found so far, by the order of their events.
    package private(set) var states: [StepState] = []
    /// The plane in which they differ most; nil until all are found.
    package private(set) var plane: KeyMap?
    /// Where they stand in it.
    package private(set) var points: [KeyMap.Point] = []
    /// How many events were known of the run when it was drawn.
    package let eventCount: Int
    /// How many steps are asked for.
    package let wantedCount: Int

    private let isWhole: Bool
    private var path: StatePath

    /// Draws the steps of `session`.
    package init(_ session: Session) {
        let events = Self.events(of: session)
        eventCount = session.log.count
        wantedCount = events.count
        isWhole = session.ending != nil
        path = StatePath(events, of: session, longestWay: Self.longestWay)
    }

    /// Whether all states are found.
    package var isDone: Bool { plane != nil }
    /// How many steps have been looked at.
    package var count: Int { path.count }
    /// Whether it is of all steps of what was known.
    package var isOfAll: Bool { states.count >= eventCount - 1 }

    /// Whether it still stands for what is known of the run.
    package func isCurrent(in session: Session) -> Bool {
        guard path.isCurrent(in: session) else { return false }
        return isWhole || (session.ending == nil && session.log.count < 2 * eventCount)
    }

    /// Evaluates up to `budget` steps.
    package mutating func advance(budget: Int, in session: Session) {
        guard !isDone else { return }
        states += path.advance(budget: budget, in: session)
        guard path.isDone else { return }
        let plane = KeyMap(states.map(\.hidden))
        points = states.map { plane.point(of: $0.hidden) }
        self.plane = plane
    }

    /// The steps most like `state`, the likest first, without itself.
    package func nearest(to state: StepState, limit: Int) -> [(state: StepState, distance: Float)] {
        let others = states.filter { $0.event != state.event }.map { ($0, $0.distance(to: state)) }
        let sorted = others.sorted { one, other in one.1 != other.1 ? one.1 < other.1 : one.0.event < other.0.event }
        return Array(sorted.prefix(limit))
    }

    private static func events(of session: Session) -> [Int] {
        let count = session.log.count
        guard count > 1 else { return [] }
        if count <= limit { return Array(2...count) }
        if count < longRun {
            return (0..<limit).map { 2 + $0 * (count - 2) / (limit - 1) }
        }
        let size = limit / groupCount
        var events: [Int] = []
        for group in 0..<groupCount {
            let place = max(group * (count - size * groupStep * 2) / groupCount, 1)
            // The state is known there, so that it takes a few evaluations and not some hundred.
            let kept = session.history.live?.snapshots.nearest(to: place).position ?? place
            let first = max(kept, 1) + 1 + group % groupStep
            for index in 0..<size {
                let event = first + index * groupStep
                if event <= count, event > events.last ?? 0 { events.append(event) }
            }
        }
        return events
    }
}
