import NPIKit
import Scratchpads

/// Looks for the positions at which a breakpoint matches, from the start of a run on, each position once.
///
/// So stopping, going back and marking the timeline are binary searches, and a breakpoint costs a run one glance at each
/// event. Where the run is cut off, what was found after is forgotten.
struct MatchScan: Sendable {
    private(set) var positions = EventIndex()
    /// Positions 1...scanned have been looked at.
    private(set) var scanned = 0
    private var line: StateHistory
    private var wasTrue = false
    private let spec: BreakpointSpec
    private let asksWorld: Bool
    private let lag: Int

    init(_ spec: BreakpointSpec, in log: EventLog, along line: StateHistory) {
        self.spec = spec
        self.line = line
        asksWorld = spec.condition?.asksWorld ?? false
        lag = spec.looksAhead ? 1 : 0
        rememberTruth(at: 0, of: log)
    }

    /// How far `log` can be looked at: a spec that asks what comes next must know it, unless nothing does.
    func limit(in log: EventLog, isWhole: Bool) -> Int {
        isWhole ? log.count : max(log.count - lag, 0)
    }

    /// Looks at the positions of `log` that were not looked at yet, at most `budget` of them, which it takes from it.
    ///
    /// - Returns: Whether all have been looked at.
    mutating func advance(in log: EventLog, isWhole: Bool, budget: inout Int) -> Bool {
        let limit = limit(in: log, isWhole: isWhole)
        let end = scanned + min(max(limit - scanned, 0), budget)
        guard end > scanned else { return scanned >= limit }
        budget -= end - scanned
        if case .call(let program) = spec.trigger {
            let calls = log.calls(of: program)
            for index in calls.count(upTo: scanned)..<calls.count(upTo: end) { look(at: calls[index], in: log) }
        } else {
            for position in scanned + 1...end { look(at: position, in: log) }
        }
        scanned = end
        return end == limit
    }

    /// Forgets what is after `position`; the world goes on along `line`.
    mutating func cut(after position: Int, in log: EventLog, along line: StateHistory) {
        positions.truncate(after: position)
        self.line = line
        guard scanned > position else { return }
        scanned = position
        rememberTruth(at: position, of: log)
    }

    private mutating func rememberTruth(at position: Int, of log: EventLog) {
        guard spec.trigger == .condition else { return }
        wasTrue = isConditionTrue(at: position, of: log)
    }

    private mutating func look(at position: Int, in log: EventLog) {
        guard triggers(position, in: log) else { return }
        guard spec.condition != nil else { return positions.append(position) }
        let isTrue = isConditionTrue(at: position, of: log)
        // A bare condition stops where it becomes true, not at every step as long as it is.
        if isTrue, spec.trigger != .condition || !wasTrue { positions.append(position) }
        wasTrue = isTrue
    }

    private mutating func isConditionTrue(at position: Int, of log: EventLog) -> Bool {
        guard let condition = spec.condition else { return true }
        if asksWorld { line.move(to: position, in: log) }
        return condition.isTrue(at: position, of: log, in: line.world)
    }

    private func triggers(_ position: Int, in log: EventLog) -> Bool {
        let event = log.events[position - 1]
        return switch spec.trigger {
        case .call(let program): event.kind == .call && Int(event.program) == program.rawValue
        case .return(let program):
            event.kind == .return && (program.map { Int(event.program) == $0.rawValue } ?? true)
        case .act(let actions): event.kind == .act && actions.contains(event.arguments)
        case .step(let step): position == step
        case .depth(let depth): event.kind == .call && Int(event.depth) + 1 == depth
        case .mistake: event.judgement == .differs
        case .lowConfidence(let threshold): isLowConfidence(after: position, threshold, in: log)
        case .condition: true
        }
    }

    private func isLowConfidence(after position: Int, _ threshold: Double, in log: EventLog) -> Bool {
        guard position < log.count else { return false }
        let next = log.events[position]
        return next.hasPrediction && next.prediction.confidence(of: next.kind).value < threshold
    }
}
