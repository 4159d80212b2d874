import NPIKit
import Scratchpads

/// Looks for the positions at which a watched value changes, from the start of a run on, each position once, and keeps the
/// values: 12 bytes a change.
struct ChangeScan: Sendable {
    private(set) var positions = EventIndex()
    /// Positions 0...scanned have been looked at.
    private(set) var scanned = 0
    private var values = ChunkedArray<Double>(shift: 6)
    private var first: Double
    private var line: StateHistory
    private let expression: Expression
    private let asksWorld: Bool
    private let lag: Int

    init(_ expression: Expression, in log: EventLog, along line: StateHistory) {
        self.expression = expression
        self.line = line
        asksWorld = expression.asksWorld
        lag = expression.asksPrediction ? 1 : 0
        first = .nan
        first = value(at: 0, in: log)
    }

    /// How far `log` can be looked at.
    func limit(in log: EventLog, isWhole: Bool) -> Int {
        isWhole ? log.count : max(log.count - lag, 0)
    }

    /// Looks at the positions of `log` that were not looked at yet, at most `budget` of them, which it takes from it.
    ///
    /// - Returns: Whether all have been looked at.
    mutating func advance(in log: EventLog, isWhole: Bool, budget: inout Int) -> Bool {
        let limit = limit(in: log, isWhole: isWhole)
        // What the network says of the first event is not known before there is one.
        if scanned == 0, lag > 0 { first = value(at: 0, in: log) }
        let end = scanned + min(max(limit - scanned, 0), budget)
        guard end > scanned else { return scanned >= limit }
        budget -= end - scanned
        for position in scanned + 1...end {
            let value = value(at: position, in: log)
            guard !isSame(value, latest) else { continue }
            positions.append(position)
            values.append(value)
        }
        scanned = end
        return end == limit
    }

    /// What is known at `position`, which has been looked at.
    func reading(at position: Int) -> WatchReading {
        let count = positions.count(upTo: position)
        let value = count > 0 ? values[count - 1] : first
        let before = count > 1 ? values[count - 2] : count == 1 ? first : .nan
        return WatchReading(
            value: value.isNaN ? nil : value, before: before.isNaN ? nil : before,
            changedAt: count > 0 ? positions[count - 1] : nil)
    }

    /// Forgets what is after `position`; the world goes on along `line`.
    mutating func cut(after position: Int, in log: EventLog, along line: StateHistory) {
        self.line = line
        positions.truncate(after: position)
        values.truncate(to: positions.count)
        scanned = min(scanned, position)
        if scanned == 0 { first = value(at: 0, in: log) }
    }

    private var latest: Double { values.count > 0 ? values[values.count - 1] : first }

    private func isSame(_ left: Double, _ right: Double) -> Bool { left == right || (left.isNaN && right.isNaN) }

    private mutating func value(at position: Int, in log: EventLog) -> Double {
        if asksWorld { line.move(to: position, in: log) }
        return expression.value(at: position, of: log, in: line.world)
    }
}
