import Foundation
import NPIKit
import Support
import Testing

@Suite("Program memory grows without touching what is there")
struct GrowingMemoryTests {
    let reference: Reference
    var old: Network { reference.network }

    init() throws {
        reference = try Reference()
    }

    func grown(barringOld: Bool) throws -> Network {
        var network = old
        var generator = SeededGenerator(seed: 3)
        try network.addPrograms(["NEW", "NEWER"], barringOld: barringOld, using: &generator)
        return network
    }

    /// Everything that the network says of every step of the reference frames.
    func predictions(of network: Network) -> [[Float]] {
        var predictor = NetworkPredictor(network)
        return reference.frames.flatMap { frame in
            var state = [Float](repeating: 0, count: predictor.stateSize)
            var next = state
            var prediction = Prediction(programCount: predictor.library.count)
            return (0..<frame.stepCount).map { step in
                var observation = Observation(for: network.encoders[0])
                observation.categories = Array(frame.categories[(3 * step)..<(3 * step + 3)])
                predictor.predict(
                    encoder: "toy", observation: observation, program: frame.program, arguments: frame.arguments,
                    from: state, to: &next, into: &prediction)
                swap(&state, &next)
                return [prediction.end] + prediction.arguments + state + prediction.programs
            }
        }
    }

    @Test("with old programs barred, all they do is the same to the bit, whatever the new rows hold")
    func barred() throws {
        var network = try grown(barringOld: true)
        for name in ["NEW", "NEWER"] {
            for index in network.memoryRows(of: name).key { network.parameters.mutablePointer[index] = 1e6 }
        }
        let before = predictions(of: old).map { $0 + [0, 0] }
        #expect(predictions(of: network) == before)
        #expect(network.callableCounts == old.callableCounts + [old.library.count + 2, old.library.count + 2])
    }

    @Test("without the programs that were added it is the network that it was", arguments: [true, false])
    func removed(barringOld: Bool) throws {
        let network = try grown(barringOld: barringOld).removingPrograms(["NEW", "NEWER", "OTHER"])
        #expect(network.library == old.library)
        #expect(network.callableCounts == old.callableCounts)
        #expect(network.parameters.values == old.parameters.values)
        #expect(old.removingPrograms([]).parameters.values == old.parameters.values)
    }

    @Test("with old programs not barred, they see the new ones")
    func unbarred() throws {
        let network = try grown(barringOld: false)
        #expect(network.callableCounts.allSatisfy { $0 == old.library.count + 2 })
        #expect(predictions(of: network).allSatisfy { $0.suffix(2).allSatisfy { $0 > 0 } })
    }

    @Test("a bar put up once stays when the memory grows again without one")
    func barStays() throws {
        var network = try grown(barringOld: true)
        var generator = SeededGenerator(seed: 4)
        try network.addPrograms(["NEWEST"], barringOld: false, using: &generator)
        let count = old.library.count
        #expect(network.callableCounts == old.callableCounts + [count + 3, count + 3, count + 3])
    }

    @Test("a name that is taken is refused and nothing changes")
    func takenName() throws {
        var network = old
        var generator = SeededGenerator(seed: 3)
        let name = old.library.names[0]
        #expect(throws: ProgramLibraryError.duplicate(name)) {
            try network.addPrograms(["NEW", name], barringOld: true, using: &generator)
        }
        #expect(network.library == old.library)
    }

    @Test("learning new programs changes their two rows and nothing else, bit for bit")
    func frozenCore() throws {
        let network = try grown(barringOld: true)
        let new = try #require(network.library.program(named: "NEW"))
        let frames = reference.frames.map { frame in
            var frame = frame
            frame.program = new
            return frame
        }
        var options = TrainingOptions()
        options.updateCount = 20
        var trainer = Trainer(network, on: frames, options: options, learning: .programs(["NEW"]))
        while !trainer.isFinished { _ = trainer.update() }
        let rows = network.memoryRows(of: "NEW")
        let changed = zip(network.parameters.values, trainer.network.parameters.values).enumerated()
            .filter { $0.element.0.bitPattern != $0.element.1.bitPattern }.map(\.offset)
        #expect(Set(changed) == Set(rows.key).union(rows.embedding))
    }

    @Test("a file keeps who may call whom, and files without it let all call all")
    func file() throws {
        let network = try grown(barringOld: true)
        let file = ModelFile.container(network, training: [:])
        #expect(try ModelFile.network(in: file).callableCounts == network.callableCounts)
        let plain = ModelFile.container(old, training: [:])
        #expect(plain.metadata["npi.callable"] == nil)
        #expect(try ModelFile.network(in: plain).callableCounts == old.callableCounts)
    }

    @Test("a damaged account of who may call whom is refused", arguments: ["[1]", "[]", "x", "{}"])
    func damagedFile(text: String) throws {
        var file = ModelFile.container(try grown(barringOld: true), training: [:])
        file.metadata["npi.callable"] = text
        #expect(throws: ModelFileError.Problem.metadata) { try ModelFile.network(in: file) }
    }

    @Test("a program that may not even call itself is refused")
    func outOfRange() throws {
        let network = try grown(barringOld: true)
        for counts in [network.callableCounts.map { _ in 1 }, network.callableCounts.map { $0 + 3 }] {
            var file = ModelFile.container(network, training: [:])
            file.metadata["npi.callable"] = "\(counts)"
            #expect(throws: ModelFileError.Problem.metadata) { try ModelFile.network(in: file) }
        }
    }
}
