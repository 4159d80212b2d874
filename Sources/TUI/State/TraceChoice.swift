import Debugger

/// What a person has chosen in the trace: a line, and which calls are folded.
package struct TraceChoice: Hashable, Sendable {
    /// The event whose line is chosen; nil follows the position.
    package var cursor: Int?
    /// Calls whose insides are not shown, by event number.
    package var folded: Set<Int> = []

    /// The event whose line is chosen; there must be an event. The choice may be older than the log, which is cut off when the
    /// run is changed.
    func event(in session: Session) -> Int {
        min(max(cursor ?? session.position, 1), session.log.count)
    }

    /// Chooses the line so many lines below the one that is chosen.
    mutating func move(by offset: Int, in session: Session) {
        let log = session.log
        guard log.count > 0 else { return }
        let isFolded = { [folded] in folded.contains($0) }
        var line = log.line(showing: event(in: session), isFolded: isFolded)
        for _ in 0..<abs(offset) {
            let next =
                offset > 0 ? log.line(after: line, isFolded: isFolded) : log.line(before: line, isFolded: isFolded)
            guard let next else { break }
            line = next
        }
        cursor = line
    }

    /// Folds the call of the chosen line, or unfolds it.
    mutating func toggleFold(in session: Session) {
        guard session.log.count > 0 else { return }
        let line = session.log.line(showing: event(in: session)) { [folded] in folded.contains($0) }
        let record = session.log[line]
        let call = record.kind == .call ? line : record.frame
        guard call > 0 else { return }
        if folded.remove(call) == nil { folded.insert(call) }
        cursor = call
    }
}
