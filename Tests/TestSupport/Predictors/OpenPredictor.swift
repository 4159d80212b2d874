public import NPIKit
public import Scratchpads

/// Plays a network that can be looked into: it decides as ``ExpertPredictor`` does, and has a state and a program memory
/// of made-up numbers, the same on every machine.
public struct OpenPredictor: StepPredictor {
    /// The program memory.
    public let memory: ProgramMemory?
    /// The programs of the task.
    public var library: ProgramLibrary { expert.library }
    /// h and c of two layers.
    public var stateSize: Int { expert.stateSize }

    private var expert: ExpertPredictor

    /// Makes the predictor, with `hiddenSize` units in each layer.
    public init(_ task: TaskName, hiddenSize: Int = 256) {
        expert = ExpertPredictor([task], stateSize: 4 * hiddenSize)
        memory = ProgramMemory(
            library: expert.library,
            keys: (0..<expert.library.count).map { Self.numbers(32, seed: $0) },
            embeddings: (0..<expert.library.count).map { Self.numbers(256, seed: 100 + $0) },
            headWeight: Self.numbers(32 * hiddenSize, seed: 7), headBias: Self.numbers(32, seed: 8))
    }

    /// Knows the environment of its task.
    public func check(_ spec: ObservationSpec) throws(StepPredictorError) {
        try expert.check(spec)
    }

    /// Decides as the expert; the state is of numbers that depend on the program and the step.
    public mutating func predict(
        encoder: String, observation: Observation, program: ProgramID, arguments: Arguments,
        from state: [Float], to next: inout [Float], into prediction: inout Prediction
    ) {
        expert.predict(
            encoder: encoder, observation: observation, program: program, arguments: arguments, from: state, to: &next,
            into: &prediction)
        let numbers = Self.numbers(next.count, seed: program.rawValue * 64 + Int(state[0]))
        for place in 1..<next.count { next[place] = 0.75 * numbers[place] + 0.25 * state[place] }
    }

    /// Numbers between -1 and 1 in steps of 1/128.
    private static func numbers(_ count: Int, seed: Int) -> [Float] {
        var generator = SplitMix(seed: UInt64(seed))
        return (0..<count).map { _ in Float(Int(generator.next() >> 56) - 128) / 128 }
    }
}
