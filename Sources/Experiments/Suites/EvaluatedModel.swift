import NPIKit
import Scratchpads
import Support

/// A network that is being tested.
enum EvaluatedModel: Sendable {
    /// An NPI.
    case programs(Solvers)
    /// A sequence network.
    case sequences(SequenceEvaluator, SequenceNetwork, SequenceForm)
}

/// A test of a network on its way.
struct ModelEvaluation: Sendable {
    /// What is to be solved.
    let problems: [Problem]
    /// How many have been solved, rightly or not.
    private(set) var count = 0
    /// What has come out of those.
    private(set) var tally = Tally()

    private let model: EvaluatedModel
    private var run: SolverRun?

    /// How long it takes until progress is shown again.
    private static let slice = Duration.seconds(1)
    private static let sequenceCount = 10

    /// Prepares to test `model` on `problems`.
    init(of model: EvaluatedModel, on problems: [Problem]) {
        self.model = model
        self.problems = problems
        // As in validation: who takes more steps than the expert could need does not come to an end.
        if case .programs(let solvers) = model { run = solvers.run(of: problems) { $0.expertEventBound } }
    }

    /// Whether all have been solved, rightly or not.
    var isFinished: Bool { count == problems.count }

    /// The part that is done, 0...1.
    var share: Double { run?.share ?? Double(count) / Double(max(problems.count, 1)) }

    /// Goes on for a second or so.
    mutating func advance() throws {
        switch model {
        case .programs:
            try run?.advance(for: Self.slice)
            guard let run else { return }
            count = run.count
            if isFinished { tally = Tally(of: run.results, for: problems) }
        case .sequences(let evaluator, let network, let form):
            let next = problems[count...].prefix(Self.sequenceCount)
            let score = evaluator.score(of: network, on: next.map(form.example(of:)))
            tally.right += score.rightExamples
            tally.rightTokens += score.rightTokens
            tally.tokens += score.tokenCount
            count += next.count
        }
    }
}

/// What has come out of a test so far.
struct Tally: Hashable, Sendable {
    /// Problems solved.
    var right = 0
    /// Of an NPI: those that were not.
    var failed: [Problem] = []
    /// Of a sequence network: tokens right, the right ones before given.
    var rightTokens = 0
    /// Of a sequence network: tokens.
    var tokens = 0
    /// Of an NPI: of all outputs and lengths of runs.
    var digest = FNV1a()

    /// Nothing yet.
    init() {}

    /// What came out of an NPI's runs of `problems`.
    init(of results: [RunResult], for problems: [Problem]) {
        for (problem, result) in zip(problems, results) {
            right += result.isCorrect ? 1 : 0
            if !result.isCorrect { failed.append(problem) }
            digest.add("\(result.output) \(result.halted) \(result.eventCount)\n")
        }
    }
}
