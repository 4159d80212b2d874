import NPIKit
import Testing

@Suite("Evaluating one step")
struct NetworkPredictorTests {
    func predict(
        _ predictor: inout NetworkPredictor, from state: [Float]? = nil, arguments: Arguments = .none
    ) -> (prediction: Prediction, state: [Float]) {
        let state = state ?? [Float](repeating: 0, count: predictor.stateSize)
        var next = state
        var prediction = Prediction(programCount: predictor.library.count)
        var observation = Observation(for: LampRow.spec)
        LampRow(colours: [2, 1]).observe(into: &observation)
        predictor.predict(
            encoder: "lamps", observation: observation, program: LampExpert.tidy, arguments: arguments, from: state,
            to: &next, into: &prediction)
        return (prediction, next)
    }

    @Test("probabilities sum to one, and the decision follows from them")
    func probabilities() {
        for seed in 0..<20 {
            var predictor = NetworkPredictor(.lamps(seed: UInt64(seed)))
            let prediction = predict(&predictor).prediction
            #expect((0...1).contains(prediction.end))
            #expect(abs(prediction.programs.reduce(0, +) - 1) < 1e-6)
            for index in 0..<3 {
                let row = (0..<10).map { prediction.argument(index, is: $0) }
                #expect(abs(row.reduce(0, +) - 1) < 1e-6)
            }
            let best = prediction.programs.firstIndex(of: prediction.programs.max() ?? 0)
            switch prediction.decision {
            case .end: #expect(prediction.end >= 0.5)
            case .act(let arguments):
                #expect(prediction.end < 0.5 && best == 3)
                for index in 0..<3 {
                    let chosen = prediction.argument(index, is: arguments[index])
                    #expect((0..<10).allSatisfy { prediction.argument(index, is: $0) <= chosen })
                }
            case .call(let program, _): #expect(prediction.end < 0.5 && best == program.rawValue)
            }
        }
    }

    @Test("the same step gives the same bits, whatever was evaluated in between, also in a copy")
    func scratch() {
        var predictor = NetworkPredictor(.lamps())
        let first = predict(&predictor)
        _ = predict(&predictor, from: first.state, arguments: Arguments(9, 9, 9))
        var copy = predictor
        _ = predict(&copy, from: first.state)
        for again in [predict(&predictor), predict(&copy)] {
            #expect(again.state == first.state)
            #expect(again.prediction.programs == first.prediction.programs)
            #expect(again.prediction.end == first.prediction.end)
        }
    }

    /// Numbers that change no sum, but are no zeros.
    private static let least = Float.leastNonzeroMagnitude

    @Test("a new frame's step, which reads no recurrent weights, gives the bits of one that reads them")
    func newFrames() {
        for configuration in [NetworkConfiguration.small, NetworkConfiguration()] {
            var predictor = NetworkPredictor(.lamps(configuration))
            let zeros = [Float](repeating: 0, count: predictor.stateSize)
            let new = predict(&predictor, from: zeros)
            let other = predict(&predictor, from: zeros.map { _ in Self.least })
            #expect(new.state == other.state)
            #expect(new.prediction == other.prediction)
        }
    }

    @Test("so it does among others, in any order")
    func newFramesAmongOthers() {
        var predictor = NetworkPredictor(.lamps())
        let zeros = [Float](repeating: 0, count: predictor.stateSize)
        let states = [zeros, predict(&predictor, from: zeros).state, zeros.map { _ in Self.least }, zeros]
        for places in [[0, 1, 2, 3], [1, 0, 3, 2, 1, 1, 0], [1, 2, 1], [0, 3], [1, 1, 1, 0]] {
            var steps = places.map { place in
                var step = PendingStep()
                step.encoder = "lamps"
                step.observation = Observation(for: LampRow.spec)
                step.arguments = Arguments(place, 0, 0)
                step.state = states[place]
                step.next = zeros
                step.prediction = Prediction(programCount: predictor.library.count)
                return step
            }
            predictor.predict(&steps, count: steps.count)
            for (step, place) in zip(steps, places) {
                var alone = step
                predictor.predict(&alone)
                #expect(step.state == states[place] && step.arguments[0] == place)
                #expect(step.next == alone.next)
                #expect(step.prediction == alone.prediction)
            }
        }
    }

    @Test("what is seen, the arguments and the state all matter")
    func inputs() {
        var predictor = NetworkPredictor(.lamps())
        let first = predict(&predictor)
        #expect(predict(&predictor, arguments: Arguments(0, 0, 1)).state != first.state)
        #expect(predict(&predictor, from: first.state).state != first.state)
    }

    @Test("worlds that it was not made for are refused, with what it has")
    func check() throws {
        let predictor = NetworkPredictor(.lamps())
        #expect(throws: Never.self) { try predictor.check(LampRow.spec) }
        let other = ObservationSpec(encoder: "cats", fields: LampRow.spec.fields)
        #expect(throws: StepPredictorError.unknownEncoder("cats", known: ["lamps"])) { try predictor.check(other) }
        let changed = ObservationSpec(encoder: "lamps", fields: [.init("COLOUR", size: 5), .init("LAST", size: 2)])
        #expect(throws: StepPredictorError.fieldsDiffer(encoder: "lamps")) { try predictor.check(changed) }
        #expect(
            StepPredictorError.unknownEncoder("cats", known: ["mice", "dogs"]).description
                == "the model has no encoder for cats; it has dogs, mice")
    }
}
