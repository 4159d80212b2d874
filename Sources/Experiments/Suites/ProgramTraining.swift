import NPIKit
import Scratchpads
import Support

/// A training of an NPI on one task's problems for a suite. It looks at nothing but the training frames: of the networks
/// met at its looks, the last of those that get the fewest frames wrong counts.
struct ProgramTraining: SuiteLearning {
    private var trainer: Trainer
    private var best: Network?
    private var fewestWrong: Int?

    /// How many looks there are at most, evenly over the training.
    private static let lookCount = 8
    /// Where every frame is right and no program's error is larger, there is nothing left to learn.
    private static let smallError: Float = 0.002

    init(on problems: ProblemSet, options: TrainingOptions) {
        var generator = SeededGenerator(seed: options.seed)
        let network = Network(
            encoders: [problems.task.observationSpec], library: ProgramLibrary(for: [problems.task]),
            using: &generator)
        trainer = Trainer(network, on: problems.makeFrames(), options: options)
    }

    /// Goes on from a checkpoint.
    init(resuming path: String, on problems: ProblemSet, options: TrainingOptions) throws(ModelFileError) {
        let summary = try Checkpoint.summary(of: path)
        guard summary.options == options else { throw .foreignCheckpoint(path) }
        (trainer, best) = try Checkpoint.read(path, frames: problems.makeFrames())
        guard trainer.network.library == ProgramLibrary(for: [problems.task]),
            problems.task.isKnown(to: trainer.network)
        else { throw .foreignCheckpoint(path) }
        fewestWrong = Int(summary.notes)
    }

    var isFinished: Bool { trainer.isFinished || isLearned }
    var share: Double { Double(trainer.updateCount) / Double(max(trainer.options.updateCount, 1)) }

    mutating func advance() {
        _ = trainer.update()
        if isTimeToLook { look() }
    }

    private var isTimeToLook: Bool {
        let interval = max(trainer.options.updateCount / Self.lookCount, 1)
        return trainer.updateCount % interval == 0 || trainer.isFinished
    }

    private var isLearned: Bool {
        isTimeToLook && fewestWrong == 0 && trainer.curriculum.wrongCount == 0
            && trainer.curriculum.groups.allSatisfy { $0.error < Self.smallError }
    }

    private mutating func look() {
        trainer.estimateAll()
        let wrong = trainer.curriculum.wrongCount
        guard fewestWrong.map({ wrong <= $0 }) ?? true else { return }
        fewestWrong = wrong
        best = trainer.network
    }

    func checkpoint(to path: String) throws(ModelFileError) {
        try Checkpoint.write(
            trainer, best: best, notes: fewestWrong.map(String.init) ?? "", training: [:], to: path)
    }

    var evaluated: EvaluatedModel { .programs(Solvers(best ?? trainer.network)) }

    var summary: [String: String] {
        [
            "updates": "\(trainer.updateCount)", "steps": "\(trainer.stepCount)",
            "frames": "\(trainer.curriculum.frameCount)", "wrong_frames": fewestWrong.map(String.init) ?? "",
        ]
    }
}
