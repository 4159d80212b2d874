import NPIKit
package import Scratchpads

/// A run as far as it is known: its events, the world at one position of them, and the network that makes more.
///
/// Moving within the known part undoes and performs actions and never asks the network. Extending runs the network. What a
/// person changes forgets what was known after the position, and makes it another run: ``identity``.
package struct RunHistory: Sendable {
    /// The events known so far.
    package private(set) var log: EventLog
    /// The world, at a position that moves along the events.
    private(set) var states: StateHistory
    /// How the run ends after the last known event; nil while it goes on.
    package private(set) var ending: Ending?
    /// How often a person has changed the run.
    package private(set) var changeCount = 0
    /// Which run it is.
    private(set) var identity = RunIdentity()
    /// The network at the last known event; nil in a replay.
    private(set) var live: LiveRun?
    /// Judges the events, and knows which line of the task's file is carried out.
    let expert: TaskExpert?

    /// A live run of which nothing is known yet.
    init(_ live: LiveRun, in world: AnyScratchpad, programCount: Int, judgedBy expert: TaskExpert?) {
        self.live = live
        self.expert = expert
        log = EventLog(programCount: programCount)
        states = StateHistory(world)
    }

    /// A run that is all known and has no network.
    ///
    /// - Parameter changeCount: How often a person has changed it.
    init(
        _ log: EventLog, _ states: StateHistory, ending: Ending, judgedBy expert: TaskExpert?, changeCount: Int
    ) {
        self.log = log
        self.states = states
        self.ending = ending
        self.expert = expert
        self.changeCount = changeCount
    }

    /// How many events have been applied, `0...log.count`.
    package var position: Int { states.position }

    /// The environment at the position.
    package var world: AnyScratchpad { states.world }

    /// The environment after the last known event.
    package var latestWorld: AnyScratchpad { live?.interpreter.world ?? world(at: log.count) }

    /// The environment after `position` events.
    func world(at position: Int) -> AnyScratchpad {
        var states = states
        states.move(to: position, in: log)
        return states.world
    }

    /// Moves to `position`, `0...log.count`.
    mutating func move(to position: Int) {
        states.move(to: position, in: log)
    }

    /// Makes up to `events` more events known, wherever the position is; fewer only where the run ends.
    ///
    /// - Returns: How many.
    mutating func extend(events: Int) -> Int {
        let before = log.count
        while log.count - before < events, ending == nil { makeEvent() }
        return log.count - before
    }

    /// Makes the next event: `forced`, or what the network chooses. The run must not have ended.
    mutating func makeEvent(forcing forced: Decision? = nil) {
        // Taken out and put back, so that its buffers have one owner.
        guard var run = live.take() else { return }
        run.extend(&log, judgedBy: expert, forcing: forced)
        states.offerCheckpoint(run.interpreter.world, at: log.count)
        ending = run.ending
        live = run
    }

    /// Forgets what is known after the position, so that the network runs on from there.
    ///
    /// Takes up to some thousand evaluations of the network, which bring back the states of the open frames.
    ///
    /// - Throws: ``SessionError/noNetwork`` in a replay.
    mutating func branch() throws(SessionError) {
        guard var live else { throw .noNetwork }
        guard position < log.count else { return }
        do throws(StepPredictorError) {
            try live.rewind(to: position, in: log, along: states)
        } catch {
            throw .predictor(error)
        }
        becomeAnother()
        log.truncate(to: position)
        states.cut()
        self.live = live
        ending = live.ending
    }

    /// Changes the world at the position, and forgets what is known after it.
    ///
    /// - Throws: ``SessionError/noNetwork`` in a replay.
    mutating func edit(_ change: CellChange) throws(SessionError) {
        try branch()
        becomeAnother()
        states.edit(change)
        live?.setWorld(states.world)
    }

    /// Makes `decision` the next event, forgets what else is known after the position, and moves there; not where the run
    /// has ended.
    ///
    /// - Throws: ``SessionError/noNetwork`` in a replay.
    mutating func force(_ decision: Decision) throws(SessionError) {
        try branch()
        guard ending == nil else { return }
        becomeAnother()
        makeEvent(forcing: decision)
        move(to: log.count)
    }

    private mutating func becomeAnother() {
        changeCount += 1
        identity = RunIdentity()
    }
}
