import Debugger

/// The part of the outline of a run that is in sight: around the chosen line, or else around the position.
///
/// It stands still while that line moves through its middle half, and then goes on by half a window: lines that do not
/// move can be read, and need not be sent to the terminal again.
///
/// Returns have no lines, except those that are mistakes.
struct TraceWindow {
    /// The events in sight.
    let records: [EventRecord]
    /// The event whose line is at the position; nil at position 0.
    let present: Int?
    /// The return that has just happened, where it has no line of its own.
    let presentReturn: EventRecord?
    /// The event whose line the user has chosen.
    let chosen: Int?
    /// The event of the line around which the window lies.
    let anchor: EventRecord

    /// Looks for the lines; the log must hold an event.
    init(_ scene: Scene, rows: Int) {
        let outline = Outline(log: scene.session.log, folded: scene.view.trace.folded)
        chosen = scene.view.trace.cursor.flatMap { $0 > 0 ? outline.line(showing: min($0, outline.log.count)) : nil }
        var present: Int?
        var presentReturn: EventRecord?
        if let latest = scene.latest {
            let line = outline.line(showing: latest.number)
            if latest.kind != .return || line != latest.frame || outline.isFolded(line) {
                present = line
            } else if latest.judgement == .differs {
                present = latest.number
            } else {
                present = outline.line(upTo: latest.number)
                presentReturn = latest
            }
        }
        (self.present, self.presentReturn) = (present, presentReturn)
        let focus = chosen ?? present ?? 1
        anchor = outline.log[focus]
        let top = outline.line(upTo: focus - focus % max(rows / 2, 1)) ?? 1
        let lines = outline.withMistakes(outline.lines(around: top, count: rows), limit: rows)
        // Mistakes may have pushed the line down.
        let place = lines.firstIndex(of: focus) ?? 0
        let start = (lines.firstIndex(of: top) ?? 0) - rows / 4
        let first = min(max(start, place - rows + 1, 0), max(lines.count - rows, 0))
        records = lines[first...].prefix(rows).map { outline.log[$0] }
    }
}

/// The lines of a log with some calls folded.
private struct Outline {
    let log: EventLog
    let folded: Set<Int>

    func isFolded(_ call: Int) -> Bool { folded.contains(call) }

    func line(showing number: Int) -> Int { log.line(showing: number, isFolded: isFolded) }

    /// The last line of the events up to `number`.
    func line(upTo number: Int) -> Int? {
        log.line(before: number + 1, isFolded: isFolded).map { line(showing: $0) }
    }

    /// Up to `count` lines, a quarter of them above `anchor` if there are enough on both sides.
    func lines(around anchor: Int, count: Int) -> [Int] {
        var lines = [anchor]
        extendUp(&lines, to: count / 4 + 1)
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

    /// The lines and the returns between them that are mistakes, at most `limit` after each.
    func withMistakes(_ lines: [Int], limit: Int) -> [Int] {
        var all: [Int] = []
        for (index, line) in lines.enumerated() {
            all.append(line)
            // What follows a line up to the next one are returns, except within a folded call.
            let end = index + 1 < lines.count ? lines[index + 1] : log.line(after: line, isFolded: isFolded)
            var last = line
            if log[line].kind == .call, isFolded(line) { last = log[line].returnNumber ?? log.count }
            for _ in 0..<limit {
                guard let next = log.mistakes.next(after: last), next < end ?? log.count + 1 else { break }
                all.append(next)
                last = next
            }
        }
        return all
    }
}
