package import CarModels
package import Scratchpads

/// One measured point of a suite: a network on fresh problems of one length. A line of JSON in files.
package struct SuitePoint: Hashable, Sendable, Codable {
    /// Which network, by ``Experiment/id``.
    package var subject: String
    /// ``Experiment/series``.
    package var series: String
    /// The task.
    package var task: TaskDefinition
    /// The length of the inputs.
    package var length: Int
    /// Which cars were turned, where that is told apart.
    package var cars: CarSplit.Part?
    /// How many examples the network was trained on, where that is what is varied.
    package var examples: Int?
    /// How many problems were solved wholly.
    package var right: Int
    /// How many there were.
    package var count: Int
    /// Of a sequence network: the share of tokens right, each after the right ones before it.
    package var tokenShare: Double?
    /// Of an NPI: a digest of all outputs and of the lengths of all runs.
    package var outputs: String?
    /// Of an NPI that was trained for the suite: the inputs of problems that were not solved, up to ``failedLimit``, as they stand
    /// on a command line.
    package var failed: [String]?
    /// How the network was trained: names and values for people to read.
    package var training: [String: String]
    /// How long its training took, in seconds, as far as it went on in the sitting that ended it.
    package var trainingSeconds: Double
    /// How long the test took, in seconds.
    package var testSeconds: Double

    /// How many inputs are kept.
    static let failedLimit = 50

    /// How many were right.
    package var proportion: Proportion { Proportion(right: right, of: count) }

    /// Whether it is the point of `test` for `subject`.
    func answers(_ test: SuiteTest, of experiment: Experiment) -> Bool {
        subject == experiment.id && task == test.task && length == test.length && cars == test.cars
    }
}
