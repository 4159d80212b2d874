import NPIKit
import Scratchpads

/// A network's run of a problem, on its way.
struct ProblemRun: Sendable {
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

    /// The part of the events that it may make, 0...1.
    var share: Double { Double(interpreter.eventCount) / Double(max(stepLimit, 1)) }

    /// Makes the next event; false where there is none, or none is allowed any more.
    mutating func step() -> Bool {
        interpreter.eventCount < stepLimit && interpreter.step() != nil
    }

    /// Goes on to where `predictor` has to evaluate a step that it does not know, and lends `step` what it is to be evaluated from.
    ///
    /// - Returns: Whether there is such a step; else the run has ended.
    mutating func goOn(to step: inout PendingStep, knownTo predictor: inout any StepPredictor) -> Bool {
        while interpreter.eventCount < stepLimit {
            if interpreter.lend(to: &step) {
                guard predictor.recall(&step) else { return true }
                interpreter.takeBack(&step)
            }
            if interpreter.step() == nil { return false }
        }
        return false
    }

    /// Takes back what was lent, with the network's answer.
    mutating func takeBack(_ step: inout PendingStep) {
        interpreter.takeBack(&step)
    }
}
