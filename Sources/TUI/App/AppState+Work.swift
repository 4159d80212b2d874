import Debugger

/// What waits to be done while no key comes.
package enum PendingWork: Hashable, Sendable {
    /// Nothing: wait for a key for as long as it takes.
    case nothing
    /// A motion or a search that the user waits for.
    case foreground
    /// One step of playing, due at a pace.
    case playing
    /// The rest of the run is not known yet.
    case background
}

extension AppState {
    /// What waits to be done.
    package var pendingWork: PendingWork {
        switch view.activity {
        case .moving, .searching: .foreground
        case .playing, .touring: .playing
        case .idle:
            isRunUnknown || view.comparison?.isUnfinished ?? false || view.inside.isFinding || view.states.isFinding
                || needsNumbers || session.needsScanning
                || needsMatchCount ? .background : .nothing
        }
    }

    /// Whether what is counted of the run is looked at, and not all of it is counted.
    private var needsNumbers: Bool {
        view.inside.mode == .numbers && view.numbers?.isDone(in: session) != true
    }

    /// Lets the network run on from the last known event, and looks for matches of breakpoints, for a millisecond or so;
    /// the position stays.
    mutating func learnMore() {
        session.extend(events: 16)
        session.scan(budget: 1 << 13)
        advanceMatchCount(budget: 1_000)
        view.inside.advance(budget: 8, in: session)
        view.states.advance(budget: 8, in: session)
        view.comparison?.advance(beside: session)
    }

    /// How long a step lasts while playing.
    package var playInterval: Duration {
        view.activity == .touring
            ? touring?.interval(view.tour) ?? .seconds(4) : .seconds(1 / view.speed.stepsPerSecond)
    }

    /// Sees to it that what is shown inside the network is that of the selected frame. On the way of a motion there is no time to
    /// look around.
    mutating func refreshInsight() {
        guard view.inside.mode == .run || view.activity == .idle || view.activity == .playing else { return }
        view.inside.refresh(in: session)
        view.states.refresh(in: session, view.inside.mode)
        view.states.advance(budget: 24, in: session)
        if needsNumbers {
            if view.numbers == nil { view.numbers = RunNumbers(session) }
            view.numbers?.advance(budget: 1 << 14, in: session)
        }
    }

    /// Does a small share of what waits, a millisecond or so.
    package mutating func work() {
        defer {
            showTour()
            refreshInsight()
            view.comparison?.follow(session)
        }
        switch pendingWork {
        case .nothing: break
        case .foreground where view.activity == .searching: advanceSearch(budget: 4_000)
        case .foreground: advance(budget: 16)
        case .playing where view.activity == .touring: tourStep()
        case .playing: playStep()
        case .background: learnMore()
        }
    }
}
