package import NPIKit

/// Plays a network that calls and acts at random, yet always the same in the same frame, state and world: whatever a run
/// may look like, it makes it.
package struct RandomPredictor: StepPredictor {
    /// TOP and four more, and ACT.
    package let library: ProgramLibrary
    /// Three floats: the step, and two that remember what was seen.
    package let stateSize = 3

    private let seed: UInt64
    private let callRate: Float
    private let returnRate: Float

    /// Makes the predictor.
    ///
    /// - Parameters:
    ///   - seed: Chooses among all such networks.
    ///   - names: The programs, the top one first. ACT is added.
    ///   - callRate: How often it calls rather than acts.
    ///   - returnRate: How often it returns.
    package init(
        seed: UInt64, names: [String] = ["ADD", "ADD1", "CARRY", "LSHIFT"], callRate: Float = 0.4,
        returnRate: Float = 0.35
    ) {
        do {
            library = try ProgramLibrary(names: names + [ProgramLibrary.act])
        } catch {
            preconditionFailure("\(error)")
        }
        self.seed = seed
        self.callRate = callRate
        self.returnRate = returnRate
    }

    /// Knows every world.
    package func check(_ spec: ObservationSpec) throws(StepPredictorError) {}

    /// Draws probabilities from all that it is given.
    package mutating func predict(
        encoder: String, observation: Observation, program: ProgramID, arguments: Arguments,
        from state: [Float], to next: inout [Float], into prediction: inout Prediction
    ) {
        var hash = seed
        func mix(_ value: UInt64) {
            var generator = SplitMix(seed: hash ^ value &* 0x2545_F491_4F6C_DD1D)
            hash = generator.next()
        }
        mix(UInt64(program.rawValue))
        for value in arguments.values { mix(UInt64(value)) }
        for value in observation.categories { mix(UInt64(value)) }
        for value in state { mix(UInt64(value.bitPattern)) }
        var generator = SplitMix(seed: hash)
        next[0] = state[0] + 1
        next[1] = Float.random(in: 0..<1, using: &generator)
        next[2] = state[1]

        prediction.end = Float.random(in: 0..<1, using: &generator) < returnRate ? 0.75 : 0.25
        prediction.end += Float.random(in: -0.2...0.2, using: &generator)
        fill(&prediction.programs, 0..<library.count, using: &generator)
        let act = library.count - 1
        let isCall = Float.random(in: 0..<1, using: &generator) < callRate
        prediction.programs[isCall ? Int.random(in: 0..<act, using: &generator) : act] += 1
        for index in prediction.programs.indices { prediction.programs[index] /= 2 }
        for index in 0..<Arguments.count {
            let row = index * Arguments.valueCount
            fill(&prediction.arguments, row..<row + Arguments.valueCount, using: &generator)
        }
        prediction.decision = prediction.likeliest(act: act)
    }

    private func fill(_ chances: inout [Float], _ range: Range<Int>, using generator: inout SplitMix) {
        var sum: Float = 0
        for index in range {
            let chance = Float.random(in: 0.001..<1, using: &generator)
            chances[index] = chance * chance * chance
            sum += chances[index]
        }
        for index in range { chances[index] /= sum }
    }
}

extension Prediction {
    fileprivate func likeliest(act: Int) -> Decision {
        guard end < 0.5 else { return .end }
        func best(_ chances: ArraySlice<Float>) -> Int {
            chances.indices.max { chances[$0] < chances[$1] }! - chances.startIndex
        }
        let row = best(programs[...])
        let values = (0..<Arguments.count).map { index in
            best(arguments[index * Arguments.valueCount..<(index + 1) * Arguments.valueCount])
        }
        let chosen = Arguments(values[0] % 4, values[1] % 3, values[2])
        return row == act ? .act(chosen) : .call(ProgramID(rawValue: row), chosen)
    }
}
