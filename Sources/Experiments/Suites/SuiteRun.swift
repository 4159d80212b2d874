package import NPIKit
package import Scratchpads
import Support

/// A suite being measured, a small step at a time, so that whoever calls it can show progress, stop and go on.
///
///     var run = try SuiteRun(suite, model: nil, file: "npi-fig5.jsonl")
///     while !run.isFinished, !isInterrupted { try run.advance() }
///     try run.pause()
///
/// With a results file nothing is lost: each point is written when it is known, and the training that goes on is kept in
/// a checkpoint beside it.
package struct SuiteRun: Sendable {
    /// What is measured.
    package let suite: Suite
    /// What has been measured.
    package private(set) var results: SuiteResults
    /// Problems that the given network did not solve, as far as they were measured by this value, up to ``failureLimit``.
    package private(set) var failed: [Problem] = []
    /// How many there are at most.
    package static let failureLimit = 10_000

    private let model: ModelFile.Contents?
    private let makeSolvers: @Sendable (Network) -> Solvers
    private let path: String?
    private let clock = ContinuousClock()
    private var agenda: SuiteAgenda
    private var work: Work?

    /// What is being done.
    private struct Work: Sendable {
        var experiment: Int
        var learning: (any SuiteLearning)?
        var evaluated: EvaluatedModel?
        var test: TestRun?
        var summary: [String: String] = [:]
        var trainingTime = Duration.zero
        var keptAt: ContinuousClock.Instant
    }

    /// A test under way.
    private struct TestRun: Sendable {
        var test: SuiteTest
        var evaluation: ModelEvaluation
        var time = Duration.zero
    }

    /// How often a training is kept while it goes on.
    private static let checkpointInterval = Duration.seconds(60)

    /// Prepares to measure, or to go on measuring.
    ///
    /// - Parameters:
    ///   - suite: What.
    ///   - model: The network that is measured, for suites that measure one.
    ///   - path: The results file, which may hold points already; nil keeps nothing.
    ///   - makeSolvers: What solves problems with that network, or with what is left of it without some programs.
    /// - Throws: ``SuiteResultsError`` if the file is not of this suite or cannot be written.
    package init(
        _ suite: Suite, model: ModelFile.Contents?, file path: String?,
        solvers makeSolvers: @escaping @Sendable (Network) -> Solvers = { Solvers($0) }
    ) throws(SuiteResultsError) {
        self.suite = suite
        self.model = model
        self.makeSolvers = makeSolvers
        self.path = path
        guard let path else {
            results = SuiteResults(SuiteResults.Header(suite, model: model?.sha256))
            agenda = SuiteAgenda(suite, results)
            return
        }
        results = try SuiteResults(reading: path, of: suite, model: model?.sha256)
        agenda = SuiteAgenda(suite, results)
        // Fails now rather than after an hour; a file that has everything is only read.
        if !isFinished { try results.write(to: path) }
    }

    /// Whether every point has been measured.
    package var isFinished: Bool { agenda.nextExperiment == nil }

    /// Makes one update of a training, or solves problems for a second.
    ///
    /// - Throws: ``SuiteResultsError`` or ``ModelFileError`` if something cannot be kept or taken up again.
    package mutating func advance() throws {
        guard let index = agenda.nextExperiment else { return }
        if work?.experiment != index { try begin(index) }
        if work?.learning != nil {
            try learn()
        } else {
            try test()
        }
    }

    /// Keeps what is under way.
    package func pause() throws(ModelFileError) {
        guard let work, let learning = work.learning, let checkpoint = checkpointPath(work.experiment) else { return }
        try learning.checkpoint(to: checkpoint)
    }

    private func checkpointPath(_ experiment: Int) -> String? {
        path.map { "\($0).\(suite.experiments[experiment].id).checkpoint" }
    }

    private mutating func begin(_ index: Int) throws {
        var work = Work(experiment: index, keptAt: clock.now)
        switch suite.experiments[index].source {
        case .given(let without):
            guard let network = model?.network else { preconditionFailure("the suite was laid out for a network") }
            work.evaluated = .programs(makeSolvers(network.removingPrograms(without)))
        case let source:
            let kept = checkpointPath(index).flatMap { FileSystem.exists($0) ? $0 : nil }
            work.learning = try source.learning(resuming: kept)
        }
        self.work = work
    }

    private mutating func learn() throws {
        let start = clock.now
        if !(work?.learning?.isFinished ?? true) { work?.learning?.advance() }
        let time = clock.now - start
        work?.trainingTime += time
        guard let index = work?.experiment, let learning = work?.learning else { return }
        let isDue = clock.now - (work?.keptAt ?? start) > Self.checkpointInterval
        if learning.isFinished || isDue, let checkpoint = checkpointPath(index) {
            try learning.checkpoint(to: checkpoint)
            let now = clock.now
            work?.keptAt = now
        }
        guard learning.isFinished else { return }
        work?.evaluated = learning.evaluated
        work?.summary = learning.summary
        work?.learning = nil
    }

    private mutating func test() throws {
        guard let index = work?.experiment, let evaluated = work?.evaluated, let next = agenda.nextTest(of: index)
        else { return }
        let experiment = suite.experiments[index]
        if work?.test == nil {
            let test = experiment.tests[next]
            work?.test = TestRun(test: test, evaluation: ModelEvaluation(of: evaluated, on: test.makeProblems()))
        }
        // Not in two places at once, or each slice would copy it.
        guard var run = work?.test else { return }
        work?.test = nil
        let start = clock.now
        try run.evaluation.advance()
        run.time += clock.now - start
        guard run.evaluation.isFinished else {
            work?.test = run
            return
        }
        if case .given = experiment.source {
            failed += run.evaluation.tally.failed.prefix(Self.failureLimit - failed.count)
        }
        results.points.append(point(run, of: experiment))
        agenda.note(test: next, of: index)
        if let path { try results.write(to: path) }
        if agenda.nextTest(of: index) == nil, let checkpoint = checkpointPath(index) { FileSystem.remove(checkpoint) }
    }

    /// Of a network that is gone after the suite, what to try of others in its place.
    private func failed(_ tally: Tally, in experiment: Experiment) -> [String]? {
        if case .given = experiment.source { return nil }
        guard !tally.failed.isEmpty else { return nil }
        return tally.failed.prefix(SuitePoint.failedLimit).map { $0.input.joined(separator: " ") }
    }

    private func point(_ run: TestRun, of experiment: Experiment) -> SuitePoint {
        let tally = run.evaluation.tally
        return SuitePoint(
            subject: experiment.id, series: experiment.series, task: run.test.task,
            length: run.test.length,
            cars: run.test.cars, examples: experiment.exampleCount, right: tally.right,
            count: run.test.count,
            tokenShare: tally.tokens > 0 ? Double(tally.rightTokens) / Double(tally.tokens) : nil,
            outputs: tally.tokens > 0 ? nil : tally.digest.text, failed: failed(tally, in: experiment),
            training: work?.summary ?? [:],
            trainingSeconds: (work?.trainingTime ?? .zero).tenths, testSeconds: run.time.tenths)
    }
}

extension SuiteRun {
    /// How far the suite is.
    package var progress: SuiteProgress {
        let share = agenda.share(
            current: work?.experiment, training: work?.learning?.share ?? 1, test: work?.test?.evaluation.share ?? 0)
        return SuiteProgress(
            pointsDone: results.points.count, pointCount: suite.pointCount,
            share: share, activity: activity)
    }

    private var activity: String {
        guard let work else { return "" }
        let experiment = suite.experiments[work.experiment]
        if let learning = work.learning { return "training \(experiment.title): \(Int(learning.share * 100)) %" }
        guard let run = work.test else { return "testing \(experiment.title)" }
        return "testing \(experiment.title), \(run.test.task.name) of length \(run.test.length): "
            + "\(run.evaluation.count) of \(run.test.count)"
    }
}

/// How far a suite is, for whoever shows it.
package struct SuiteProgress: Hashable, Sendable {
    /// Points measured.
    package var pointsDone: Int
    /// Points in all.
    package var pointCount: Int
    /// The share of the work that is done, roughly, 0...1.
    package var share: Double
    /// What is being done.
    package var activity: String
}

extension Duration {
    /// In seconds, to a tenth.
    fileprivate var tenths: Double {
        (inSeconds * 10).rounded() / 10
    }
}
