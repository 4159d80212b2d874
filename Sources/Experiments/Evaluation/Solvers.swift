import Dispatch
import Foundation
package import NPIKit
package import Scratchpads
import Synchronization

/// A network that solves many problems at once, some on each core.
///
/// What comes out is the same as one by one: a run depends on nothing but its problem, and each core looks up only what the
/// network has said before, to the bit.
package struct Solvers: Sendable {
    /// One for each core: what they remember is their own, so that none waits for another.
    private let predictors: [any StepPredictor]

    /// How many problems a core has under way at once: enough that reading the weights no longer counts, few enough that what
    /// belongs to each stays near the core.
    private static let batchSize = 24

    /// A network on every core of the machine.
    package init(_ network: Network) {
        let count = max(ProcessInfo.processInfo.activeProcessorCount, 1)
        predictors = (0..<count).map { _ in CachedPredictor(network) }
    }

    /// One predictor on one core.
    package init(_ predictor: any StepPredictor) {
        predictors = [predictor]
    }

    /// Runs `problems`.
    ///
    /// - Parameter stepLimit: After how many events a run is stopped; nil means the problem's own limit.
    /// - Returns: A result for each, in their order.
    /// - Throws: ``StepPredictorError`` or ``ProgramLibraryError`` if the model was not made for such problems.
    package func results(
        of problems: [Problem], stepLimit: @Sendable (Problem) -> Int? = { _ in nil }
    ) throws -> [RunResult] {
        let queue = Mutex(0..<problems.count)
        let results = Mutex([RunResult?](repeating: nil, count: problems.count))
        let failure = Mutex<(any Error)?>(nil)
        DispatchQueue.concurrentPerform(iterations: min(predictors.count, problems.count)) { worker in
            var batch = ProblemBatch(predictors[worker])
            do {
                while true {
                    let places = queue.withLock { takeShare(of: &$0, beside: batch.count) }
                    for place in places {
                        try batch.begin(problems[place], at: place, stepLimit: stepLimit(problems[place]))
                    }
                    guard !batch.isEmpty else { return }
                    let ended = batch.step()
                    if !ended.isEmpty { results.withLock { for run in ended { $0[run.place] = run.result } } }
                }
            } catch {
                failure.withLock { $0 = $0 ?? error }
            }
        }
        if let error = failure.withLock({ $0 }) { throw error }
        return results.withLock { $0.compactMap(\.self) }
    }

    /// Takes a core's share of the problems in `queue` that nobody has taken, where it has `count` under way.
    private func takeShare(of queue: inout Range<Int>, beside count: Int) -> Range<Int> {
        // No more than the others can have as well, so that all are done at about the same time.
        let share = (queue.count + count + predictors.count - 1) / predictors.count
        let taken = queue.prefix(max(min(share, Self.batchSize) - count, 0))
        queue = taken.upperBound..<queue.upperBound
        return taken
    }
}
