import NPIKit
import Scratchpads

/// Looks for the positions that a stop point is about, from the start of a run on, each position once: those that a
/// breakpoint matches, or those at which a watched value changes.
///
/// So stopping, going back and marking the timeline are binary searches, and a stop point costs a run one glance at each
/// event. A watch keeps the values too, 12 bytes a change. Where the run is cut off, what was found after is forgotten.
struct StopScan: Sendable {
    private(set) var positions = EventIndex()
    /// Positions up to this one have been looked at.
    private(set) var scanned = 0
    private let subject: StopPoint.Subject
    private let asksWorld: Bool
    private let lag: Int
    private var states: StateHistory
    /// Knows which line of the task's file is carried out.
    private let expert: TaskExpert?
    /// The values after the changes, of a watch; and the one before the first change.
    private var values = ChunkedArray<Double>(shift: 6)
    private var first = Double.nan
    /// Whether the condition of a breakpoint that waits for it to become true was true at the last position.
    private var wasTrue = false

    init(_ subject: StopPoint.Subject, in history: RunHistory) {
        self.subject = subject
        states = history.states
        expert = history.expert
        switch subject {
        case .events(let spec):
            asksWorld = spec.condition?.asksWorld ?? false
            lag = spec.looksAhead ? 1 : 0
        case .changes(let expression):
            asksWorld = expression.asksWorld
            lag = expression.asksPrediction ? 1 : 0
        }
        rememberState(at: 0, of: history.log)
    }

    /// How far `history` can be looked at: what asks for the next event must know it, unless there will be none.
    func limit(in history: RunHistory) -> Int {
        history.ending != nil ? history.log.count : max(history.log.count - lag, 0)
    }

    /// Looks at the positions that were not looked at yet, at most `budget` of them, which it takes from it.
    ///
    /// - Returns: Whether all have been looked at.
    mutating func advance(in history: RunHistory, budget: inout Int) -> Bool {
        let limit = limit(in: history)
        let log = history.log
        // What the network says of the first event is not known before there is one.
        if scanned == 0, lag > 0, case .changes = subject { rememberState(at: 0, of: log) }
        let end = scanned + min(max(limit - scanned, 0), budget)
        guard end > scanned else { return scanned >= limit }
        budget -= end - scanned
        switch subject {
        case .events(let spec):
            switch spec.trigger {
            case .call(let program):
                let calls = log.calls(of: program)
                for index in calls.count(upTo: scanned)..<calls.count(upTo: end) {
                    lookForMatch(of: spec, at: calls[index], in: log)
                }
            case .line(let line, let program):
                for position in scanned + 1...end where isCarriedOut(line, of: program, at: position, in: log) {
                    lookForMatch(of: spec, at: position, in: log)
                }
            default:
                for position in scanned + 1...end where spec.trigger.matches(position, in: log) {
                    lookForMatch(of: spec, at: position, in: log)
                }
            }
        case .changes(let expression):
            for position in scanned + 1...end {
                let value = value(of: expression, at: position, in: log)
                guard !isSame(value, latest) else { continue }
                positions.append(position)
                values.append(value)
            }
        }
        scanned = end
        return end == limit
    }

    /// What a watch shows at `position`, which has been looked at.
    func reading(at position: Int) -> WatchReading {
        let count = positions.count(upTo: position)
        let value = count > 0 ? values[count - 1] : first
        let before = count > 1 ? values[count - 2] : count == 1 ? first : .nan
        return WatchReading(
            value: value.isNaN ? nil : value, before: before.isNaN ? nil : before,
            changedAt: count > 0 ? positions[count - 1] : nil)
    }

    /// Forgets what is after `position`; the run goes on as `history`.
    mutating func cut(after position: Int, in history: RunHistory) {
        states = history.states
        positions.truncate(after: position)
        if case .changes = subject { values.truncate(to: positions.count) }
        let wasBeyond = scanned > position
        scanned = min(scanned, position)
        if wasBeyond || scanned == 0 { rememberState(at: scanned, of: history.log) }
    }

    private var latest: Double { values.count > 0 ? values[values.count - 1] : first }

    private func isSame(_ left: Double, _ right: Double) -> Bool { left == right || (left.isNaN && right.isNaN) }

    /// Remembers what must be known of `position`, the last that was looked at, to look at the next one.
    private mutating func rememberState(at position: Int, of log: EventLog) {
        switch subject {
        case .events(let spec):
            guard spec.trigger == .condition, let condition = spec.condition else { return }
            wasTrue = isTrue(condition, at: position, in: log)
        case .changes(let expression):
            guard position == 0 else { return }
            first = value(of: expression, at: 0, in: log)
        }
    }

    private mutating func lookForMatch(of spec: BreakpointSpec, at position: Int, in log: EventLog) {
        guard let condition = spec.condition else { return positions.append(position) }
        let isTrue = isTrue(condition, at: position, in: log)
        // A bare condition stops where it becomes true, not at every step as long as it is.
        if isTrue, spec.trigger != .condition || !wasTrue { positions.append(position) }
        wasTrue = isTrue
    }

    /// Whether the innermost frame at `position` is one of `program`, and is about to carry out `line`.
    private mutating func isCarriedOut(_ line: Int, of program: ProgramID, at position: Int, in log: EventLog) -> Bool {
        let call = log.frame(at: position)
        guard let expert, call > 0 else { return false }
        let frame = log.events[call - 1]
        guard Int(frame.program) == program.rawValue else { return false }
        states.move(to: position, in: log)
        return expert.carriesOut(
            line: line, program: program, arguments: frame.arguments, step: log.place(at: position), in: states.world)
    }

    private mutating func isTrue(_ condition: Expression, at position: Int, in log: EventLog) -> Bool {
        if asksWorld { states.move(to: position, in: log) }
        return condition.isTrue(at: position, of: log, in: states.world)
    }

    private mutating func value(of expression: Expression, at position: Int, in log: EventLog) -> Double {
        if asksWorld { states.move(to: position, in: log) }
        return expression.value(at: position, of: log, in: states.world)
    }
}

extension BreakpointSpec.Trigger {
    /// Whether it is about the event that leads to `position`.
    fileprivate func matches(_ position: Int, in log: EventLog) -> Bool {
        let event = log.events[position - 1]
        return switch self {
        case .call(let program): event.kind == .call && Int(event.program) == program.rawValue
        case .return(let program):
            event.kind == .return && (program.map { Int(event.program) == $0.rawValue } ?? true)
        case .act(let actions): event.kind == .act && actions.contains(event.arguments)
        case .step(let step): position == step
        case .depth(let depth): event.kind == .call && Int(event.depth) + 1 == depth
        case .mistake: event.judgement == .differs
        case .lowConfidence(let threshold):
            position < log.count && log.events[position].hasPrediction
                && log.events[position].prediction.confidence(of: log.events[position].kind).value < threshold
        case .condition: true
        // Found by the expert.
        case .line: false
        }
    }
}
