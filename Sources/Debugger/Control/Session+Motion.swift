extension Session {
    /// Whether a motion is under way.
    package var isMoving: Bool { motion != nil }

    /// Begins a motion; ``advance(budget:)`` carries it on. One that was under way is given up where it is.
    package mutating func begin(_ motion: Motion) {
        self.motion = MotionState(
            motion: motion, origin: position, finishDepth: max(depth - selection - 1, 0), checked: position)
        selection = 0
    }

    /// Carries on the motion that was begun, and moves the position along.
    ///
    /// - Parameter budget: How many evaluations of the network it may take, at least one. Known events cost nothing.
    /// - Returns: Whether it came to rest, and why; ``StopReason/arrived`` if there was none.
    package mutating func advance(budget: Int) -> MotionProgress {
        guard let motion else { return .stopped(.arrived) }
        let stop =
            motion.isBackward ? stopBackward(motion, budget: budget) : stopForward(motion, budget: budget)
        guard let stop else { return .running }
        self.motion = nil
        line.move(to: stop.position, in: log)
        count(stop)
        return .stopped(stop.reason)
    }

    /// Gives up the motion under way; the position stays where it has come to.
    @discardableResult
    package mutating func interrupt() -> StopReason {
        motion = nil
        return .interrupted
    }

    /// Carries out a whole motion.
    @discardableResult
    package mutating func perform(_ motion: Motion) -> StopReason {
        begin(motion)
        while true {
            if case .stopped(let reason) = advance(budget: .max) { return reason }
        }
    }

    /// How many positions are looked at for matches before input is looked at again.
    private static let scanShare = 1 << 14

    private mutating func stopBackward(_ state: MotionState, budget: Int) -> Stop? {
        guard state.origin > 0 else { return Stop(position: 0, reason: .start) }
        let target = state.target(in: log) ?? 0
        if state.motion.heedsStops {
            guard scan(budget: budget == .max ? .max : Self.scanShare) else { return nil }
            if let stop = lastStop(before: state.origin, downTo: max(target, 1)) { return stop }
        }
        switch state.motion {
        case .run, .toStart: return Stop(position: target, reason: .start)
        default: return Stop(position: target, reason: .arrived)
        }
    }

    /// The stop that ends the motion, or nil when the budget is used up; then the position is as far as it was looked.
    private mutating func stopForward(_ state: MotionState, budget: Int) -> Stop? {
        var state = state
        let scanBudget = budget == .max ? .max : Self.scanShare
        var budget = max(budget, 1)
        var target = state.target(in: log)
        while true {
            if state.motion.heedsStops {
                let isWhole = scan(budget: scanBudget)
                if let stop = firstStop(after: state.checked, upTo: target ?? log.count) { return stop }
                guard isWhole else { return nil }
            }
            if let target { return Stop(position: target, reason: .arrived) }
            // Whether the last position matches may depend on what comes next.
            state.checked = max(state.checked, log.count - 1)
            if let ending { return Stop(position: log.count, reason: .end(ending)) }
            guard budget > 0 else { break }
            budget -= 1
            extendByOne()
            if log.count > state.checked, state.endsAtFrontier(of: log) { target = log.count }
        }
        motion = state
        line.move(to: log.count, in: log)
        return nil
    }
}
