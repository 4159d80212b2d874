public import NPIKit

/// How a network's run of a problem ended.
public struct Outcome: Hashable, Sendable {
    /// Whether the top program returned within the step limit.
    public var halted: Bool
    /// What stood in the environment as the output.
    public var output: String
    /// Whether it halted with the right output.
    public var isCorrect: Bool
    /// How many events there were.
    public var eventCount: Int

    /// Lets the network alone run `problem`.
    ///
    /// - Parameter stepLimit: After how many events it is stopped; nil means the problem's own limit.
    /// - Throws: ``StepPredictorError`` or ``ProgramLibraryError`` if the model was not made for such problems.
    public init(of problem: Problem, by predictor: any StepPredictor, stepLimit: Int? = nil) throws {
        let program = try predictor.library.require(problem.program)
        var interpreter = try Interpreter(
            predictor, in: problem.makeWorld(), running: program, arguments: problem.arguments)
        let limit = stepLimit ?? problem.defaultStepLimit
        while interpreter.eventCount < limit, interpreter.step() != nil {}
        halted = interpreter.isHalted
        output = problem.output(of: interpreter.world)
        isCorrect = halted && problem.isCorrect(interpreter.world)
        eventCount = interpreter.eventCount
    }
}
