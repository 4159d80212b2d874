import NPIKit
import Scratchpads
import Support

/// A network that is being tested.
enum EvaluatedModel: Sendable {
    /// An NPI.
    case programs(NetworkPredictor)
    /// A sequence network.
    case sequences(SequenceEvaluator, SequenceNetwork, SequenceForm)

    /// How many problems are solved at once.
    var batchSize: Int {
        switch self {
        case .programs: 1
        case .sequences: 10
        }
    }

    /// Solves `problems` and adds what came out to `tally`.
    func solve(_ problems: ArraySlice<Problem>, into tally: inout Tally) throws {
        switch self {
        case .programs(let predictor):
            for problem in problems {
                // As in validation: who takes more steps than the expert could need does not come to an end.
                let result = try RunResult(of: problem, by: predictor, stepLimit: problem.expertEventBound)
                tally.right += result.isCorrect ? 1 : 0
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
    /// Of a sequence network: tokens right, the right ones before given.
    var rightTokens = 0
    /// Of a sequence network: tokens.
    var tokens = 0
    /// Of an NPI: of all outputs and lengths of runs.
    var digest = FNV1a()
}
