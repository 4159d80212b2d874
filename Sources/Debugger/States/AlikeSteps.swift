/// The steps whose hidden states are nearest to that of one, among a sample of the run's steps.
package struct AlikeSteps: Sendable {
    /// How many are listed.
    package static let limit = 40

    /// A step that is like it.
    package struct Match: Hashable, Sendable {
        /// The number of the event that was decided.
        package let event: Int
        /// How far its state is from the one that was sought.
        package let distance: Float
    }

    /// The event whose like were sought.
    package let event: Int
    /// The steps, the nearest first.
    package let matches: [Match]
    /// Among how many steps they were sought.
    package let sampleCount: Int
    /// How many events were known of the run.
    package let eventCount: Int

    private let identity: RunIdentity

    /// The steps most like that of `state`, which is one of the run of `session`.
    package init(to state: StepState, in sample: StateSample, _ session: Session) {
        event = state.event
        matches = sample.nearest(to: state, limit: Self.limit).map {
            Match(event: $0.state.event, distance: $0.distance)
        }
        sampleCount = sample.states.count
        eventCount = sample.eventCount
        identity = session.history.identity
    }

    /// Whether they are steps of the run that `session` has now.
    package func isCurrent(in session: Session) -> Bool { session.history.identity == identity }

    /// Whether they were sought among all steps.
    package var isOfAll: Bool { sampleCount >= eventCount - 1 }

    /// The nearest match in this direction from `position`, by the position before its event; nil if there is none.
    package func position(from position: Int, _ direction: Motion.Direction) -> Int? {
        let positions = ([event] + matches.map(\.event)).map { $0 - 1 }
        return direction == .forward
            ? positions.filter { $0 > position }.min() : positions.filter { $0 < position }.max()
    }

    /// How far the step at `position` is from the one that was sought, and which of how many it is; nil where it is none of them.
    package func match(at position: Int) -> (rank: Int, distance: Float)? {
        if position == event - 1 { return (0, 0) }
        return matches.firstIndex { $0.event - 1 == position }.map { ($0 + 1, matches[$0].distance) }
    }
}
