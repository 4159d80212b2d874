package import NPIKit
package import Scratchpads

/// Wrong runs of a network, grouped by the first mistake that they make: the program, what it saw and what it did.
///
///     var groups = FailureGroups(by: network)
///     for problem in failed { try groups.add(problem) }
///     groups.sorted[0].mistake?.seen  // "INP1 9, INP2 9, CARRY 1, OUT blank"
package struct FailureGroups: Sendable {
    /// Wrong runs that go wrong in the same way.
    package struct Group: Sendable {
        /// The task.
        package var task: TaskDefinition
        /// Their first mistake, with the event of the run in which it comes first; nil for those that make none, and only do
        /// not come to an end.
        package var mistake: FirstMistake?
        /// The problems, with the step of the first mistake, or the number of steps where none was made; those that go wrong
        /// first come first.
        package var runs: [(problem: Problem, event: Int)]
    }

    private struct Key: Hashable {
        var task: TaskDefinition
        var program: String
        var seen: String
        var decision: String
        var expected: String
    }

    private let predictor: any StepPredictor
    private var groups: [Key: Group] = [:]

    /// Prepares to run a network.
    package init(by predictor: any StepPredictor) {
        self.predictor = predictor
    }

    /// Runs a problem until its first mistake.
    ///
    /// - Throws: ``SessionError`` if the network was not made for it.
    package mutating func add(_ problem: Problem) throws(SessionError) {
        var session = try Session(problem, predictor: predictor, stepLimit: problem.expertEventBound)
        let mistake = FirstMistake(of: &session)
        let key = Key(
            task: problem.task, program: mistake?.program ?? "", seen: mistake?.seen ?? "",
            decision: mistake?.decision ?? "", expected: mistake?.expected ?? "")
        let event = mistake?.event ?? session.log.count
        var group = groups[key] ?? Group(task: problem.task, mistake: mistake, runs: [])
        if event < group.mistake?.event ?? 0 { group.mistake?.event = event }
        let place = group.runs.firstIndex { $0.event > event } ?? group.runs.count
        group.runs.insert((problem, event), at: place)
        groups[key] = group
    }

    /// The groups, the largest first.
    package var sorted: [Group] {
        groups.values.sorted { one, other in
            let keys = [one, other].map { "\($0.task.name) \($0.mistake?.program ?? "") \($0.mistake?.seen ?? "")" }
            return (-one.runs.count, keys[0], one.mistake?.decision ?? "")
                < (-other.runs.count, keys[1], other.mistake?.decision ?? "")
        }
    }
}
