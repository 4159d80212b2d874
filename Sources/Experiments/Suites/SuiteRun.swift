package import NPIKit
import Scratchpads

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

    private let model: ModelFile.Contents?
    private let path: String?
    private let clock = ContinuousClock()
    private var work: Work?

    /// What is being done.
    private struct Work: Sendable {
        var subject: Int
        var learning: (any SuiteLearning)?
        var solver: Solver?
        var sitting: Sitting?
        var summary: [String: String] = [:]
        var trainingTime = Duration.zero
        var keptAt: ContinuousClock.Instant
    }

    /// A test under way.
    private struct Sitting: Sendable {
        var test: SuiteTest
        var problems: [Problem]
        var next = 0
        var tally = Tally()
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
    /// - Throws: ``SuiteResultsError`` if the file is not of this suite or cannot be written.
    package init(_ suite: Suite, model: ModelFile.Contents?, file path: String?) throws(SuiteResultsError) {
        self.suite = suite
        self.model = model
        self.path = path
        guard let path else {
            results = SuiteResults(SuiteResults.Header(suite, model: model?.sha256))
            return
        }
        results = try SuiteResults(reading: path, of: suite, model: model?.sha256)
        // Fails now rather than after an hour; a file that has everything is only read.
        if !isFinished { try results.write(to: path) }
    }

    /// Whether every point has been measured.
    package var isFinished: Bool { nextSubject == nil }

    private var nextSubject: Int? {
        suite.subjects.firstIndex { nextTest(of: $0) != nil }
    }

    private func nextTest(of subject: Subject) -> SuiteTest? {
        subject.tests.first { results.point(of: $0, for: subject) == nil }
    }

    /// Makes one update of a training, or solves a problem or a few.
    ///
    /// - Throws: ``SuiteResultsError`` or ``ModelFileError`` if something cannot be kept or taken up again.
    package mutating func advance() throws {
        guard let index = nextSubject else { return }
        if work?.subject != index { try begin(index) }
        if work?.learning != nil {
            try learn()
        } else {
            try test()
        }
    }

    /// Keeps what is under way.
    package func pause() throws(ModelFileError) {
        guard let work, let learning = work.learning, let checkpoint = checkpointPath(work.subject) else { return }
        try learning.checkpoint(to: checkpoint)
    }

    private func checkpointPath(_ subject: Int) -> String? {
        path.map { "\($0).\(suite.subjects[subject].id).checkpoint" }
    }

    private mutating func begin(_ index: Int) throws {
        var work = Work(subject: index, keptAt: clock.now)
        switch suite.subjects[index].course {
        case .given(let without):
            guard let network = model?.network else { preconditionFailure("the suite was laid out for a network") }
            work.solver = .programs(NetworkPredictor(network.removingPrograms(without)))
        case let course:
            let kept = checkpointPath(index).flatMap { FileStatus.exists($0) ? $0 : nil }
            work.learning = try course.learning(resuming: kept)
        }
        self.work = work
    }

    private mutating func learn() throws {
        let start = clock.now
        if !(work?.learning?.isFinished ?? true) { work?.learning?.advance() }
        let time = clock.now - start
        work?.trainingTime += time
        guard let index = work?.subject, let learning = work?.learning else { return }
        let isDue = clock.now - (work?.keptAt ?? start) > Self.checkpointInterval
        if learning.isFinished || isDue, let checkpoint = checkpointPath(index) {
            try learning.checkpoint(to: checkpoint)
            let now = clock.now
            work?.keptAt = now
        }
        guard learning.isFinished else { return }
        work?.solver = learning.solver
        work?.summary = learning.summary
        work?.learning = nil
    }

    private mutating func test() throws {
        guard let index = work?.subject, let solver = work?.solver else { return }
        let subject = suite.subjects[index]
        if work?.sitting == nil {
            guard let test = nextTest(of: subject) else { return }
            work?.sitting = Sitting(test: test, problems: test.makeProblems())
        }
        guard var sitting = work?.sitting else { return }
        let start = clock.now
        let end = min(sitting.next + solver.batchSize, sitting.problems.count)
        try solver.solve(sitting.problems[sitting.next..<end], into: &sitting.tally)
        sitting.next = end
        sitting.time += clock.now - start
        work?.sitting = sitting
        guard end == sitting.problems.count else { return }
        work?.sitting = nil
        results.points.append(point(sitting, of: subject))
        if let path { try results.write(to: path) }
        if nextTest(of: subject) == nil, let checkpoint = checkpointPath(index) { FileStatus.remove(checkpoint) }
    }

    private func point(_ sitting: Sitting, of subject: Subject) -> SuitePoint {
        let tally = sitting.tally
        return SuitePoint(
            subject: subject.id, series: subject.series, task: sitting.test.task, length: sitting.test.length,
            cars: sitting.test.cars, examples: subject.exampleCount, right: tally.right, count: sitting.test.count,
            tokenShare: tally.tokens > 0 ? Double(tally.rightTokens) / Double(tally.tokens) : nil,
            outputs: tally.tokens > 0 ? nil : tally.digest.text, training: work?.summary ?? [:],
            trainingSeconds: (work?.trainingTime ?? .zero).tenths, testSeconds: sitting.time.tenths)
    }
}

extension SuiteRun {
    /// How far the suite is.
    package var progress: SuiteProgress {
        var done = 0.0
        var total = 0.0
        for (index, subject) in suite.subjects.enumerated() {
            let measured = subject.tests.filter { results.point(of: $0, for: subject) != nil }
            let training = subject.course.expectedSeconds
            total += training + subject.tests.reduce(0) { $0 + $1.expectedSeconds }
            done += measured.reduce(0) { $0 + $1.expectedSeconds }
            let isCurrent = work?.subject == index
            done +=
                training
                * (isCurrent ? work?.learning?.share ?? 1 : measured.isEmpty ? 0 : 1)
            if isCurrent, let sitting = work?.sitting {
                done += sitting.test.expectedSeconds * Double(sitting.next) / Double(sitting.problems.count)
            }
        }
        return SuiteProgress(
            pointsDone: results.points.count, pointCount: suite.pointCount,
            share: isFinished ? 1 : min(done / max(total, 1e-9), 1), activity: activity)
    }

    private var activity: String {
        guard let work else { return "" }
        let subject = suite.subjects[work.subject]
        if let learning = work.learning { return "training \(subject.title): \(Int(learning.share * 100)) %" }
        guard let sitting = work.sitting else { return "testing \(subject.title)" }
        return "testing \(subject.title), \(sitting.test.task.rawValue) of length \(sitting.test.length): "
            + "\(sitting.next) of \(sitting.test.count)"
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
        let seconds = Double(components.seconds) + Double(components.attoseconds) * 1e-18
        return (seconds * 10).rounded() / 10
    }
}
