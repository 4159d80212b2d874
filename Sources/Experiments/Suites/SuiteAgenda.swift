/// Which tests of a suite are still to come, and roughly how long its parts take.
///
/// It is laid out once and told of each point, since a suite asks after every update of a training, of which there are
/// thousands a second, what comes next and how far it is.
struct SuiteAgenda: Sendable {
    /// What an experiment takes, in seconds, and which of its tests are known.
    private struct Part: Sendable {
        var training: Double
        var tests: [Double]
        var isKnown: [Bool]
    }

    private var parts: [Part]
    private let total: Double
    /// The first experiment that has a test to come; nil if all is known.
    private(set) var nextExperiment: Int?

    /// What is left of `suite` beside `results`.
    init(_ suite: Suite, _ results: SuiteResults) {
        parts = suite.experiments.map { experiment in
            Part(
                training: experiment.source.expectedSeconds, tests: experiment.tests.map(\.expectedSeconds),
                isKnown: experiment.tests.map { results.point(of: $0, for: experiment) != nil })
        }
        total = parts.reduce(0) { $0 + $1.training + $1.tests.reduce(0, +) }
        findNext()
    }

    /// The first test to come of an experiment; nil if all of its are known.
    func nextTest(of experiment: Int) -> Int? { parts[experiment].isKnown.firstIndex(of: false) }

    /// Notes that a test is known.
    mutating func note(test: Int, of experiment: Int) {
        parts[experiment].isKnown[test] = true
        findNext()
    }

    private mutating func findNext() {
        nextExperiment = parts.firstIndex { $0.isKnown.contains(false) }
    }

    /// The share of the work that is done, roughly, 0...1.
    ///
    /// - Parameters:
    ///   - current: The experiment under way; of others, those with a known test are trained.
    ///   - training: The share of its training that is done.
    ///   - test: The share of its next test that is done.
    func share(current: Int?, training: Double, test: Double) -> Double {
        guard nextExperiment != nil else { return 1 }
        var done = 0.0
        for (index, part) in parts.enumerated() {
            let isCurrent = index == current
            for (seconds, isKnown) in zip(part.tests, part.isKnown) where isKnown { done += seconds }
            done += part.training * (isCurrent ? training : part.isKnown.contains(true) ? 1 : 0)
            if isCurrent, let next = nextTest(of: index) { done += part.tests[next] * test }
        }
        return min(done / max(total, 1e-9), 1)
    }
}
