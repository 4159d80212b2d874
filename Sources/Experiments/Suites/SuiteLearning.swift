import NPIKit
import Proof

/// A training within a suite, one update at a time.
protocol SuiteLearning: Sendable {
    /// Whether it has come to its end.
    var isFinished: Bool { get }
    /// How much of it is done, 0...1.
    var share: Double { get }
    /// What came out.
    var evaluated: EvaluatedModel { get }
    /// How it went: names and values for people to read.
    var summary: [String: String] { get }
    /// Makes one update.
    mutating func advance()
    /// Keeps it, to go on as if it had never stopped.
    func checkpoint(to path: String) throws(ModelFileError)
}

/// A training as `npi train` makes it.
struct RecipeLearning: SuiteLearning {
    private var run: TrainingRun
    private let isExamined: Bool

    /// - Parameter isExamined: Whether it is noted what can be proven of the network.
    init(_ recipe: TrainingRecipe, _ options: TrainingOptions, isExamined: Bool) {
        self.isExamined = isExamined
        do {
            run = try TrainingRun(recipe, options: options)
        } catch {
            preconditionFailure("a recipe's network knows its tasks: \(error)")
        }
    }

    init(resuming path: String, _ recipe: TrainingRecipe, _ options: TrainingOptions, isExamined: Bool) throws {
        self.isExamined = isExamined
        run = try TrainingRun(resuming: path)
        guard run.recipe == recipe, run.trainer.options == options else {
            throw ModelFileError.foreignCheckpoint(path)
        }
    }

    var isFinished: Bool { run.isFinished }
    var share: Double { run.progress.share }
    var evaluated: EvaluatedModel { .programs(Solvers(run.best)) }
    mutating func advance() { run.advance() }
    func checkpoint(to path: String) throws(ModelFileError) { try run.checkpoint(to: path) }

    var summary: [String: String] {
        guard isExamined else { return run.summary }
        let predictor = NetworkPredictor(run.best)
        let proofs = run.recipe.tasks.compactMap { try? TaskProof($0, predictor) }
        let isProven = proofs.count == run.recipe.tasks.count && proofs.allSatisfy(\.isProven)
        return run.summary.merging([
            ModelSource.provenKey: isProven ? "yes" : "no", "wrong_sequences": "\(proofs.reduce(0) { $0 + $1.wrong })",
        ]) { _, new in new }
    }
}

/// A training of a sequence network.
struct SequenceLearning: SuiteLearning {
    private var training: SequenceTraining
    private let form: SequenceForm

    init(
        _ form: SequenceForm, on problems: ProblemSet, heldOut: ProblemSet, hiddenSize: Int,
        _ options: SequenceTrainingOptions
    ) {
        self.form = form
        training = SequenceTraining(
            form.shape(hiddenSize: hiddenSize), on: problems.makeProblems().map(form.example(of:)),
            heldOut: heldOut.makeProblems().map(form.example(of:)), options: options)
    }

    init(
        resuming path: String, _ form: SequenceForm, on problems: ProblemSet, heldOut: ProblemSet,
        _ options: SequenceTrainingOptions
    ) throws(ModelFileError) {
        self.form = form
        training = try SequenceFile.readCheckpoint(
            path, examples: problems.makeProblems().map(form.example(of:)),
            heldOut: heldOut.makeProblems().map(form.example(of:)))
        guard training.options == options else { throw .foreignCheckpoint(path) }
    }

    var isFinished: Bool { training.isFinished }
    var share: Double { training.share }
    var evaluated: EvaluatedModel { .sequences(SequenceEvaluator(for: training.best), training.best, form) }
    mutating func advance() { training.advance() }
    func checkpoint(to path: String) throws(ModelFileError) { try SequenceFile.writeCheckpoint(training, to: path) }

    var summary: [String: String] {
        let score = training.bestScore
        return [
            "updates": "\(training.updateCount)",
            "learning_rate": training.chosenRate.map { "\($0)" } ?? "",
            "held_out": score.map { "\($0.rightExamples)/\($0.exampleCount)" } ?? "",
            "held_out_tokens": score.map { "\($0.rightTokens)/\($0.tokenCount)" } ?? "",
        ]
    }
}

extension ModelFileError {
    /// A checkpoint beside the results that an earlier suite left.
    static func foreignCheckpoint(_ path: String) -> ModelFileError {
        ModelFileError(
            path: path,
            problem: .otherTraining("it is of another training than this suite's; move it away to train anew"))
    }
}

extension ModelSource {
    /// What a network's summary says of whether it is proven right.
    static let provenKey = "proven"

    private var isExamined: Bool { if case .examined = self { true } else { false } }

    /// Begins the training, or goes on from the checkpoint at `path` if there is one; nil where nothing is trained.
    func learning(resuming path: String?) throws -> (any SuiteLearning)? {
        switch self {
        case .given: nil
        case .recipe(let recipe, let options), .examined(let recipe, let options):
            if let path {
                try RecipeLearning(resuming: path, recipe, options, isExamined: isExamined)
            } else {
                RecipeLearning(recipe, options, isExamined: isExamined)
            }
        case .programs(let problems, let options):
            if let path {
                try ProgramTraining(resuming: path, on: problems, options: options)
            } else {
                ProgramTraining(on: problems, options: options)
            }
        case .sequences(let form, let problems, let heldOut, let hiddenSize, let options):
            if let path {
                try SequenceLearning(resuming: path, form, on: problems, heldOut: heldOut, options)
            } else {
                SequenceLearning(form, on: problems, heldOut: heldOut, hiddenSize: hiddenSize, options)
            }
        }
    }
}
