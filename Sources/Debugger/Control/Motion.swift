import Scratchpads

/// A way to move through a run.
package enum Motion: Hashable, Sendable {
    /// Which way through time.
    package enum Direction: Hashable, Sendable {
        /// Toward the end.
        case forward
        /// Toward the start. Never asks the network.
        case backward
    }

    /// By one event.
    case step(Direction)
    /// Until the depth is no deeper than now: over whole calls.
    case over(Direction)
    /// Until the selected frame has returned or, backwards, was not yet called.
    case finish(Direction)
    /// To the next breakpoint or mistake, or to the end.
    case run(Direction)
    /// To a position, over breakpoints and mistakes; to the end if it lies beyond.
    case go(to: Int)
    /// To position 0.
    case toStart
    /// To the end, over breakpoints and mistakes.
    case toEnd

    /// Whether breakpoints and mistakes stop it on its way.
    var heedsStops: Bool {
        switch self {
        case .over, .finish, .run: true
        case .step, .go, .toStart, .toEnd: false
        }
    }
}

/// Why a motion came to rest.
package enum StopReason: Hashable, Sendable {
    /// It got where it was to go.
    case arrived
    /// The latest event hit this breakpoint.
    case breakpoint(StopPoint.ID)
    /// What this watch watches has changed.
    case watch(StopPoint.ID)
    /// The latest event is one that the expert would not have made.
    case mistake
    /// There is nothing before.
    case start
    /// There is nothing after.
    case end(Ending)
    /// ``Session/interrupt()`` was called.
    case interrupted
}

/// What became of one share of work on a motion.
package enum MotionProgress: Hashable, Sendable {
    /// The budget is used up; call ``Session/advance(budget:)`` again.
    case running
    /// The motion is over.
    case stopped(StopReason)
}
