import NPIKit
import Support
import Testing

@Suite("Asking a network only once")
struct CachedPredictorTests {
    /// Up to `limit` events of a run, with what was said before each.
    private func run(
        _ predictor: any StepPredictor, in row: LampRow, limit: Int = 400
    ) throws -> [(prediction: Prediction?, event: Event?)] {
        var interpreter = try Interpreter(predictor, in: row, running: LampExpert.tidy)
        return (0..<limit).map { _ in (interpreter.predict(), interpreter.step()) }
    }

    @Test("every answer is the network's to the bit: trained or not, in short frames, long loops and deep recursion")
    func answers() throws {
        for seed in 0..<12 {
            let network = Network.lamps(seed: UInt64(seed))
            let cached = CachedPredictor(network)
            for row in LampRow.random(longest: 30, count: 2, seed: UInt64(seed)) {
                let expected = try run(NetworkPredictor(network), in: row)
                for _ in 0..<2 {
                    let found = try run(cached, in: row)
                    #expect(found.map(\.prediction) == expected.map(\.prediction))
                    #expect(found.map(\.event) == expected.map(\.event))
                }
            }
        }
    }

    @Test("what a person decides and changes leads to the network's own answers too")
    func forced() throws {
        let network = Network.lamps(seed: 3)
        let cached = CachedPredictor(network)
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<20 {
            let row = LampRow(colours: (0..<9).map { _ in UInt8.random(in: 0..<4, using: &generator) })
            var known = try Interpreter(cached, in: row, running: LampExpert.tidy)
            var asked = try Interpreter(NetworkPredictor(network), in: row, running: LampExpert.tidy)
            for _ in 0..<200 {
                let choices: [Decision] = [
                    .call(LampExpert.tidy, .none), .call(LampExpert.fix, Arguments(2, 0, 0)), .act(.none),
                    .act(Arguments(1, Int.random(in: 0..<4, using: &generator), 0)), .end,
                ]
                let choice = choices[
                    known.frames.count == 1
                        ? Int.random(in: 0..<4, using: &generator) : .random(in: 0..<5, using: &generator)]
                #expect(known.predict() == asked.predict())
                #expect(known.force(choice) == asked.force(choice))
                let states = zip(known.frames, asked.frames).map { cached.uncachedState(of: $0.state) == $1.state }
                #expect(states.allSatisfy { $0 })
            }
        }
    }

    @Test("a run that was made before asks for nothing new, and known frames keep one number")
    func known() throws {
        let cached = CachedPredictor(.lamps(seed: 11))
        let row = LampRow(colours: [1, 2, 0])
        _ = try run(cached, in: row, limit: 30)
        let count = cached.answerCount
        #expect(count > 0)
        _ = try run(cached, in: row, limit: 30)
        #expect(cached.answerCount == count)
        var interpreter = try Interpreter(cached, in: row, running: LampExpert.tidy)
        _ = interpreter.step()
        #expect(interpreter.frames[0].state.count == 1)
    }

    @Test("a loop without end does not fill the memory")
    func loop() throws {
        let cached = CachedPredictor(.lamps(seed: 2))
        var interpreter = try Interpreter(
            cached, in: LampRow(colours: [1, 2]), running: LampExpert.tidy)
        _ = interpreter.step()
        for _ in 0..<1_000 { _ = interpreter.force(.act(Arguments(1, 1, 0))) }
        #expect(cached.answerCount < 20)
    }
}
