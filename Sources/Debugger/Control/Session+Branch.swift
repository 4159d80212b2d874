package import NPIKit
package import Scratchpads

/// What if: from a past position on, another future.
///
/// The future that was known is forgotten; a copy of the session keeps it.
extension Session {
    /// Whether a person has changed values of the world on the line.
    package var hasChangedValues: Bool { !line.edits.isEmpty }

    /// Cuts the future off at the position, so that the network runs on from there, live.
    ///
    /// Takes up to some thousand evaluations of the network, which bring back the states of the open frames.
    ///
    /// - Throws: ``SessionError/noNetwork`` in a replay.
    package mutating func branch() throws(SessionError) {
        guard var live else { throw .noNetwork }
        motion = nil
        guard position < log.count else { return }
        do throws(StepPredictorError) {
            try live.rewind(to: position, in: log, along: line)
        } catch {
            throw .predictor(error)
        }
        branchCount += 1
        future = RunIdentity()
        log.truncate(to: position)
        line.cut()
        self.live = live
        ending = live.ending
        cutScans(after: max(position - 1, 0))
        bookmarkNotes = bookmarkNotes.filter { $0.key <= position }
    }

    /// Changes the world at the position and cuts the future off.
    ///
    /// - Throws: ``SessionError/noNetwork`` in a replay.
    package mutating func edit<Result>(_ change: (inout AnyScratchpad) -> Result) throws(SessionError) -> Result {
        try branch()
        branchCount += 1
        future = RunIdentity()
        let result = line.edit(change)
        cutScans(after: max(position - 1, 0))
        live?.setWorld(line.world)
        return result
    }

    /// Makes `decision` the next event in place of what the network would choose, cuts the future off and moves there.
    ///
    /// Before the call of the top program and after its return nothing can be decided, and nothing happens.
    ///
    /// - Throws: ``SessionError/noNetwork`` in a replay.
    package mutating func force(_ decision: Decision) throws(SessionError) {
        guard log.frame(at: position) != 0 else { return }
        try branch()
        guard ending == nil else { return }
        branchCount += 1
        future = RunIdentity()
        makeEvent(forcing: decision)
        line.move(to: log.count, in: log)
        selection = 0
    }
}
