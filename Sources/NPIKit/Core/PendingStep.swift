/// A step of one of many runs that waits to be evaluated with those of the others: what a predictor is given and gives back.
///
/// It is a buffer that the caller keeps, so that a step allocates nothing.
public struct PendingStep: Sendable {
    /// The encoder of the world.
    public var encoder: String
    /// What the world shows.
    public var observation: Observation
    /// The frame's program.
    public var program: ProgramID
    /// The frame's arguments.
    public var arguments: Arguments
    /// The frame's state before the step.
    public var state: [Float]
    /// Receives the state after the step.
    public var next: [Float]
    /// Receives what is said of the step.
    public var prediction: Prediction

    /// A buffer that nothing has been lent to.
    public init() {
        encoder = ""
        observation = Observation()
        program = ProgramID(rawValue: 0)
        arguments = .none
        state = []
        next = []
        prediction = Prediction(programCount: 0)
    }
}
