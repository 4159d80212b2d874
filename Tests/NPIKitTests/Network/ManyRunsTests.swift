import NPIKit
import Support
import Testing

@Suite("Evaluating the steps of many runs together")
struct ManyRunsTests {
    /// A run, with what was said before each event.
    private struct Run {
        var interpreter: Interpreter<LampRow>
        var predictions: [Prediction] = []
        var events: [Event] = []
    }

    private func start(_ predictor: any StepPredictor, in row: LampRow) throws -> Run {
        var run = Run(interpreter: try Interpreter(predictor, in: row, running: LampExpert.tidy))
        _ = run.interpreter.step()
        return run
    }

    /// Makes `limit` events of each run, where each begins one round after the one before, or all at once.
    private func together(
        _ predictor: any StepPredictor, in rows: [LampRow], limit: Int, atOnce: Bool = false
    ) throws -> [Run] {
        var predictor = predictor
        var runs = try rows.map { try start(predictor, in: $0) }
        var steps = rows.map { _ in PendingStep() }
        for round in 0..<(limit + rows.count) {
            let active = runs.indices.filter {
                (atOnce || $0 <= round) && runs[$0].events.count < limit && !runs[$0].interpreter.isHalted
            }
            for (place, index) in active.enumerated() {
                let isLent = runs[index].interpreter.lend(to: &steps[place])
                #expect(isLent)
                // Half of those that are known are looked up, and evaluated again in vain.
                if (round + place) % 2 == 0 { _ = predictor.recall(&steps[place]) }
            }
            predictor.predict(&steps, count: active.count)
            for (place, index) in active.enumerated() {
                runs[index].interpreter.takeBack(&steps[place])
                if let prediction = runs[index].interpreter.predict() { runs[index].predictions.append(prediction) }
                if let event = runs[index].interpreter.step() { runs[index].events.append(event) }
            }
        }
        return runs
    }

    private func alone(_ network: Network, in row: LampRow, limit: Int) throws -> Run {
        var run = try start(NetworkPredictor(network), in: row)
        while run.events.count < limit, let prediction = run.interpreter.predict(), let event = run.interpreter.step() {
            run.predictions.append(prediction)
            run.events.append(event)
        }
        return run
    }

    @Test("each gets, to the bit, what it gets alone, whether answers are kept or not", arguments: 0..<8)
    func same(seed: Int) throws {
        let network = Network.lamps(seed: UInt64(seed))
        let rows = LampRow.random(longest: 12, count: 11, seed: UInt64(seed))
        let expected = try rows.map { try alone(network, in: $0, limit: 60) }
        let cached = CachedPredictor(network)
        for predictor in [NetworkPredictor(network), cached, cached] as [any StepPredictor] {
            let found = try together(predictor, in: rows, limit: 60)
            #expect(found.map(\.events) == expected.map(\.events))
            #expect(found.map(\.predictions) == expected.map(\.predictions))
            for (found, expected) in zip(found, expected) {
                let states = zip(found.interpreter.frames, expected.interpreter.frames).map {
                    predictor.uncachedState(of: $0.state) == $1.state
                }
                #expect(states.allSatisfy { $0 })
                #expect(
                    found.interpreter.stateCount
                        == found.interpreter.frames.reduce(0) { $0 + $1.state.count })
            }
        }
    }

    @Test("runs that see the same at the same time get the same, and what they see is kept once", arguments: 0..<4)
    func alike(seed: Int) throws {
        let network = Network.lamps(seed: UInt64(seed))
        let different = LampRow.random(longest: 12, count: 3, seed: UInt64(seed))
        let rows = different + different.reversed() + different
        let cached = CachedPredictor(network)
        let found = try together(cached, in: rows, limit: 60, atOnce: true)
        let expected = try rows.map { try alone(network, in: $0, limit: 60) }
        #expect(found.map(\.events) == expected.map(\.events))
        #expect(found.map(\.predictions) == expected.map(\.predictions))
        let once = CachedPredictor(network)
        _ = try together(once, in: different, limit: 60)
        #expect(cached.answerCount == once.answerCount)
    }

    @Test("nothing is lent before the first event, after the last, and where the answer is there")
    func lending() throws {
        let network = Network.lamps(seed: 1)
        var step = PendingStep()
        var interpreter = try Interpreter(
            NetworkPredictor(network), in: LampRow(colours: [1]), running: LampExpert.tidy)
        var lent = [interpreter.lend(to: &step)]
        _ = interpreter.step()
        _ = interpreter.predict()
        lent.append(interpreter.lend(to: &step))
        _ = interpreter.force(.end)
        #expect(interpreter.isHalted)
        lent.append(interpreter.lend(to: &step))
        #expect(lent == [false, false, false])
    }
}
