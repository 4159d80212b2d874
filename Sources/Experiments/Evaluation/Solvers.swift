import Dispatch
import Foundation
package import NPIKit
package import Scratchpads
import Synchronization

/// A network that solves many problems at once, one on each core.
///
/// What comes out is the same as one by one: a run depends on nothing but its problem, and each core looks up only what the
/// network has said before, to the bit.
package struct Solvers: Sendable {
    /// One for each core: what they remember is their own, so that none waits for another.
    private let predictors: [any StepPredictor]

    /// A network on every core of the machine.
    package init(_ network: Network) {
        let count = max(ProcessInfo.processInfo.activeProcessorCount, 1)
        predictors = (0..<count).map { _ in CachedPredictor(network) }
    }

    /// One predictor, which solves one problem after the other.
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
        let next = Mutex(0)
        let results = Mutex([Result<RunResult, any Error>?](repeating: nil, count: problems.count))
        DispatchQueue.concurrentPerform(iterations: min(predictors.count, problems.count)) { worker in
            while true {
                let index = next.withLock { next in
                    defer { next += 1 }
                    return next
                }
                guard index < problems.count else { return }
                let problem = problems[index]
                let result = Result {
                    try RunResult(of: problem, by: predictors[worker], stepLimit: stepLimit(problem))
                }
                results.withLock { $0[index] = result }
            }
        }
        return try results.withLock { try $0.compactMap { try $0?.get() } }
    }
}
