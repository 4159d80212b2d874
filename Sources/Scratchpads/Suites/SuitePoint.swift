/// One measured point of a suite: a network on fresh problems of one length. A line of JSON in files.
public struct SuitePoint: Hashable, Sendable, Codable {
    /// Which network, by ``Subject/id``.
    public var subject: String
    /// ``Subject/series``.
    public var series: String
    /// The task.
    public var task: TaskName
    /// The length of the inputs.
    public var length: Int
    /// Which cars were turned, where that is told apart.
    public var cars: CarSplit.Part?
    /// How many examples the network was trained on, where that is what is varied.
    public var examples: Int?
    /// How many problems were solved wholly.
    public var right: Int
    /// How many there were.
    public var count: Int
    /// Of a sequence network: the share of tokens right, each after the right ones before it.
    public var tokenShare: Double?
    /// Of an NPI: a digest of all outputs and of the lengths of all runs.
    public var outputs: String?
    /// How the network was trained: names and values for people to read.
    public var training: [String: String]
    /// How long its training took, in seconds, as far as it went on in the sitting that ended it.
    public var trainingSeconds: Double
    /// How long the test took, in seconds.
    public var testSeconds: Double

    /// How many were right.
    public var proportion: Proportion { Proportion(right: right, of: count) }

    /// Whether it is the point of `test` for `subject`.
    func answers(_ test: SuiteTest, of subject: Subject) -> Bool {
        self.subject == subject.id && task == test.task && length == test.length && cars == test.cars
    }
}
