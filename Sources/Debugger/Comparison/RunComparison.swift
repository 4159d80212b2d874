import NPIKit
import Scratchpads

/// Where two runs of the same problem part: in what they do, and in how likely it was to their networks.
///
///     let comparison = try RunComparison(first, second)
///     comparison.decision?.event  // 12
package struct RunComparison: Sendable {
    /// How far probabilities may be apart and count as the same: recordings have five decimals.
    package static let tolerance = Verifier.tolerance

    /// A step at which the two do different things.
    package struct DecisionDifference: Hashable, Sendable {
        /// The number of the event.
        package var event: Int
        /// The program of the frame that decides it; empty for the first event.
        package var program: String
        /// What the first does; how it has ended, if it does nothing more.
        package var first: String
        /// What the second does.
        package var second: String
    }

    /// A step at which a probability differs.
    package struct ProbabilityDifference: Hashable, Sendable {
        /// The number of the event.
        package var event: Int
        /// The program of the frame that decides it.
        package var program: String
        /// Which of the step's probabilities differs most.
        package var what: String
        /// What it is to the first.
        package var first: Double
        /// What it is to the second.
        package var second: Double
    }

    /// The first step at which the two do different things; nil if both do the same from beginning to end.
    package private(set) var decision: DecisionDifference?
    /// The first step at which a probability differs, up to that one; nil if none does that both know.
    package private(set) var probability: ProbabilityDifference?
    /// How many events both have in common from the beginning.
    package private(set) var commonCount = 0

    /// Compares two runs.
    ///
    /// - Parameter tolerance: How far probabilities may be apart and count as the same.
    /// - Throws: ``ComparisonError`` if they are of different problems.
    package init(
        _ first: ComparedRun, _ second: ComparedRun, tolerance: Double = Self.tolerance
    ) throws(ComparisonError) {
        let (a, b) = (first.session, second.session)
        guard a.problem == b.problem else {
            guard a.problem.task == b.problem.task else {
                throw .differentTasks(a.problem.task.name, b.problem.task.name)
            }
            throw .differentProblems(a.problem.title(width: 40), b.problem.title(width: 40))
        }
        let isSameLibrary = a.library == b.library
        var paths = (first.path(along: a), second.path(along: b))
        while commonCount < min(a.log.count, b.log.count), decision == nil {
            let number = commonCount + 1
            let program = a.frameProgram(at: number)
            if probability == nil, number > 1, !(isSameLibrary && a.isSame(as: b, at: number, within: tolerance)) {
                let answers = (a.answer(at: number, &paths.0), b.answer(at: number, &paths.1))
                if let most = answers.0.difference(from: answers.1, tolerance: tolerance) {
                    probability = ProbabilityDifference(
                        event: number, program: program, what: most.what, first: most.first, second: most.second)
                }
            }
            let (left, right) = (a.namedDecision(at: number), b.namedDecision(at: number))
            if left == right {
                commonCount = number
            } else {
                decision = DecisionDifference(
                    event: number, program: program, first: a.text(of: left), second: b.text(of: right))
            }
        }
        if decision == nil, a.log.count != b.log.count {
            decision = DecisionDifference(
                event: commonCount + 1, program: (a.log.count > commonCount ? a : b).frameProgram(at: commonCount + 1),
                first: a.deed(at: commonCount + 1), second: b.deed(at: commonCount + 1))
        }
    }

    /// Which of the two runs are worth being followed by the other's network, 0 and 1: one where both are the same run.
    package func runsToFollow(_ first: ComparedRun, _ second: ComparedRun) -> [Int] {
        guard decision == nil else { return [0, 1] }
        return second.network == nil ? [1] : [0]
    }

    /// Whether both do the same throughout.
    package var hasSameDecisions: Bool { decision == nil }
    /// Whether both do the same throughout, and all probabilities that both know are the same.
    package var isSame: Bool { decision == nil && probability == nil }
}

/// Two runs that cannot be compared.
package enum ComparisonError: Error, Hashable, CustomStringConvertible {
    /// They are of these problems of one task.
    case differentProblems(String, String)
    /// They are of these tasks.
    case differentTasks(String, String)

    /// One line for the user.
    package var description: String {
        switch self {
        case .differentProblems(let first, let second):
            "the runs are of different problems, \(first) and \(second); runs of the same one can be compared"
        case .differentTasks(let first, let second):
            "the runs are of different tasks, \(first) and \(second); runs of the same problem can be compared"
        }
    }
}

extension Session {
    /// The program of the frame that decides event `number`; empty for the first event.
    func frameProgram(at number: Int) -> String {
        guard let program = log[max(log[number].frame, 1)].program, number > 1 else { return "" }
        return library[program]
    }

    /// Whether what was recorded of the answer before event `number` is the same in both runs, and is all but `tolerance` of it. Most
    /// answers are so, and need not be found again by the networks.
    fileprivate func isSame(as other: Session, at number: Int, within tolerance: Double) -> Bool {
        guard let answer = log[number].prediction, answer == other.log[number].prediction else { return false }
        let programs = (0..<PredictionSummary.programCount).reduce(0) { sum, rank in
            sum + (answer.program(rank: rank)?.probability.value ?? 0)
        }
        return 1 - programs <= tolerance
            && (0..<Arguments.count).allSatisfy { index in
                let values = (0..<PredictionSummary.valueCount).reduce(0) { sum, rank in
                    sum + (answer.value(ofArgument: index, rank: rank)?.probability.value ?? 0)
                }
                return 1 - values <= tolerance
            }
    }

    /// What happens at event `number`, or how the run has ended before it.
    fileprivate func deed(at number: Int) -> String {
        number <= log.count ? text(of: namedDecision(at: number)) : "nothing: \(ending?.description ?? "")"
    }

    /// What is known of the answer before event `number`, `path` being the network along this run, where it is at hand.
    func answer(at number: Int, _ path: inout ForcedPath?) -> StepAnswer {
        while let reached = path?.number, reached < number { _ = path?.advance() }
        return StepAnswer(
            recorded: log[number].prediction, in: library, computed: path?.prediction, by: path?.library)
    }
}
