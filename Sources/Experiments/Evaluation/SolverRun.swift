import Dispatch
import NPIKit
import Scratchpads
import Synchronization

/// Many problems on their way to being solved, some on each core.
///
///     var run = solvers.run(of: problems)
///     while !run.isFinished { try run.advance(for: .seconds(1)) }
///     run.results
package struct SolverRun: Sendable {
    /// How many problems a core has under way at once: enough that reading the weights no longer counts, few enough that what
    /// belongs to each stays near the core.
    private static let batchSize = 64

    private let problems: [Problem]
    private let stepLimit: @Sendable (Problem) -> Int?
    private var batches: [ProblemBatch]
    private var found: [RunResult?]
    /// The problems that nobody has begun.
    private var queue: Range<Int>
    /// How many have been solved, rightly or not.
    package private(set) var count = 0

    init(_ problems: [Problem], by predictors: [any StepPredictor], stepLimit: @escaping @Sendable (Problem) -> Int?) {
        self.problems = problems
        self.stepLimit = stepLimit
        batches = predictors.map(ProblemBatch.init)
        found = Array(repeating: nil, count: problems.count)
        queue = problems.indices
    }

    /// Whether all problems have been solved, rightly or not.
    package var isFinished: Bool { count == problems.count }

    /// The part of the problems' events that have been made, 0...1, where each took as many as it may.
    var share: Double {
        let underWay = batches.reduce(0) { $0 + $1.share }
        return problems.isEmpty ? 1 : (Double(count) + underWay) / Double(problems.count)
    }

    /// A result for each problem that has been solved, in their order.
    package var results: [RunResult] { found.compactMap(\.self) }

    /// Goes on for `duration`, or to the end where there is none.
    ///
    /// - Throws: ``StepPredictorError`` or ``ProgramLibraryError`` if the model was not made for such problems.
    package mutating func advance(for duration: Duration? = nil) throws {
        let end = duration.map { ContinuousClock.now + $0 }
        let coreCount = min(batches.count, problems.count)
        let shared = Mutex(self)
        let failure = Mutex<(any Error)?>(nil)
        // What is under way is never in two places at once, or going on would copy all of it.
        batches = []
        DispatchQueue.concurrentPerform(iterations: coreCount) { core in
            var batch = shared.withLock { $0.takeBatch(core) }
            do {
                while true {
                    let count = batch.count
                    for problem in shared.withLock({ $0.takeShare(beside: count) }) { try batch.begin(problem) }
                    guard !batch.isEmpty else { break }
                    let ended = batch.step()
                    if !ended.isEmpty { shared.withLock { $0.keep(ended) } }
                    if let end, ContinuousClock.now > end { break }
                }
            } catch {
                failure.withLock { $0 = $0 ?? error }
            }
            shared.withLock { [batch] in $0.batches[core] = batch }
        }
        self = shared.withLock { $0 }
        if let error = failure.withLock({ $0 }) { throw error }
    }

    private mutating func takeBatch(_ core: Int) -> ProblemBatch {
        let batch = batches[core]
        batches[core] = ProblemBatch(batch.predictor)
        return batch
    }

    private mutating func keep(_ ended: [(place: Int, result: RunResult)]) {
        for run in ended { found[run.place] = run.result }
        count += ended.count
    }

    /// Takes a core's share of the problems that nobody has begun, where it has `count` under way.
    private mutating func takeShare(beside count: Int) -> [ProblemBatch.Entry] {
        // No more than the others can have as well, and no fewer the next time, so that all are done at about the same time.
        let share = (queue.count + count + batches.count - 1) / batches.count
        let rounds = max((share + Self.batchSize - 1) / Self.batchSize, 1)
        let taken = queue.prefix(max((share + rounds - 1) / rounds - count, 0))
        queue = taken.upperBound..<queue.upperBound
        return taken.map {
            ProblemBatch.Entry(place: $0, problem: problems[$0], stepLimit: stepLimit(problems[$0]))
        }
    }
}
