import NPIKit
import Scratchpads
import Support

/// A network that is being tested.
enum EvaluatedModel: Sendable {
    /// An NPI.
    case programs(Solvers)
    /// A sequence network.
    case sequences(SequenceEvaluator, SequenceNetwork, SequenceForm)

    /// How many of `problems` are solved before progress is shown again.
    func batchSize(of problems: ArraySlice<Problem>) -> Int {
        guard case .programs = self else { return 10 }
        // Enough for every core, and no more than a second or two of work.
        var events = 0
        let fitting = problems.prefix(64).prefix {
            events += $0.expertEventBound
            return events < 40_000
        }
        return max(fitting.count, 4)
    }

    /// Solves `problems` and adds what came out to `tally`.
    func solve(_ problems: ArraySlice<Problem>, into tally: inout Tally) throws {
        switch self {
        case .programs(let solvers):
            // As in validation: who takes more steps than the expert could need does not come to an end.
            let results = try solvers.results(of: Array(problems), stepLimit: { $0.expertEventBound })
            for (problem, result) in zip(problems, results) {
                tally.right += result.isCorrect ? 1 : 0
                if !result.isCorrect { tally.failed.append(problem) }
                tally.digest.add("\(result.output) \(result.halted) \(result.eventCount)\n")
            }
        case .sequences(let evaluator, let network, let form):
            let score = evaluator.score(of: network, on: problems.map(form.example(of:)))
            tally.right += score.rightExamples
            tally.rightTokens += score.rightTokens
            tally.tokens += score.tokenCount
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
}
