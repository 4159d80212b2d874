package import NPIKit

/// The breakpoints and watches of a session, with what is known of where they match.
///
/// Invariant: breakpoints stand before watches, each in the order in which they were set.
package struct StopPointTable: Sendable {
    private(set) var entries: [Entry] = []
    private var nextBreakpoint = 1
    private var nextWatch = 1

    /// A stop point, and what was found of it if it had to be looked for.
    struct Entry: Sendable {
        var point: StopPoint
        var scan: StopScan?
    }

    /// None.
    package init() {}

    /// The breakpoints.
    package var breakpoints: [StopPoint] { entries.compactMap { $0.point.spec != nil ? $0.point : nil } }

    /// The watches.
    package var watches: [StopPoint] { entries.compactMap { $0.point.expression != nil ? $0.point : nil } }

    /// The stop point `id`, or nil.
    package subscript(id: StopPoint.ID) -> StopPoint? { entries.first { $0.point.id == id }?.point }

    /// The breakpoint on the calls of `program`, or nil.
    package func breakpoint(onCallOf program: ProgramID) -> StopPoint? {
        entries.first { $0.point.spec?.calledProgram == program }?.point
    }

    /// The breakpoints about `trigger`, whatever their conditions are.
    package func breakpoints(about trigger: BreakpointSpec.Trigger) -> [StopPoint] {
        breakpoints.filter { $0.spec?.trigger == trigger }
    }

    /// The stop point that looks at `subject`, or nil.
    package func point(on subject: StopPoint.Subject) -> StopPoint? {
        entries.first { $0.point.subject == subject }?.point
    }

    /// Whether an event that the expert would not have made stops the run.
    package var stopsOnMistake: Bool {
        get { point(on: .events(BreakpointSpec(.mistake)))?.isEnabled ?? false }
        set {
            if newValue {
                add(BreakpointSpec(.mistake), text: "mistake")
            } else if let present = point(on: .events(BreakpointSpec(.mistake))) {
                remove(present.id)
            }
        }
    }

    /// Sets a breakpoint; one that is there already is enabled instead, or disabled.
    ///
    /// - Parameters:
    ///   - spec: Where to stop.
    ///   - text: How a person says what `spec` is.
    ///   - isEnabled: Whether it is heeded.
    ///   - note: What a person should know of where it was set.
    @discardableResult
    package mutating func add(
        _ spec: BreakpointSpec, text: String, isEnabled: Bool = true, note: String? = nil
    ) -> StopPoint {
        if let index = entries.firstIndex(where: { $0.point.subject == .events(spec) }) {
            entries[index].point.isEnabled = isEnabled
            entries[index].point.note = note
            return entries[index].point
        }
        let point = StopPoint(
            id: .breakpoint(nextBreakpoint), subject: .events(spec), text: text, isEnabled: isEnabled,
            stopsRun: !spec.isLogOnly, note: note)
        entries.insert(Entry(point: point), at: entries.firstIndex { $0.point.spec == nil } ?? entries.count)
        nextBreakpoint += 1
        return point
    }

    /// Watches `expression`; a watch that is there already is kept, and stops the run from now on if so asked.
    @discardableResult
    package mutating func add(_ expression: Expression, text: String, stopsRun: Bool = false) -> StopPoint {
        if let index = entries.firstIndex(where: { $0.point.subject == .changes(expression) }) {
            if stopsRun { entries[index].point.stopsRun = true }
            return entries[index].point
        }
        let point = StopPoint(id: .watch(nextWatch), subject: .changes(expression), text: text, stopsRun: stopsRun)
        entries.append(Entry(point: point))
        nextWatch += 1
        return point
    }

    /// Removes the breakpoint with this spec if there is one, else sets one. Returns whether there is one now.
    @discardableResult
    package mutating func toggle(_ spec: BreakpointSpec, text: String) -> Bool {
        if let present = point(on: .events(spec)) {
            remove(present.id)
            return false
        }
        add(spec, text: text)
        return true
    }

    /// Removes stop point `id`, if it is there.
    package mutating func remove(_ id: StopPoint.ID) {
        entries.removeAll { $0.point.id == id }
    }

    /// Removes all breakpoints.
    package mutating func removeBreakpoints() {
        entries.removeAll { $0.point.spec != nil }
    }

    /// Removes all watches.
    package mutating func removeWatches() {
        entries.removeAll { $0.point.expression != nil }
    }

    /// Heeds stop point `id`, or not.
    package mutating func setEnabled(_ isEnabled: Bool, _ id: StopPoint.ID) {
        guard let index = entries.firstIndex(where: { $0.point.id == id }) else { return }
        entries[index].point.isEnabled = isEnabled
    }

    /// Lets stop point `id` stop runs, or not.
    package mutating func setStopsRun(_ stops: Bool, _ id: StopPoint.ID) {
        guard let index = entries.firstIndex(where: { $0.point.id == id }) else { return }
        entries[index].point.stopsRun = stops
    }

    /// Counts the stop of a motion at a breakpoint; one that is temporary goes away.
    mutating func countHit(_ id: StopPoint.ID) {
        guard let index = entries.firstIndex(where: { $0.point.id == id }) else { return }
        entries[index].point.hitCount += 1
        if entries[index].point.spec?.isTemporary ?? false { entries.remove(at: index) }
    }

    /// Whether a part of what is known of `history` has not been looked through.
    func needsScanning(in history: RunHistory) -> Bool {
        entries.contains { entry in
            guard entry.point.needsScan else { return false }
            return entry.scan.map { $0.scanned < $0.limit(in: history) } ?? (history.log.count > 0)
        }
    }

    /// Looks through what is known of `history`, at most `budget` positions, breakpoints before watches.
    ///
    /// - Returns: Whether all of it has been looked through.
    mutating func scan(_ history: RunHistory, budget: Int) -> Bool {
        var budget = budget
        for index in entries.indices where entries[index].point.needsScan {
            let subject = entries[index].point.subject
            // Taken out and put back, so that its buffers have one owner.
            var scan = entries[index].scan.take() ?? StopScan(subject, in: history)
            let isDone = scan.advance(in: history, budget: &budget)
            entries[index].scan = scan
            if !isDone { return false }
        }
        return true
    }

    /// Forgets what was found after `position`.
    mutating func cutScans(after position: Int, in history: RunHistory) {
        for index in entries.indices { entries[index].scan?.cut(after: position, in: history) }
    }

    /// Forgets all that was found: for another run.
    mutating func dropScans() {
        for index in entries.indices { entries[index].scan = nil }
    }

    /// What was found of stop point `id`, if it had to be looked for.
    func scan(of id: StopPoint.ID) -> StopScan? { entries.first { $0.point.id == id }?.scan }

    /// Where `point` matches, as far as is known.
    func matches(of point: StopPoint, in log: EventLog) -> Matches {
        entries.first { $0.point.id == point.id }?.matches(in: log)
            ?? Matches(positions: EventIndex(), selection: .all)
    }
}

extension StopPointTable.Entry {
    /// Where it matches, as far as is known.
    func matches(in log: EventLog) -> Matches {
        let positions =
            point.spec?.calledProgram.map { log.calls(of: $0) }
            ?? (point.isAnyMistake ? log.mistakes : scan?.positions)
        return Matches(positions: positions ?? EventIndex(), selection: point.selection)
    }
}

extension StopPoint {
    /// Whether its matches must be looked for; the log knows those of the simplest breakpoints by itself.
    fileprivate var needsScan: Bool { spec?.calledProgram == nil && !isAnyMistake }
}
