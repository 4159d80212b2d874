import Debugger

/// The part of the outline of a run that is in sight: around the chosen line, or else around the position.
///
/// Returns have no lines, except where there is something to see: one that is a mistake, and one that has just happened,
/// whose call may be far above.
struct TraceWindow {
    /// The events in sight.
    let records: [EventRecord]
    /// The event at the position; nil at position 0.
    let present: Int?
    /// The event whose line the user has chosen.
    let chosen: Int?
    /// The event around which the window lies.
    let anchor: EventRecord

    /// Looks for the lines; the log must hold an event.
    init(_ scene: Scene, rows: Int) {
        let outline = Outline(log: scene.session.log, folded: scene.view.trace.folded)
        chosen = scene.view.trace.cursor.flatMap { $0 > 0 ? outline.line(showing: min($0, outline.log.count)) : nil }
        var presentLine: Int?
        var presentReturn: Int?
        if let latest = scene.latest {
            let line = outline.line(showing: latest.number)
            if latest.kind == .return, line == latest.frame, !outline.isFolded(line) {
                presentReturn = latest.number
                presentLine = outline.log.line(before: latest.number, isFolded: outline.isFolded)
            } else {
                presentLine = line
            }
        }
        present = presentReturn ?? presentLine
        let anchorLine = chosen ?? presentLine ?? 1
        anchor = outline.log[anchorLine]
        let lines = outline.withReturns(
            outline.lines(around: anchorLine, count: rows), present: presentReturn, limit: rows)
        let middle = lines.firstIndex(of: chosen ?? present ?? 1) ?? 0
        let first = min(max(middle - rows / 2, 0), max(lines.count - rows, 0))
        records = lines[first...].prefix(rows).map { outline.log[$0] }
    }
}

/// The lines of a log with some calls folded.
private struct Outline {
    let log: EventLog
    let folded: Set<Int>

    func isFolded(_ call: Int) -> Bool { folded.contains(call) }

    func line(showing number: Int) -> Int { log.line(showing: number, isFolded: isFolded) }

    /// Up to `count` lines, `anchor` in their middle if there are enough on both sides.
    func lines(around anchor: Int, count: Int) -> [Int] {
        var lines = [anchor]
        extendUp(&lines, to: count / 2 + 1)
        while lines.count < count, let line = log.line(after: lines[lines.count - 1], isFolded: isFolded) {
            lines.append(line)
        }
        extendUp(&lines, to: count)
        return lines
    }

    private func extendUp(_ lines: inout [Int], to count: Int) {
        var above: [Int] = []
        while lines.count + above.count < count,
            let line = log.line(before: above.last ?? lines[0], isFolded: isFolded)
        {
            above.append(line)
        }
        lines = above.reversed() + lines
    }

    /// The lines and the returns between them that are worth a line, at most `limit` after each.
    func withReturns(_ lines: [Int], present: Int?, limit: Int) -> [Int] {
        var all: [Int] = []
        for (index, line) in lines.enumerated() {
            all.append(line)
            // What follows a line up to the next one are returns, except within a folded call.
            let end = index + 1 < lines.count ? lines[index + 1] : log.line(after: line, isFolded: isFolded)
            var last = line
            if log[line].kind == .call, isFolded(line) { last = log[line].returnNumber ?? log.count }
            for _ in 0..<limit {
                let next = [log.mistakes.next(after: last), present.flatMap { $0 > last ? $0 : nil }].compactMap(\.self)
                    .min()
                guard let next, next < end ?? log.count + 1 else { break }
                all.append(next)
                last = next
            }
        }
        return all
    }
}
