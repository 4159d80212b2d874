package import NPIKit
package import Scratchpads

/// How a network's run of a problem ended.
package struct RunResult: Hashable, Sendable {
    /// Whether the top program returned within the step limit.
    package var halted: Bool
    /// What stood in the environment as the output.
    package var output: String
    /// Whether it halted with the right output.
    package var isCorrect: Bool
    /// How many events there were.
    package var eventCount: Int

    /// How `interpreter`'s run of `problem` has ended, or stands.
    init(of problem: Problem, _ interpreter: Interpreter<AnyScratchpad>) {
        halted = interpreter.isHalted
        output = problem.output(of: interpreter.world)
        isCorrect = halted && problem.isCorrect(interpreter.world)
        eventCount = interpreter.eventCount
    }

    /// Lets the network alone run `problem`.
    ///
    /// - Parameter stepLimit: After how many events it is stopped; nil means the problem's own limit.
    /// - Throws: ``StepPredictorError`` or ``ProgramLibraryError`` if the model was not made for such problems.
    package init(of problem: Problem, by predictor: any StepPredictor, stepLimit: Int? = nil) throws {
        var run = try ProblemRun(of: problem, by: predictor, stepLimit: stepLimit)
        while run.step() {}
        self = run.result
    }
}
