/// An event at which a motion stops.
struct Stop {
    var position: Int
    var reason: StopReason
}

extension BreakpointTable {
    /// The first stop after `position` and not after `limit`.
    func firstStop(after position: Int, upTo limit: Int, in log: EventLog) -> Stop? {
        nearest(in: log) { events in
            events.next(after: position).flatMap { $0 <= limit ? $0 : nil }
        } isNearer: {
            $0 < $1
        }
    }

    /// The last stop before `position` and not before `limit`.
    func lastStop(before position: Int, downTo limit: Int, in log: EventLog) -> Stop? {
        nearest(in: log) { events in
            events.previous(before: position).flatMap { $0 >= limit ? $0 : nil }
        } isNearer: {
            $0 > $1
        }
    }

    /// Among equals a mistake comes before the breakpoints, and those in the order in which they were set.
    private func nearest(
        in log: EventLog, find: (EventIndex) -> Int?, isNearer: (Int, Int) -> Bool
    ) -> Stop? {
        var nearest: Stop?
        func offer(_ position: Int?, _ reason: StopReason) {
            guard let position else { return }
            if let nearest, !isNearer(position, nearest.position) { return }
            nearest = Stop(position: position, reason: reason)
        }
        if stopsOnMistake { offer(find(log.mistakes), .mistake) }
        for breakpoint in all where breakpoint.isEnabled {
            offer(find(breakpoint.trigger.events(in: log)), .breakpoint(breakpoint.id))
        }
        return nearest
    }
}
