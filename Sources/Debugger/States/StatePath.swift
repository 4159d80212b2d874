import NPIKit
import Scratchpads

/// Finds the states of some steps of a run, one after the other, by asking the network again.
///
/// The steps are given in increasing order, so that a frame that decides several of them is followed only once.
struct StatePath: Sendable {
    private let longestWay: Int
    private let events: [Int]
    private let identity: RunIdentity
    private let wantsGates: Bool
    private var next = 0
    private var run: InsightRun?
    /// What was found last in each open frame, by the number of its call.
    private var known: [Int: Insight]

    /// Prepares to find the states of `events`, in increasing order.
    ///
    /// - Parameters:
    ///   - longestWay: A step that needs more evaluations than this from what is known of its frame is passed over.
    ///   - before: What was followed before on the same run, which often makes it short.
    init(
        _ events: [Int], of session: Session, longestWay: Int, wantsGates: Bool = false, after before: StatePath? = nil
    ) {
        self.events = events
        self.longestWay = longestWay
        known = before?.known ?? [:]
        self.wantsGates = wantsGates
        identity = session.history.identity
    }

    /// Whether all that can be found is found.
    var isDone: Bool { next == events.count }
    /// How many of the steps have been looked at.
    var count: Int { next }

    /// Whether the run is still the one that it was made for.
    func isCurrent(in session: Session) -> Bool { session.history.identity == identity }

    /// Evaluates up to `budget` steps.
    ///
    /// - Returns: The states that were found on the way.
    mutating func advance(budget: Int, in session: Session) -> [StepState] {
        var found: [StepState] = []
        var left = budget
        while left > 0, !isDone {
            if run == nil { begin(events[next], in: session) }
            guard let length = run?.length, length <= longestWay else {
                (run, next) = (nil, next + 1)
                continue
            }
            let share = min(left, 16)
            left -= share
            guard let insight = run?.advance(budget: share, in: session) else { continue }
            known[insight.frame.call] = insight
            if let state = Self.state(insight, events[next], in: session) { found.append(state) }
            (run, next) = (nil, next + 1)
        }
        return found
    }

    private mutating func begin(_ event: Int, in session: Session) {
        guard event > 1, let goal = InsightGoal(deciding: event, in: session) else { return }
        // Frames that have returned are not asked for again.
        if known.count > 64 {
            let open = Set(session.log.stack(at: event - 1).map(\.call))
            known = known.filter { open.contains($0.key) }
        }
        run = InsightRun(goal, in: session, from: known[goal.frame.call], wantsGates: wantsGates)
    }

    private static func state(_ insight: Insight, _ event: Int, in session: Session) -> StepState? {
        guard let layer = CoreState(insight.after).layers.last else { return nil }
        return StepState(
            event: event, program: insight.frame.program, hidden: Array(layer.hidden), gates: insight.gates?.layers.last
        )
    }
}
