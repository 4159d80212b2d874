import NPIKit

extension Session {
    /// Makes the line known by up to `events` more events, wherever the position is. For idle time.
    ///
    /// - Returns: How many events were added; fewer only when the line has come to its end.
    @discardableResult
    package mutating func extend(events: Int) -> Int {
        let before = log.count
        while log.count - before < events, ending == nil { extendByOne() }
        return log.count - before
    }

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

    mutating func extendByOne() {
        guard ending == nil else { return }
        makeEvent(forcing: nil)
    }

    /// Makes the next event: `forced`, or what the network chooses.
    mutating func makeEvent(forcing forced: Decision?) {
        // Taken out and put back, so that its buffers have one owner.
        guard var run = live.take() else { return }
        run.extend(&log, judgedBy: expert, forcing: forced)
        line.offerCheckpoint(run.interpreter.world, at: log.count)
        ending = run.ending
        live = run
    }
}
