/// A position at which a stop point stops a motion.
struct Stop {
    var position: Int
    var id: StopPoint.ID
    var isMistake: Bool
}

extension StopPointTable {
    /// The first stop after `position` and not after `limit`, as far as the run was looked through.
    func firstStop(after position: Int, upTo limit: Int, in log: EventLog) -> Stop? {
        nearestStop(in: log) { matches in
            matches.next(after: position).flatMap { $0 <= limit ? $0 : nil }
        } isNearer: {
            $0 < $1
        }
    }

    /// The last stop before `position` and not before `limit`.
    func lastStop(before position: Int, downTo limit: Int, in log: EventLog) -> Stop? {
        nearestStop(in: log) { matches in
            matches.previous(before: position).flatMap { $0 >= limit ? $0 : nil }
        } isNearer: {
            $0 > $1
        }
    }

    /// The breakpoints beside that of `stop` that stop at the same position.
    func breakpoints(beside stop: Stop, in log: EventLog) -> [StopPoint] {
        entries.filter { entry in
            entry.point.isEnabled && entry.point.stopsRun && entry.point.spec != nil && entry.point.id != stop.id
                && entry.matches(in: log).next(after: stop.position - 1) == stop.position
        }.map(\.point)
    }

    /// Among equals a mistake comes before the other breakpoints, those before watches, each in the order of setting.
    private func nearestStop(in log: EventLog, find: (Matches) -> Int?, isNearer: (Int, Int) -> Bool) -> Stop? {
        var nearest: Stop?
        for entry in entries where entry.point.isEnabled && entry.point.stopsRun {
            guard let position = find(entry.matches(in: log)) else { continue }
            let isMistake = entry.point.isAnyMistake
            if let nearest, !isNearer(position, nearest.position), !(isMistake && position == nearest.position) {
                continue
            }
            nearest = Stop(position: position, id: entry.point.id, isMistake: isMistake)
        }
        return nearest
    }
}
