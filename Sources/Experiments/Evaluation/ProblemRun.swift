import NPIKit
import Scratchpads

/// A network's run of a problem, on its way.
struct ProblemRun {
    private let problem: Problem
    private let stepLimit: Int
    private var interpreter: Interpreter<AnyScratchpad>

    /// Prepares a run.
    ///
    /// - Parameter stepLimit: After how many events it is stopped; nil means the problem's own limit.
    /// - Throws: ``StepPredictorError`` or ``ProgramLibraryError`` if the model was not made for such problems.
    init(of problem: Problem, by predictor: any StepPredictor, stepLimit: Int?) throws {
        self.problem = problem
        self.stepLimit = stepLimit ?? problem.defaultStepLimit
        interpreter = try Interpreter(
            predictor, in: problem.makeWorld(), running: try predictor.library.require(problem.program),
            arguments: problem.arguments)
    }

    /// How it has ended, or stands.
    var result: RunResult { RunResult(of: problem, interpreter) }

    /// Makes the next event; false where there is none, or none is allowed any more.
    mutating func step() -> Bool {
        interpreter.eventCount < stepLimit && interpreter.step() != nil
    }

    /// Goes on to where the network has to be asked, and lends `step` what it is asked.
    ///
    /// - Returns: Whether there is such a place; else the run has ended.
    mutating func goOn(to step: inout PendingStep) -> Bool {
        while interpreter.eventCount < stepLimit {
            if interpreter.lend(to: &step) { return true }
            if interpreter.step() == nil { return false }
        }
        return false
    }

    /// Takes back what was lent, with the network's answer.
    mutating func takeBack(_ step: inout PendingStep) {
        interpreter.takeBack(&step)
    }
}
