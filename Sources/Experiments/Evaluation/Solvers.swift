import Foundation
package import NPIKit
package import Scratchpads

/// A network that solves many problems at once, some on each core.
///
/// What comes out is the same as one by one: a run depends on nothing but its problem, and each core looks up only what the
/// network has said before, to itself or to another core, to the bit.
package struct Solvers: Sendable {
    /// One for each core.
    private let predictors: [any StepPredictor]

    /// How many cores the machine has.
    package static let coreCount = max(ProcessInfo.processInfo.activeProcessorCount, 1)

    /// A network on every core of the machine.
    package init(_ network: Network) {
        self.init(onEachCore: CachedPredictor(network))
    }

    /// A copy of `predictor` on every core of the machine; they share what they remember.
    package init(onEachCore predictor: any StepPredictor) {
        predictors = Array(repeating: predictor, count: Self.coreCount)
    }

    /// One predictor on one core.
    package init(_ predictor: any StepPredictor) {
        predictors = [predictor]
    }

    /// A predictor for each core.
    package init(_ predictors: [any StepPredictor]) {
        precondition(!predictors.isEmpty, "problems are solved on one core or more")
        self.predictors = predictors
    }

    /// Runs `problems`.
    ///
    /// - Parameter stepLimit: After how many events a run is stopped; nil means the problem's own limit.
    /// - Returns: A result for each, in their order.
    /// - Throws: ``StepPredictorError`` or ``ProgramLibraryError`` if the model was not made for such problems.
    package func results(
        of problems: [Problem], stepLimit: @escaping @Sendable (Problem) -> Int? = { _ in nil }
    ) throws -> [RunResult] {
        var run = run(of: problems, stepLimit: stepLimit)
        try run.advance()
        return run.results
    }

    /// Prepares to run `problems`, as ``results(of:stepLimit:)`` does.
    package func run(
        of problems: [Problem], stepLimit: @escaping @Sendable (Problem) -> Int? = { _ in nil }
    ) -> SolverRun {
        SolverRun(problems, by: predictors, stepLimit: stepLimit)
    }
}
