import Dispatch
import NPIKit
import Support
import Synchronization
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
            #expect(known.step() == asked.step())
            for _ in 0..<200 {
                let choices: [Decision] = [
                    .call(LampExpert.tidy, .none), .call(LampExpert.fix, Arguments(2, 0, 0)), .act(.none),
                    .act(Arguments(1, Int.random(in: 0..<4, using: &generator), 0)), .end,
                ]
                let choice = choices[
                    known.frames.count == 1
                        ? Int.random(in: 0..<4, using: &generator) : .random(in: 0..<5, using: &generator)]
                let said = asked.predict()
                #expect(said != nil)
                #expect(known.predict() == said)
                #expect(known.force(choice) == asked.force(choice))
                let states = zip(known.frames, asked.frames).map { cached.uncachedState(of: $0.state) == $1.state }
                #expect(states.allSatisfy { $0 })
            }
        }
    }

    /// What is said in a run in which a person decides at random.
    private func wander(_ predictor: any StepPredictor, seed: UInt64) throws -> [Prediction?] {
        var generator = SeededGenerator(seed: seed)
        let row = LampRow(colours: (0..<9).map { _ in UInt8.random(in: 0..<4, using: &generator) })
        var interpreter = try Interpreter(predictor, in: row, running: LampExpert.tidy)
        _ = interpreter.step()
        return (0..<60).map { _ in
            let prediction = interpreter.predict()
            let given = (0..<2).map { _ in Int.random(in: 0..<10, using: &generator) }
            let choices: [Decision] = [
                .call(LampExpert.tidy, .none), .call(LampExpert.fix, Arguments(given[0], given[1], 0)),
                .act(Arguments(1, Int.random(in: 0..<4, using: &generator), 0)),
            ]
            _ = interpreter.force(choices[Int.random(in: 0..<3, using: &generator)])
            return prediction
        }
    }

    @Test("copies on several threads share what they know, and say what the network says")
    func threads() throws {
        let network = Network.lamps(seed: 5)
        let seeds = Array(0..<UInt64(300))
        let expected = try seeds.map { try wander(NetworkPredictor(network), seed: $0) }
        let once = CachedPredictor(network)
        for seed in seeds { _ = try wander(once, seed: seed) }
        let cached = CachedPredictor(network)
        let found = Mutex<[[[Prediction?]]]>([])
        DispatchQueue.concurrentPerform(iterations: 4) { thread in
            let order = thread % 2 == 0 ? seeds : seeds.reversed()
            let said = order.map { (try? wander(cached, seed: $0)) ?? [] }
            found.withLock { $0.append(thread % 2 == 0 ? said : said.reversed()) }
        }
        for said in found.withLock({ $0 }) { #expect(said == expected) }
        #expect(cached.answerCount == once.answerCount)
        #expect(cached.answerCount > 2_048, "so many that the slots have grown")
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
