package import NPIKit
package import Scratchpads

/// Plays a network that can be looked into: it decides as ``ExpertPredictor`` does, and has a state and a program memory
/// of made-up numbers, the same on every machine.
package struct OpenPredictor: StepPredictor {
    /// The program memory.
    package let memory: ProgramMemory?
    /// The programs of the task.
    package var library: ProgramLibrary { expert.library }
    /// h and c of two layers.
    package var stateSize: Int { expert.stateSize }

    private var expert: ExpertPredictor

    /// Makes the predictor, with `hiddenSize` units in each layer.
    package init(_ task: TaskDefinition, hiddenSize: Int = 256) {
        expert = ExpertPredictor([task], stateSize: 4 * hiddenSize)
        memory = ProgramMemory(
            library: expert.library,
            keys: (0..<expert.library.count).map { Self.numbers(32, seed: $0) },
            embeddings: (0..<expert.library.count).map { Self.numbers(256, seed: 100 + $0) },
            headWeight: Self.numbers(32 * hiddenSize, seed: 7), headBias: Self.numbers(32, seed: 8))
    }

    /// Knows the environment of its task.
    package func check(_ spec: ObservationSpec) throws(StepPredictorError) {
        try expert.check(spec)
    }

    /// Decides as the expert; the state is of numbers that depend on the program and the step.
    package mutating func predict(
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
