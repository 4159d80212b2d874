/// Which evaluation of the network is looked at.
struct InsightGoal: Hashable, Sendable {
    /// The frame, as the position shows it.
    var frame: StackFrame
    /// Where the network is asked: for the innermost frame the position itself, for a caller where it made the call that is
    /// open.
    var position: Int
    /// In which run.
    var run: RunIdentity

    /// The evaluation that the selected frame of `session` is about; nil where no frame is open.
    init?(_ session: Session) {
        let frames = session.stack(limit: session.selection + 1)
        guard frames.indices.contains(session.selection) else { return nil }
        frame = frames[session.selection]
        position = session.selection > 0 ? frames[session.selection - 1].call - 1 : session.position
        run = session.history.identity
    }

    /// The evaluation that decided event `number` of `session`; nil for the first event.
    init?(deciding number: Int, in session: Session) {
        guard let frame = session.log.stack(at: number - 1, limit: 1).first else { return nil }
        self.frame = frame
        position = number - 1
        run = session.history.identity
    }
}

extension EventLog {
    /// The first position from `position` on where `frame`, which is open there, is the innermost one; `position` itself
    /// if there is none.
    func firstPosition(from position: Int, inFrame frame: StackFrame) -> Int {
        guard self.frame(at: position) != frame.call else { return position }
        let callee = stack(at: position, limit: max(depth(at: position) - frame.depth - 1, 0)).last
        return callee.flatMap { self[$0.call].returnNumber } ?? position
    }
}
