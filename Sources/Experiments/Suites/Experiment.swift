package import CarModels
package import NPIKit
package import Scratchpads
import Support

/// One network that a suite measures, how it comes about, and what it is tested on.
package struct Experiment: Hashable, Sendable {
    /// Its name in files, such as "npi-8-1"; one for each subject of a suite.
    package var id: String
    /// The curve or the column of a table that its points belong to.
    package var series: String
    /// How many examples it was trained on, where that is what is varied.
    package var exampleCount: Int?
    /// Where the network comes from.
    package var source: ModelSource
    /// What it is tested on, in order.
    package var tests: [SuiteTest]

    /// What the subject is called while it is measured.
    package var title: String {
        exampleCount.map { "\(series), \($0) \($0 == 1 ? "example" : "examples")" } ?? series
    }
}

/// Where a measured network comes from.
package enum ModelSource: Hashable, Sendable {
    /// It is given. Programs of `without` are taken out of its memory first.
    case given(without: [String])
    /// It is trained as `npi train` does.
    case recipe(TrainingRecipe, TrainingOptions)
    /// The same; and what can be proven of it is noted.
    case examined(TrainingRecipe, TrainingOptions)
    /// It is trained on experts' traces of one task's problems.
    case programs(ProblemSet, TrainingOptions)
    /// It is a sequence network, trained on problems and their solutions; others are held out to choose by.
    case sequences(SequenceForm, ProblemSet, heldOut: ProblemSet, hiddenSize: Int, SequenceTrainingOptions)

    /// Roughly how long the training takes, in seconds on an idle machine; only used to tell how far a suite is.
    var expectedSeconds: Double {
        switch self {
        case .given: 0
        case .recipe(let recipe, let options) where recipe.tasks.contains(where: \.drawsFramesWithoutEnd):
            Double(options.updateCount) * 0.25
        // Small networks.
        case .examined(_, let options): Double(options.updateCount) * 1e-3
        case .recipe(_, let options), .programs(_, let options):
            Double(options.updateCount) * (0.008 + Double(options.rowLimit * options.batchesPerUpdate) * 4e-5)
        case .sequences(_, let problems, _, let hiddenSize, let options):
            Double(min(problems.count, options.batchSize * options.batchesPerUpdate))
                * Double(problems.lengths.reduce(0, +) / problems.lengths.count) * 4e-5 * Double(hiddenSize) / 256
                * Double(options.updateLimit + options.trialCount * (options.learningRates.count - 1)) * 0.6
        }
    }
}

/// Fresh problems of one length.
package struct SuiteTest: Hashable, Sendable {
    /// The task.
    package var task: TaskDefinition
    /// The length of the inputs.
    package var length: Int
    /// How many problems.
    package var count: Int
    /// Where they come from.
    package var seed: UInt64
    /// Which cars are turned, from up to ``length`` steps away; nil for other tasks, and for unseen cars from exactly so far.
    package var cars: CarSplit.Part?

    /// The problems: random ones, as in training.
    package func makeProblems() -> [Problem] {
        if let cars {
            var generator = SeededGenerator(seed: seed)
            return (0..<count).map { _ in
                CarProblems.random(within: length, among: cars.designs, using: &generator)
            }
        }
        return ProblemSet(task, lengths: [length], countPerLength: count, seed: seed).makeProblems()
    }

    /// Roughly how long it takes an NPI, in seconds.
    var expectedSeconds: Double {
        // An image takes most of a step.
        guard task.observationSpec.image == nil else { return Double(count) * 0.03 }
        var generator = SeededGenerator(seed: seed)
        let steps = 0.7 * Double(task.randomProblem(length: length, using: &generator).expertEventBound)
        return steps * Double(count) * 7e-5
    }
}
