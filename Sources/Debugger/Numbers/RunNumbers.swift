package import NPIKit
package import Scratchpads

/// What is counted of a run: what each program does, how confident the network was, and how often the expert would have decided
/// otherwise.
///
/// It is counted on from where it was left, so that an event is looked at once, however long the run becomes.
package struct RunNumbers: Sendable {
    /// What the frames of a program have done, and how often it was called.
    package struct ProgramCount: Hashable, Sendable {
        /// How often it was called.
        package var calls = 0
        /// How many calls its frames have made.
        package var callsMade = 0
        /// How many actions its frames have performed.
        package var actions = 0
        /// How many of its frames have returned.
        package var returns = 0
        /// How many decisions of its frames the expert would have made otherwise.
        package var mistakes = 0
    }

    /// The lower bounds of the classes of ``confidences``: probabilities crowd near 1, where the classes are narrow.
    package static let confidenceBounds = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99, 0.999]

    /// How many events have been counted.
    package private(set) var eventCount = 0
    /// The programs, by the rows of the run's library.
    package private(set) var programs: [ProgramCount]
    /// How many actions of each sort there were.
    package private(set) var actions: [Arguments: Int] = [:]
    /// How many decisions the network made with a confidence of each class, from the lowest.
    package private(set) var confidences: [Int]
    /// How many decisions the expert would have made otherwise.
    package var mistakes: Int { programs.reduce(0) { $0 + $1.mistakes } }
    /// How many events the expert needs from the beginning of the problem on; nil until that is known, and where it does not halt.
    package var expertEventCount: Int? { expert?.result }

    private let problem: Problem
    private let identity: RunIdentity
    private var expert: ExpertCount?

    /// Nothing of `session` is counted yet.
    package init(_ session: Session) {
        programs = Array(repeating: ProgramCount(), count: session.library.count)
        confidences = Array(repeating: 0, count: Self.confidenceBounds.count)
        problem = session.problem
        identity = session.history.identity
        expert = ExpertCount(session)
    }

    /// Whether it is about the run that `session` has now.
    package func isCurrent(in session: Session) -> Bool { identity == session.history.identity }

    /// Whether all that is known of the run is counted, and what the expert needs.
    package func isDone(in session: Session) -> Bool {
        isCurrent(in: session) && eventCount == session.log.count && (expert?.isDone ?? true)
    }

    /// Counts up to `budget` more events.
    package mutating func advance(budget: Int, in session: Session) {
        if !isCurrent(in: session) {
            // What a person changes in a run leaves the expert's way from the beginning of the problem as it was.
            let known = problem == session.problem ? expert : nil
            self = RunNumbers(session)
            expert = known ?? expert
        }
        let log = session.log
        let end = min(eventCount + budget, log.count)
        for index in eventCount..<end { add(log.events[index], in: log) }
        eventCount = end
        expert?.advance(budget: budget)
    }

    private mutating func add(_ event: PackedEvent, in log: EventLog) {
        if event.kind == .call { programs[Int(event.program)].calls += 1 }
        guard event.frame > 0 else { return }
        let row = Int(log.events[Int(event.frame) - 1].program)
        switch event.kind {
        case .call: programs[row].callsMade += 1
        case .act:
            programs[row].actions += 1
            actions[event.arguments, default: 0] += 1
        case .return: programs[row].returns += 1
        }
        if event.judgement == .differs { programs[row].mistakes += 1 }
        guard event.hasPrediction, !event.isForced else { return }
        let confidence = event.prediction.confidence(of: event.kind).value
        confidences[(Self.confidenceBounds.lastIndex { $0 <= confidence }) ?? 0] += 1
    }
}

extension RunNumbers {
    /// The classes of confidence in words: "0.9 to 0.99".
    package static let confidenceNames: [String] = confidenceBounds.indices.map { index in
        let bound = { (index: Int) in "\(confidenceBounds[index])" }
        if index == 0 { return "below \(bound(1))" }
        return index + 1 < confidenceBounds.count ? "\(bound(index)) to \(bound(index + 1))" : "\(bound(index)) or more"
    }

    /// The actions by their names in `world`, the most frequent first.
    package func actionCounts(in world: AnyScratchpad) -> [(name: String, count: Int)] {
        var counts: [String: Int] = [:]
        for (arguments, count) in actions { counts[world.actionName(arguments), default: 0] += count }
        return counts.map { ($0.key, $0.value) }.sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
    }
}
