extension Session {
    /// Whether there are breakpoints or watches for which the known part of the run has not been looked through.
    package var needsScanning: Bool {
        let isWhole = ending != nil
        return watches.all.contains { watch in
            changeScans[watch.id].map { $0.scanned < $0.limit(in: log, isWhole: isWhole) } ?? (log.count > 0)
        }
            || breakpoints.all.contains { breakpoint in
                guard breakpoint.needsScan else { return false }
                guard let scan = scans[breakpoint.id] else { return log.count > 0 }
                return scan.scanned < scan.limit(in: log, isWhole: isWhole)
            }
    }

    /// Looks through the known part of the run for matches of the breakpoints and changes of what is watched, at most `budget` positions.
    ///
    /// - Returns: Whether all of it has been looked through.
    @discardableResult
    package mutating func scan(budget: Int = .max) -> Bool {
        var budget = budget
        for breakpoint in breakpoints.all where breakpoint.needsScan {
            let isDone = scans[breakpoint.id, default: MatchScan(breakpoint.spec, in: log, along: line)]
                .advance(in: log, isWhole: ending != nil, budget: &budget)
            if !isDone { return false }
        }
        for watch in watches.all {
            let isDone = changeScans[watch.id, default: ChangeScan(watch.expression, in: log, along: line)]
                .advance(in: log, isWhole: ending != nil, budget: &budget)
            if !isDone { return false }
        }
        return true
    }

    /// Where `breakpoint` matches, as far as is known.
    func matches(of breakpoint: Breakpoint) -> Matches {
        let positions =
            breakpoint.spec.calledProgram.map { log.calls(of: $0) }
            ?? (breakpoint.spec.isAnyMistake ? log.mistakes : scans[breakpoint.id]?.positions)
        return Matches(positions: positions ?? EventIndex(), selection: breakpoint.spec.selection)
    }

    /// Forgets what was found after `position`.
    mutating func cutScans(after position: Int) {
        for id in scans.keys { scans[id]?.cut(after: position, in: log, along: line) }
        for id in changeScans.keys { changeScans[id]?.cut(after: position, in: log, along: line) }
    }

    /// Forgets the scans of breakpoints and watches that are gone.
    mutating func dropStaleScans() {
        for id in scans.keys where breakpoints[id] == nil { scans[id] = nil }
        for id in changeScans.keys where watches[id] == nil { changeScans[id] = nil }
    }
}

extension Breakpoint {
    /// Whether its matches must be looked for; the log knows those of the simplest ones by itself.
    var needsScan: Bool { spec.calledProgram == nil && !spec.isAnyMistake }
}

extension BreakpointSpec {
    /// Whether it is about all mistakes and nothing else.
    var isAnyMistake: Bool { trigger == .mistake && condition == nil }
}
