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

    /// A network that knows what is in `data`.
    private func knowing(_ data: Data, _ network: Network? = nil, identity: String = "lamps") -> CachedPredictor {
        let bytes = [UInt8](data)
        let kept = KeptAnswers(identity: identity, size: bytes.count) { place, target in
            target.copyBytes(from: bytes[place..<place + target.count])
            return true
        }
        return CachedPredictor(network ?? self.network, kept: kept)
    }

    @Test("what was said is known at once, the same to the bit, and nothing is asked again")
    func roundTrip() throws {
        let (data, count) = try kept()
        let predictor = knowing(data)
        #expect(predictor.answerCount == count)
        #expect(count > 10)
        #expect(try answers(of: predictor) == answers(of: NetworkPredictor(network)))
        #expect(predictor.answerCount == count)
        #expect(predictor.newAnswerCount == 0 && !predictor.isDamaged)
        #expect(predictor.answers(identity: "lamps") == data)
    }

    @Test(
        "frames that go on where nothing is kept have the network's own state, and what they see is kept beside the rest"
    )
    func goesOn() throws {
        let (data, count) = try kept()
        let predictor = knowing(data)
        let others = LampRow.random(longest: 20, count: 6, seed: 10)
        for row in others {
            var known = try Interpreter(predictor, in: row, running: LampExpert.tidy)
            var asked = try Interpreter(NetworkPredictor(network), in: row, running: LampExpert.tidy)
            for _ in 0..<300 {
                #expect(known.predict() == asked.predict())
                #expect(known.step() == asked.step())
            }
        }
        let new = predictor.newAnswerCount
        #expect(new > 0 && predictor.answerCount == count + new)
        let later = knowing(predictor.answers(identity: "lamps"))
        #expect(later.answerCount == count + new)
        for row in rows + others {
            var interpreter = try Interpreter(later, in: row, running: LampExpert.tidy)
            for _ in 0..<200 { _ = interpreter.step() }
        }
        #expect(later.newAnswerCount == 0)
    }

    @Test("a file of another network, arithmetic or shape is none")
    func identity() throws {
        let data = try kept().data
        #expect(knowing(data, identity: "others").answerCount == 0)
        #expect(knowing(Data()).answerCount == 0)
        var larger = network
        var generator = SeededGenerator(seed: 1)
        try larger.addPrograms(["ANOTHER"], barringOld: true, using: &generator)
        #expect(knowing(data, larger).answerCount == 0)
    }

    @Test(
        "what of a file is damaged is asked again, and what a damaged file gives is the network's, wherever the damage is"
    )
    func damage() throws {
        let (data, count) = try kept()
        let own = try answers(of: NetworkPredictor(network))
        var generator = SeededGenerator(seed: 1)
        var noticed = 0
        for _ in 0..<200 {
            var damaged = data
            damaged[Int.random(in: damaged.indices, using: &generator)] ^= UInt8.random(in: 1...255, using: &generator)
            let predictor = knowing(damaged)
            #expect(try answers(of: predictor) == own)
            if predictor.isDamaged {
                noticed += 1
                // What is kept then is whole again.
                let mended = knowing(predictor.answers(identity: "lamps"))
                #expect(try answers(of: mended) == own)
                #expect(!mended.isDamaged && mended.answerCount == count)
            }
            let cut = knowing(data.prefix(Int.random(in: 0..<data.count, using: &generator)))
            #expect(cut.answerCount == 0)
        }
        #expect(noticed > 100)
    }

    @Test("bytes that cannot be read are not there")
    func unreadable() throws {
        let bytes = [UInt8](try kept().data)
        for limit in [0, 20, 60, bytes.count / 2, bytes.count - 1] {
            let failing = KeptAnswers(identity: "lamps", size: bytes.count) { place, target in
                guard place + target.count <= limit else { return false }
                target.copyBytes(from: bytes[place..<place + target.count])
                return true
            }
            let predictor = CachedPredictor(network, kept: failing)
            #expect(try answers(of: predictor) == answers(of: NetworkPredictor(network)))
        }
    }

    @Test("a file of random bytes behind a right beginning neither crashes nor goes round for ever")
    func noise() throws {
        let data = try kept().data
        var generator = SeededGenerator(seed: 2)
        let own = try answers(of: NetworkPredictor(network))
        for _ in 0..<100 {
            var forged = data
            let first = Int.random(in: 20..<data.count, using: &generator)
            for place in forged.indices[first...] { forged[place] = UInt8.random(in: 0...255, using: &generator) }
            #expect(try answers(of: knowing(forged)) == own)
        }
    }
}
