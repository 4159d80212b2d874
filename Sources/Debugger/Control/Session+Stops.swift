/// An event at which a motion stops.
struct Stop {
    var position: Int
    var reason: StopReason
}

extension Session {
    /// The first stop after `position` and not after `limit`, as far as the run was looked through.
    func firstStop(after position: Int, upTo limit: Int) -> Stop? {
        nearestStop { matches in
            matches.next(after: position).flatMap { $0 <= limit ? $0 : nil }
        } isNearer: {
            $0 < $1
        }
    }

    /// The last stop before `position` and not before `limit`.
    func lastStop(before position: Int, downTo limit: Int) -> Stop? {
        nearestStop { matches in
            matches.previous(before: position).flatMap { $0 >= limit ? $0 : nil }
        } isNearer: {
            $0 > $1
        }
    }

    /// What stops a run that has just come to the position step by step, as playing does; nil if nothing does.
    package mutating func stopHere() -> StopReason? {
        scan(budget: 1 << 14)
        guard let stop = firstStop(after: position - 1, upTo: position) else { return nil }
        count(stop)
        return stop.reason
    }

    /// The breakpoints that only log and match after position `first` and up to `last`, with how often they do.
    package func logged(after first: Int, upTo last: Int) -> [(breakpoint: Breakpoint, count: Int)] {
        breakpoints.all.filter { $0.isEnabled && $0.spec.isLogOnly }.compactMap { breakpoint in
            let matches = matches(of: breakpoint)
            var (count, position) = (0, matches.next(after: first))
            while let present = position, present <= last {
                count += 1
                position = matches.next(after: present)
            }
            return count > 0 ? (breakpoint, count) : nil
        }
    }

    /// Counts the hit of a breakpoint.
    mutating func count(_ stop: Stop) {
        guard case .breakpoint(let id) = stop.reason else { return }
        latestHit = breakpoints[id]
        breakpoints.countHit(id)
    }

    /// Among equals a mistake comes before the other breakpoints, and those in the order in which they were set.
    private func nearestStop(find: (Matches) -> Int?, isNearer: (Int, Int) -> Bool) -> Stop? {
        var nearest: Stop?
        for breakpoint in breakpoints.all where breakpoint.isEnabled && !breakpoint.spec.isLogOnly {
            guard let position = find(matches(of: breakpoint)) else { continue }
            let isMistake = breakpoint.spec.isAnyMistake
            if let nearest, !isNearer(position, nearest.position), !(isMistake && position == nearest.position) {
                continue
            }
            nearest = Stop(position: position, reason: isMistake ? .mistake : .breakpoint(breakpoint.id))
        }
        for watch in watches.all where watch.stopsRun {
            let changes = changeScans[watch.id]?.positions ?? EventIndex()
            guard let position = find(Matches(positions: changes, selection: .all)) else { continue }
            if let nearest, !isNearer(position, nearest.position) { continue }
            nearest = Stop(position: position, reason: .watch(watch.id))
        }
        return nearest
    }
}
