/// Something that says what a frame does next: the trained network, or a stand-in for it in tests.
///
/// A predictor is a value that holds its own scratch memory, so that a step allocates nothing.
public protocol StepPredictor: Sendable {
    /// The programs that it can call.
    var library: ProgramLibrary { get }

    /// How many floats a new frame has between steps: for the network, h and c of each LSTM layer.
    var stateSize: Int { get }

    /// What it remembers of its programs; nil for what is no network, whose frames' states mean nothing to others.
    var memory: ProgramMemory? { get }

    /// What evaluates each step, where this only remembers what was said; else itself.
    var uncached: any StepPredictor { get }

    /// The state that ``uncached`` has in a frame whose state here is `state`.
    func uncachedState(of state: [Float]) -> [Float]

    /// Checks that worlds of this kind can be looked at.
    ///
    /// - Throws: ``StepPredictorError/unknownEncoder(_:known:)`` or ``StepPredictorError/fieldsDiffer(encoder:)``.
    func check(_ spec: ObservationSpec) throws(StepPredictorError)

    /// Evaluates one step of a frame.
    ///
    /// - Parameters:
    ///   - encoder: The encoder of the world, as named by its ``ObservationSpec``; checked before.
    ///   - observation: What the world shows.
    ///   - program: The frame's program.
    ///   - arguments: The frame's arguments.
    ///   - state: The frame's state before the step, `stateSize` floats, zeros in a new frame.
    ///   - next: Receives the state after the step; `stateSize` floats, unless the predictor itself made it larger.
    ///   - prediction: Receives what is said of the next step.
    mutating func predict(
        encoder: String, observation: Observation, program: ProgramID, arguments: Arguments,
        from state: [Float], to next: inout [Float], into prediction: inout Prediction)

    /// Answers `step` from what was said before, without an evaluation; false where that is not known.
    mutating func recall(_ step: inout PendingStep) -> Bool

    /// Evaluates the first `count` of `steps`, of different runs: what comes out is what each alone would give.
    mutating func predict(_ steps: inout [PendingStep], count: Int)

    /// What the encoder says of the image in `observation` before anything else is computed from it: for each question the
    /// probabilities of its answers, such as those of a car's azimuth; nil where it says nothing.
    mutating func imageAnswers(encoder: String, observation: Observation) -> [[Float]]?
}

extension StepPredictor {
    /// No network, and nothing to be looked at.
    public var memory: ProgramMemory? { nil }

    /// Itself: it remembers nothing.
    public var uncached: any StepPredictor { self }

    /// The same.
    public func uncachedState(of state: [Float]) -> [Float] { state }

    /// Nothing is known.
    public mutating func recall(_ step: inout PendingStep) -> Bool { false }

    /// Nothing is said of images.
    public mutating func imageAnswers(encoder: String, observation: Observation) -> [[Float]]? { nil }

    /// One after the other.
    public mutating func predict(_ steps: inout [PendingStep], count: Int) {
        for index in 0..<count { predict(&steps[index]) }
    }

    /// Evaluates one step.
    package mutating func predict(_ step: inout PendingStep) {
        predict(
            encoder: step.encoder, observation: step.observation, program: step.program, arguments: step.arguments,
            from: step.state, to: &step.next, into: &step.prediction)
    }
}

/// Why a predictor cannot run in a world.
public enum StepPredictorError: Error, Equatable, CustomStringConvertible {
    /// The model was not trained for this environment.
    case unknownEncoder(String, known: [String])
    /// The model was trained for other fields than the environment shows.
    case fieldsDiffer(encoder: String)

    /// One line for the user.
    public var description: String {
        switch self {
        case .unknownEncoder(let name, let known):
            "the model has no encoder for \(name); it has \(known.sorted().joined(separator: ", "))"
        case .fieldsDiffer(let encoder):
            "the model's encoder for \(encoder) was trained on other fields than this version shows; train it anew"
        }
    }
}
