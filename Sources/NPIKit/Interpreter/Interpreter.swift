/// The machine that runs programs: an explicit stack of frames over an environment.
///
/// Reed & de Freitas 2016, algorithm 1, with two decisions: the end probability is tested first, so a frame may return
/// without a call; and an action costs no evaluation of its own.
///
///     var interpreter = try Interpreter(network, in: pad, running: add)
///     while let event = interpreter.step() { print(event) }
///
/// The invariant: each evaluation of the network gives exactly one event, and the first event is the call of the top
/// program, which needs none.
public struct Interpreter<World: Environment>: Sendable {
    /// The environment now.
    public private(set) var world: World
    /// The open frames, the top program first. Empty before the first event and after the last.
    public private(set) var frames: [Frame] = []
    /// How many floats the states of the open frames have together.
    public private(set) var stateCount = 0
    /// How many events there have been.
    public private(set) var eventCount = 0
    /// Says what comes next.
    public private(set) var predictor: any StepPredictor

    private let encoder: String
    private let program: ProgramID
    private let arguments: Arguments

    private var observation: Observation
    private var predicted: Prediction
    private var nextState: [Float]
    private var isPredicted = false
    private var spareStates: [[Float]] = []

    /// Prepares to run `program` in `world`.
    ///
    /// - Throws: ``StepPredictorError`` if the predictor was not made for such a world.
    public init(
        _ predictor: any StepPredictor, in world: World, running program: ProgramID, arguments: Arguments = .none
    ) throws(StepPredictorError) {
        let spec = world.observationSpec
        try predictor.check(spec)
        self.world = world
        self.predictor = predictor
        self.encoder = spec.encoder
        self.program = program
        self.arguments = arguments
        self.observation = Observation(for: spec)
        self.predicted = Prediction(programCount: predictor.library.count)
        self.nextState = Array(repeating: 0, count: predictor.stateSize)
    }

    /// Goes on with a run from a point in its past.
    ///
    /// - Parameters:
    ///   - frames: The frames that were open there, as ``frames`` gave them.
    ///   - eventCount: How many events there had been.
    ///   - world: The environment as it was there.
    /// - Throws: ``StepPredictorError`` if the predictor was not made for such a world.
    public init(
        _ predictor: any StepPredictor, in world: World, running program: ProgramID, arguments: Arguments = .none,
        resuming frames: [Frame], after eventCount: Int
    ) throws(StepPredictorError) {
        let sizes = [predictor.stateSize, predictor.uncached.stateSize]
        precondition(frames.allSatisfy { sizes.contains($0.state.count) }, "frames of another predictor")
        try self.init(predictor, in: world, running: program, arguments: arguments)
        self.frames = frames
        stateCount = frames.reduce(0) { $0 + $1.state.count }
        self.eventCount = eventCount
    }

    /// Whether the top program has returned.
    public var isHalted: Bool { eventCount > 0 && frames.isEmpty }

    /// What the network says of the next event, or nil where the next event needs no evaluation: before the first one
    /// and after the last.
    ///
    /// Asking twice evaluates once.
    public mutating func predict() -> Prediction? {
        guard !frames.isEmpty else { return nil }
        evaluate()
        return predicted
    }

    /// Makes the next event, or returns nil when the run has halted.
    public mutating func step() -> Event? {
        guard !frames.isEmpty else {
            guard eventCount == 0 else { return nil }
            open(program, arguments)
            return .call(program, arguments)
        }
        evaluate()
        return take(predicted.decision)
    }

    /// Makes `decision` the next event in place of what the network would have chosen, for a person's "what if".
    ///
    /// The network still evaluates the step, so that the frame's state goes on as if it had chosen so itself.
    public mutating func force(_ decision: Decision) -> Event? {
        guard !frames.isEmpty else { return nil }
        evaluate()
        return take(decision)
    }

    /// Changes the environment from outside, for a person's "what if".
    public mutating func edit<Result>(_ change: (inout World) throws -> Result) rethrows -> Result {
        isPredicted = false
        return try change(&world)
    }

    /// Lends what the next event is evaluated from to `step`, for ``StepPredictor/predict(_:count:)``. Nothing but
    /// ``takeBack(_:)`` may follow.
    ///
    /// - Returns: Whether it was lent: false before the first event and after the last, and where it is known already.
    public mutating func lend(to step: inout PendingStep) -> Bool {
        guard !frames.isEmpty, !isPredicted else { return false }
        look()
        step.encoder = encoder
        step.program = frames[frames.count - 1].program
        step.arguments = frames[frames.count - 1].arguments
        exchange(&step)
        return true
    }

    /// Takes back what was lent to `step`, which has been evaluated meanwhile.
    public mutating func takeBack(_ step: inout PendingStep) {
        exchange(&step)
        isPredicted = true
    }

    private mutating func exchange(_ step: inout PendingStep) {
        swap(&observation, &step.observation)
        swap(&frames[frames.count - 1].state, &step.state)
        swap(&nextState, &step.next)
        swap(&predicted, &step.prediction)
    }

    private mutating func look() {
        world.observe(into: &observation)
        if !observation.pixels.isEmpty { world.look(into: &observation.pixels) }
    }

    private mutating func evaluate() {
        guard !isPredicted else { return }
        let top = frames.count - 1
        look()
        predictor.predict(
            encoder: encoder, observation: observation, program: frames[top].program,
            arguments: frames[top].arguments, from: frames[top].state, to: &nextState, into: &predicted)
        isPredicted = true
    }

    private mutating func take(_ decision: Decision) -> Event {
        let top = frames.count - 1
        isPredicted = false
        if decision == .end {
            let frame = frames.removeLast()
            stateCount -= frame.state.count
            if frame.state.count == predictor.stateSize { spareStates.append(frame.state) }
            eventCount += 1
            return .return(frame.program)
        }
        stateCount += nextState.count - frames[top].state.count
        swap(&frames[top].state, &nextState)
        frames[top].step += 1
        switch decision {
        case .call(let program, let arguments):
            open(program, arguments)
            return .call(program, arguments)
        case .act(let arguments):
            eventCount += 1
            return .act(arguments, world.perform(arguments))
        case .end:
            preconditionFailure("handled above")
        }
    }

    private mutating func open(_ program: ProgramID, _ arguments: Arguments) {
        var state = spareStates.popLast() ?? Array(repeating: 0, count: predictor.stateSize)
        for index in state.indices { state[index] = 0 }
        stateCount += state.count
        frames.append(Frame(program: program, arguments: arguments, step: 0, state: state))
        eventCount += 1
    }
}
