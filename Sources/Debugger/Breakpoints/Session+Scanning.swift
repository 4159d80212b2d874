extension Session {
    /// Whether there are breakpoints for which the known part of the run has not been looked through.
    public var needsScanning: Bool {
        breakpoints.all.contains { breakpoint in
            guard breakpoint.needsScan else { return false }
            guard let scan = scans[breakpoint.id] else { return log.count > 0 }
            return scan.scanned < scan.limit(in: log, isWhole: ending != nil)
        }
    }

    /// Looks through the known part of the run for matches of the breakpoints, at most `budget` positions.
    ///
    /// - Returns: Whether all of it has been looked through.
    @discardableResult
    public mutating func scan(budget: Int = .max) -> Bool {
        var budget = budget
        for breakpoint in breakpoints.all where breakpoint.needsScan {
            let isDone = scans[breakpoint.id, default: MatchScan(breakpoint.spec, in: log, along: line)]
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
    }

    /// Forgets the scans of breakpoints that are gone.
    mutating func dropStaleScans() {
        guard !scans.isEmpty else { return }
        let ids = Set(breakpoints.all.map(\.id))
        scans = scans.filter { ids.contains($0.key) }
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
