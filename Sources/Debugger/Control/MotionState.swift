/// A motion that has begun: it looks for where to stop in what is known, and runs the network on until it has found it.
struct MotionState: Sendable {
    let motion: Motion
    /// Where it began.
    let origin: Int
    /// How many frames are open when a "finish" is done.
    let finishDepth: Int
    /// How far stops have been looked for.
    private var checked: Int

    /// How many positions are looked at for matches before input is looked at again.
    private static let scanShare = 1 << 14

    /// Begins `motion` where `history` stands, `selection` frames lying within the one that is looked at.
    init(_ motion: Motion, in history: RunHistory, selection: Int) {
        self.motion = motion
        origin = history.position
        finishDepth = max(history.log.depth(at: origin) - selection - 1, 0)
        checked = origin
    }

    /// Where a motion ends, and why.
    struct Rest {
        var position: Int
        var reason: StopReason
        /// The stop point that ended it.
        var stop: Stop?
    }

    /// Carries it on. As long as it has not ended, `history` stands as far as it was looked.
    ///
    /// - Parameter budget: How many evaluations of the network it may take, at least one. Known events cost nothing.
    /// - Returns: Where it ends, or nil when the budget is used up.
    mutating func advance(
        budget: Int, in history: inout RunHistory, stoppedBy stops: inout StopPointTable
    ) -> Rest? {
        let scanBudget = budget == .max ? Int.max : Self.scanShare
        return isBackward
            ? restBackward(in: history, stoppedBy: &stops, scanBudget: scanBudget)
            : restForward(in: &history, stoppedBy: &stops, budget: max(budget, 1), scanBudget: scanBudget)
    }

    private func restBackward(
        in history: RunHistory, stoppedBy stops: inout StopPointTable, scanBudget: Int
    ) -> Rest? {
        guard origin > 0 else { return Rest(position: 0, reason: .start) }
        let target = target(in: history.log) ?? 0
        if motion.heedsStops {
            guard stops.scan(history, budget: scanBudget) else { return nil }
            if let stop = stops.lastStop(before: origin, downTo: max(target, 1), in: history.log) {
                return Rest(stop)
            }
        }
        switch motion {
        case .run, .toStart: return Rest(position: target, reason: .start)
        default: return Rest(position: target, reason: .arrived)
        }
    }

    private mutating func restForward(
        in history: inout RunHistory, stoppedBy stops: inout StopPointTable, budget: Int, scanBudget: Int
    ) -> Rest? {
        var budget = budget
        var target = target(in: history.log)
        while true {
            if motion.heedsStops {
                let isWhole = stops.scan(history, budget: scanBudget)
                let limit = target ?? history.log.count
                if let stop = stops.firstStop(after: checked, upTo: limit, in: history.log) { return Rest(stop) }
                guard isWhole else { return nil }
            }
            if let target { return Rest(position: target, reason: .arrived) }
            // Whether the last position matches may depend on what comes next.
            checked = max(checked, history.log.count - 1)
            if let ending = history.ending { return Rest(position: history.log.count, reason: .end(ending)) }
            guard budget > 0 else { break }
            budget -= 1
            history.makeEvent()
            if history.log.count > checked, endsAtFrontier(of: history.log) { target = history.log.count }
        }
        history.move(to: history.log.count)
        return nil
    }

    /// Where it ends as far as `log` tells; nil if that lies beyond, or nowhere.
    private func target(in log: EventLog) -> Int? {
        let depth = log.depth(at: origin)
        switch motion {
        case .step(.forward): return origin < log.count ? origin + 1 : nil
        case .over(.forward): return log.position(after: origin, withDepthAtMost: depth)
        case .finish(.forward): return log.position(after: origin, withDepthAtMost: finishDepth)
        case .go(let position): return position <= log.count ? max(position, 0) : nil
        case .run(.forward), .toEnd: return nil
        case .step(.backward): return origin - 1
        case .over(.backward): return log.position(before: origin, withDepthAtMost: depth) ?? 0
        case .finish(.backward): return log.position(before: origin, withDepthAtMost: finishDepth) ?? 0
        case .run(.backward), .toStart: return 0
        }
    }

    /// Whether it ends at the newest event of `log`, all before having been looked at.
    private func endsAtFrontier(of log: EventLog) -> Bool {
        let depth = log.depth(at: origin)
        switch motion {
        case .step: return true
        case .over: return log.depth(at: log.count) <= depth
        case .finish: return log.depth(at: log.count) <= finishDepth
        case .go(let position): return position == log.count
        case .run, .toEnd, .toStart: return false
        }
    }

    private var isBackward: Bool {
        switch motion {
        case .step(let direction), .over(let direction), .finish(let direction), .run(let direction):
            direction == .backward
        case .go(let position): position < origin
        case .toStart: true
        case .toEnd: false
        }
    }
}

extension MotionState.Rest {
    /// At a stop point.
    fileprivate init(_ stop: Stop) {
        self.init(position: stop.position, reason: stop.reason, stop: stop)
    }
}

extension Stop {
    /// Why a motion ends there.
    var reason: StopReason {
        if isMistake { return .mistake }
        return if case .breakpoint = id { .breakpoint(id) } else { .watch(id) }
    }
}
