package import NPIKit
package import Scratchpads

/// A run as a line of events with a position on it, which moves both ways.
///
///     var session = try Session(problem, predictor: network)
///     session.perform(.over(.forward))
///     session.position            // somewhere on the line
///     session.world               // as it is there
///     session.perform(.step(.backward))
///
/// The line is known up to its last event, the *frontier*. Moving within the known part undoes and performs actions and
/// never asks the network; moving beyond extends the line by running the network. A replayed recording is all known.
///
/// It puts together parts that each own their state: the ``history`` of the run, the ``stopPoints``, the ``bookmarks``, the
/// frame that is looked at and the motion under way.
///
/// A session is a value: a copy is a bookmark, a branch or an undo, and shares almost all of its memory with the original.
package struct Session: Sendable {
    /// What is being computed.
    package let problem: Problem
    /// The program that runs first.
    package let program: ProgramID
    /// Its arguments.
    package let arguments: Arguments
    /// What a person should be told when the session opens, such as that its recording breaks off. One line each.
    package let notices: [String]

    /// The run as far as it is known, and the position on it.
    package internal(set) var history: RunHistory
    /// Where runs stop, and what is watched.
    package var stopPoints = StopPointTable()
    /// The steps that a person wants to find again.
    package internal(set) var bookmarks = Bookmarks()
    /// The breakpoint that stopped a motion last, which may be gone since.
    package private(set) var latestHit: StopPoint?
    /// The other breakpoints that stopped it there.
    package private(set) var otherHits: [StopPoint] = []
    /// The network that a replay is looked at with, which has no part in it.
    var observer: (any StepPredictor)?

    let narrator: Narrator
    private var frame = FrameSelection()
    private var motion: MotionState?

    /// Begins a live run at position 0; nothing is computed yet.
    ///
    /// - Parameter stepLimit: After how many events a run is given up; the problem's own limit if nil.
    /// - Throws: ``SessionError`` if the model cannot run the problem.
    package init(_ problem: Problem, predictor: any StepPredictor, stepLimit: Int? = nil) throws(SessionError) {
        self.problem = problem
        let library = predictor.library
        do throws(ProgramLibraryError) {
            program = try library.require(problem.program)
        } catch {
            throw .library(error)
        }
        arguments = problem.arguments
        narrator = Narrator(library: library, expert: try? problem.makeExpert(library))
        notices = problem.remark.map { [$0] } ?? []
        let world = problem.makeWorld()
        do throws(StepPredictorError) {
            let live = try LiveRun(
                predictor, in: world, running: program, arguments: arguments,
                stepLimit: max(stepLimit ?? problem.defaultStepLimit, 1))
            history = RunHistory(live, in: world, programCount: library.count, judgedBy: narrator.expert)
        } catch {
            throw .predictor(error)
        }
    }

    /// A run that is known already and has no network.
    init(
        problem: Problem, library: ProgramLibrary, program: ProgramID, arguments: Arguments, history: RunHistory,
        notices: [String]
    ) {
        self.problem = problem
        self.program = program
        self.arguments = arguments
        self.notices = notices
        self.history = history
        narrator = Narrator(library: library, expert: history.expert)
    }

    // MARK: The run

    /// The programs.
    package var library: ProgramLibrary { narrator.library }
    /// The algorithm that judges the steps; nil if the library lacks one of its programs.
    package var expert: TaskExpert? { narrator.expert }
    /// The events known so far.
    package var log: EventLog { history.log }
    /// How the line ends after the last known event; nil while it goes on.
    package var ending: Ending? { history.ending }
    /// How often a person has changed the run.
    package var branchCount: Int { history.changeCount }
    /// How many events have been applied, `0...log.count`.
    package var position: Int { history.position }
    /// The environment at the position.
    package var world: AnyScratchpad { history.world }
    /// The environment after the last known event.
    package var latestWorld: AnyScratchpad { history.latestWorld }
    /// Whether there is a network behind it.
    package var isLive: Bool { history.live != nil }
    /// How many events the whole run has; nil while that is not known.
    package var eventCount: Int? { ending == nil ? nil : log.count }
    /// Whether the position is the end of the line.
    package var isAtEnd: Bool { ending != nil && position == log.count }
    /// Whether the top program has returned at the position.
    package var isHalted: Bool { position > 0 && log.depth(at: position) == 0 }
    /// The words that a person may use of it.
    package var vocabulary: SpecVocabulary { SpecVocabulary(library, world, problem.task) }

    /// Makes the line known by up to `events` more events, wherever the position is. For idle time.
    ///
    /// - Returns: How many events were added; fewer only when the line has come to its end.
    @discardableResult
    package mutating func extend(events: Int) -> Int { history.extend(events: events) }

    /// What the network says of the event after `position`; nil where it is not asked, as for the first event, or where
    /// the line ends. The line is extended by one event if needed.
    package mutating func prediction(at position: Int) -> PredictionSummary? {
        next(at: position)?.prediction
    }

    /// The event after `position`; nil where the line ends. The line is extended by one event if needed.
    package mutating func next(at position: Int) -> EventRecord? {
        if position == log.count { extend(events: 1) }
        return knownNext(at: position)
    }

    /// The event after `position` if it is known.
    package func knownNext(at position: Int) -> EventRecord? {
        position < log.count ? log[position + 1] : nil
    }

    // MARK: What if

    /// Forgets what is known after the position, so that the network runs on from there, live; a copy keeps it.
    ///
    /// Takes up to some thousand evaluations of the network, which bring back the states of the open frames.
    ///
    /// - Throws: ``SessionError/noNetwork`` in a replay.
    package mutating func branch() throws(SessionError) {
        let isBefore = position < log.count
        try history.branch()
        motion = nil
        if isBefore { forgetWhatFollowed() }
    }

    /// Changes a cell of the world at the position, and forgets what is known after it.
    ///
    /// - Throws: ``SessionError/noNetwork`` in a replay.
    package mutating func edit(_ change: CellChange) throws(SessionError) {
        try history.edit(change)
        motion = nil
        forgetWhatFollowed()
    }

    /// What a person has changed at `position`, after its event, in order.
    package func changes(at position: Int) -> [CellChange] {
        history.states.edits.first { $0.position == position }?.changes ?? []
    }

    /// Makes `decision` the next event in place of what the network would choose, forgets what else is known after the
    /// position, and moves there.
    ///
    /// Before the call of the top program and after its return nothing can be decided, and nothing happens.
    ///
    /// - Throws: ``SessionError/noNetwork`` in a replay.
    package mutating func force(_ decision: Decision) throws(SessionError) {
        guard log.frame(at: position) != 0 else { return }
        try branch()
        try history.force(decision)
        frame = FrameSelection()
    }

    private mutating func forgetWhatFollowed() {
        stopPoints.cutScans(after: max(position - 1, 0), in: history)
        bookmarks.cut(after: position)
    }

    // MARK: Moving

    /// Whether a motion is under way.
    package var isMoving: Bool { motion != nil }

    /// Begins a motion; ``advance(budget:)`` carries it on. One that was under way is given up where it is.
    package mutating func begin(_ motion: Motion) {
        self.motion = MotionState(motion, in: history, selection: selection)
        frame = FrameSelection()
    }

    /// Carries on the motion that was begun, and moves the position along.
    ///
    /// - Parameter budget: How many evaluations of the network it may take, at least one. Known events cost nothing.
    /// - Returns: Whether it came to rest, and why; ``StopReason/arrived`` if there was none.
    package mutating func advance(budget: Int) -> MotionProgress {
        guard var motion else { return .stopped(.arrived) }
        let rest = motion.advance(budget: budget, in: &history, stoppedBy: &stopPoints)
        self.motion = rest == nil ? motion : nil
        guard let rest else { return .running }
        history.move(to: rest.position)
        count(rest.stop)
        return .stopped(rest.reason)
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

    // MARK: Frames

    /// Which open frame is looked at: 0 is the innermost, and every motion goes back to it.
    package var selection: Int { frame.index }
    /// How many frames are open at the position.
    package var depth: Int { log.depth(at: position) }

    /// The open frames at the position, the innermost first, at most `limit` of them.
    package func stack(limit: Int = .max) -> [StackFrame] {
        log.stack(at: position, limit: limit)
    }

    /// The frame that is looked at; nil when none is open.
    package var selectedFrame: StackFrame? {
        let frames = stack(limit: selection + 1)
        return frames.indices.contains(selection) ? frames[selection] : nil
    }

    /// Looks at the caller of the selected frame. Returns false at the top program.
    @discardableResult
    package mutating func selectCaller() -> Bool { frame.selectCaller(depth: depth) }

    /// Looks at the frame that the selected one has called. Returns false at the innermost.
    @discardableResult
    package mutating func selectCallee() -> Bool { frame.selectCallee() }

    /// Looks at the frame with `index` frames within it.
    package mutating func selectFrame(_ index: Int) { frame.select(index, depth: depth) }

    // MARK: Stop points and bookmarks

    /// Sets a breakpoint where `text` says, and returns it.
    ///
    /// - Throws: ``SpecError`` with the column.
    @discardableResult
    package mutating func addBreakpoint(_ text: String) throws(SpecError) -> StopPoint {
        try stopPoints.addBreakpoint(text, vocabulary)
    }

    /// Watches what `text` says, and returns the watch. A last word "stop" lets its changes stop the run.
    ///
    /// - Throws: ``SpecError`` with the column.
    @discardableResult
    package mutating func addWatch(_ text: String) throws(SpecError) -> StopPoint {
        try stopPoints.addWatch(text, vocabulary)
    }

    /// What the expression `text` is at the position; nil where it is blank or not known.
    ///
    /// - Throws: ``SpecError`` with the column.
    package func value(of text: String) throws(SpecError) -> (expression: Expression, value: Double?) {
        let expression = try Expression(value: text, vocabulary)
        // In a condition such a cell is blank, which may be what is waited for; who asks for it alone has mistaken its place.
        if case .cell(let row, .number(let place)) = expression,
            let count = world.cells[row].placeCount, place >= Double(count)
        {
            throw SpecError("\(CellError.noSuchPlace(text, last: count - 1))", column: 1)
        }
        let value = expression.value(at: position, of: log, in: world)
        return (expression, value.isNaN ? nil : value)
    }

    /// Whether there are stop points for which the known part of the run has not been looked through.
    package var needsScanning: Bool { stopPoints.needsScanning(in: history) }

    /// Looks through the known part of the run for what the stop points are about, at most `budget` positions.
    ///
    /// - Returns: Whether all of it has been looked through.
    @discardableResult
    package mutating func scan(budget: Int = .max) -> Bool { stopPoints.scan(history, budget: budget) }

    /// What stops a run that has just come to the position step by step, as playing does; nil if nothing does.
    package mutating func stopHere() -> StopReason? {
        scan(budget: 1 << 14)
        guard let stop = stopPoints.firstStop(after: position - 1, upTo: position, in: log) else { return nil }
        count(stop)
        return stop.reason
    }

    private mutating func count(_ stop: Stop?) {
        guard let stop, case .breakpoint = stop.reason else { return }
        latestHit = stopPoints[stop.id]
        otherHits = stopPoints.breakpoints(beside: stop, in: log)
        stopPoints.countHit(stop.id)
        for other in otherHits { stopPoints.countHit(other.id) }
    }

    /// The breakpoints that only log and match after position `first` and up to `last`, with how often they do.
    package func logged(after first: Int, upTo last: Int) -> [(breakpoint: StopPoint, count: Int)] {
        stopPoints.logged(after: first, upTo: last, in: log)
    }

    /// The first position after `position` at which stop point `id` matches and counts, as far as the run was looked through; nil if
    /// there is none.
    package func match(of id: StopPoint.ID, after position: Int) -> Int? {
        stopPoints[id].flatMap { stopPoints.matches(of: $0, in: log).next(after: position) }
    }

    /// What `watch` shows at the position.
    package func reading(of watch: StopPoint) -> WatchReading { stopPoints.reading(of: watch, in: history) }

    /// The last step before the position at which `watch` changed; nil if there is none, or none is known.
    package func lastChange(of watch: StopPoint) -> Int? {
        stopPoints.scan(of: watch.id)?.positions.previous(before: position)
    }

    /// Whether the latest step changed what is watched, as far as the run has been looked through.
    package func changed(_ watch: StopPoint) -> Bool {
        stopPoints.scan(of: watch.id)?.positions.previous(before: position + 1) == position
    }

    /// Sets a bookmark at the position, or changes its note.
    package mutating func setBookmark(_ note: String) { bookmarks.set(note, at: position) }

    /// Removes the bookmark at `step`, if there is one.
    package mutating func removeBookmark(at step: Int) { bookmarks.remove(at: step) }

    /// The note at `step`; nil where there is no bookmark.
    package func bookmarkNote(at step: Int) -> String? { bookmarks.note(at: step) }

    // MARK: In words

    /// The name of an event: a program's for a call, an action's such as "WRITE OUT 1", or "return".
    package func name(of record: EventRecord) -> String { narrator.name(of: record, in: world) }

    /// Tells `record` in plain words, `before` being the world before it.
    package func narration(of record: EventRecord, before: AnyScratchpad) -> Narration? {
        narrator.narration(of: record, in: log, before: before)
    }

    /// The next event in plain words; nil if it is not known, or where there is nothing to tell: before the first event.
    package var nextNarration: Narration? {
        knownNext(at: position).flatMap { narration(of: $0, before: world) }
    }

    /// The latest event in plain words; nil at position 0 and for the call of the top program.
    package var latestNarration: Narration? {
        guard position > 0, expert != nil else { return nil }
        return narration(of: log[position], before: history.world(at: position - 1))
    }

    /// What the expert would do next; nil without expert or open frame.
    package var advice: Decision? { narrator.advice(at: position, of: log, in: world) }
}
