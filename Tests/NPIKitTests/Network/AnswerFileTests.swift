import Foundation
import NPIKit
import Support
import Testing

@Suite("Keeping a network's answers from one run to the next")
struct AnswerFileTests {
    private let network = Network.lamps(seed: 3)
    private let rows = LampRow.random(longest: 12, count: 4, seed: 9)

    /// Everything that is said in runs on the rows.
    private func answers(of predictor: any StepPredictor) throws -> [Prediction?] {
        try rows.flatMap { row in
            var interpreter = try Interpreter(predictor, in: row, running: LampExpert.tidy)
            return (0..<200).map { _ in
                defer { _ = interpreter.step() }
                return interpreter.predict()
            }
        }
    }

    /// The file of a predictor that has made the runs, and how many answers are in it.
    private func kept() throws -> (data: Data, count: Int) {
        let predictor = CachedPredictor(network)
        _ = try answers(of: predictor)
        return (predictor.answers(identity: "lamps"), predictor.answerCount)
    }

    @Test("what was said is known at once, the same to the bit, and nothing is asked again")
    func roundTrip() throws {
        let (data, count) = try kept()
        let predictor = CachedPredictor(network, answers: data, identity: "lamps")
        #expect(predictor.answerCount == count)
        #expect(count > 10)
        #expect(try answers(of: predictor) == answers(of: NetworkPredictor(network)))
        #expect(predictor.answerCount == count)
        #expect(predictor.answers(identity: "lamps") == data)
    }

    @Test("frames that go on where nothing is kept have the network's own state")
    func goesOn() throws {
        let predictor = CachedPredictor(network, answers: try kept().data, identity: "lamps")
        for row in LampRow.random(longest: 20, count: 6, seed: 10) {
            var known = try Interpreter(predictor, in: row, running: LampExpert.tidy)
            var asked = try Interpreter(NetworkPredictor(network), in: row, running: LampExpert.tidy)
            for _ in 0..<300 {
                #expect(known.predict() == asked.predict())
                #expect(known.step() == asked.step())
            }
        }
    }

    @Test("a file of another network, arithmetic or shape is none")
    func identity() throws {
        let data = try kept().data
        #expect(CachedPredictor(network, answers: data, identity: "others").answerCount == 0)
        #expect(CachedPredictor(network, answers: Data(), identity: "lamps").answerCount == 0)
        var larger = network
        var generator = SeededGenerator(seed: 1)
        try larger.addPrograms(["ANOTHER"], barringOld: true, using: &generator)
        #expect(CachedPredictor(larger, answers: data, identity: "lamps").answerCount == 0)
    }

    @Test("a damaged file is none, wherever the damage is")
    func damage() throws {
        let data = try kept().data
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<200 {
            var damaged = data
            damaged[Int.random(in: damaged.indices, using: &generator)] ^= UInt8.random(in: 1...255, using: &generator)
            #expect(CachedPredictor(network, answers: damaged, identity: "lamps").answerCount == 0)
            let cut = data.prefix(Int.random(in: 0..<data.count, using: &generator))
            #expect(CachedPredictor(network, answers: cut, identity: "lamps").answerCount == 0)
        }
    }

    @Test("a forged file, whose digest is right, neither crashes nor is believed where it makes no sense")
    func forgery() throws {
        let data = try kept().data
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<400 {
            var forged = data.dropLast(64)
            for _ in 0..<3 {
                let place = Int.random(in: forged.indices.dropFirst(20), using: &generator)
                forged[place] = UInt8.random(in: 0...255, using: &generator)
            }
            forged.append(contentsOf: forged.withUnsafeBytes { SHA256.hash($0) }.utf8)
            _ = try answers(of: CachedPredictor(network, answers: forged, identity: "lamps"))
        }
    }
}
