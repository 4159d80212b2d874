import NPIKit
import Support
import Testing

@Suite("Wider encoders of images")
struct ImageWideningTests {
    private let narrow = LampPicture.network()

    private func wider(by factor: Int) -> Network {
        var generator = SeededGenerator(seed: 3)
        return narrow.wideningImages(by: factor, using: &generator)
    }

    private func predictions(of network: Network, _ colours: [UInt8]) throws -> [Prediction] {
        var predictor = try Interpreter(
            NetworkPredictor(network), in: LampPicture(row: LampRow(colours: colours)), running: LampExpert.tidy)
        var found: [Prediction] = []
        _ = predictor.step()
        for _ in 0..<12 {
            guard let prediction = predictor.predict() else { break }
            found.append(prediction)
            guard predictor.step() != nil else { break }
        }
        return found
    }

    @Test("it does the same as the narrow one, up to rounding", arguments: [2, 3])
    func same(factor: Int) throws {
        for colours in [[0], [3, 1], [2, 2, 0]] as [[UInt8]] {
            let (before, after) = (
                try predictions(of: narrow, colours), try predictions(of: wider(by: factor), colours)
            )
            #expect(!before.isEmpty)
            #expect(before.map(\.decision) == after.map(\.decision))
            for (old, new) in zip(before, after) {
                #expect(abs(old.end - new.end) < 1e-5)
                #expect(zip(old.programs, new.programs).allSatisfy { abs($0 - $1) < 1e-5 })
            }
        }
    }

    @Test("its convolutions have so many times the channels, its other layers the same sizes")
    func shapes() {
        let network = wider(by: 2)
        #expect(network.layout["encoders.picture.image.0.weight"].shape == [32, 1, 5, 5])
        #expect(network.layout["encoders.picture.image.6.weight"].shape == [256, 96, 3, 3])
        #expect(network.layout["encoders.picture.0.weight"].shape[0] == 64)
        for name in ["fuse.0.weight", "core.weight_hh_l0", "memory.keys"] {
            #expect(network.values(of: name) == narrow.values(of: name))
        }
    }

    @Test("asked what it sees, it reads the answers in place of the features")
    func asked() throws {
        var generator = SeededGenerator(seed: 3)
        let network = narrow.wideningImages(by: 1, asking: [4, 2], using: &generator)
        #expect(network.layout["encoders.picture.answer.weight"].shape == [6, 128])
        let inputs = 2 + 30 + 6
        #expect(network.layout["encoders.picture.0.weight"].shape == [32, inputs])
        #expect(
            network.values(of: "encoders.picture.image.3.weight")
                == narrow.values(of: "encoders.picture.image.3.weight"))
        #expect(network.values(of: "core.weight_ih_l0") == narrow.values(of: "core.weight_ih_l0"))
        #expect(try !predictions(of: network, [1, 2]).isEmpty)
        // Asked the same again, nothing is drawn anew.
        let again = network.wideningImages(by: 1, asking: [4, 2], using: &generator)
        #expect(again.parameters.values == network.parameters.values)
    }

    @Test("what it says of an image are probabilities, a sum of 1 for each question; unasked it says nothing")
    func answers() throws {
        var generator = SeededGenerator(seed: 3)
        let world = LampPicture(row: LampRow(colours: [1, 2]))
        var observation = Observation(for: world.observationSpec)
        world.observe(into: &observation)
        world.look(into: &observation.pixels)
        var asked = NetworkPredictor(narrow.wideningImages(by: 1, asking: [4, 2], using: &generator))
        let said = asked.imageAnswers(encoder: "picture", observation: observation)
        let answers = try #require(said)
        #expect(answers.map(\.count) == [4, 2])
        for probabilities in answers {
            #expect(probabilities.allSatisfy { $0 > 0 && $0 < 1 })
            #expect(abs(probabilities.reduce(0, +) - 1) < 1e-5)
        }
        var unasked = NetworkPredictor(narrow)
        let nothing = unasked.imageAnswers(encoder: "picture", observation: observation)
        #expect(nothing == nil)
    }

    @Test("a file keeps it as it is")
    func file() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("wide.safetensors")
        let network = wider(by: 2)
        try ModelFile.write(network, training: [:], to: path)
        let read = try ModelFile.read(path).network
        #expect(read.configuration == network.configuration)
        #expect(read.parameters.values == network.parameters.values)
    }

    @Test(
        "a file that asks for channels or answers that make no sense is refused",
        arguments: [
            #""imageChannels":[]"#, #""imageChannels":[0,1,1]"#, #""imageChannels":[8,8,4000000]"#,
            #""imageChannels":[8,8]"#, #""imageQuestions":[]"#, #""imageQuestions":[0]"#, #""imageHiddenSize":-1"#,
        ])
    func damaged(sizes: String) throws {
        var file = ModelFile.container(narrow, training: [:])
        let written = try #require(file.metadata["npi.configuration"])
        file.metadata["npi.configuration"] = written.replacing("{", with: "{\(sizes),")
        #expect(throws: ModelFileError.Problem.metadata) { _ = try ModelFile.network(in: file) }
    }

    @Test("learning the encoder alone leaves everything else as it is, to the bit")
    func encoderAlone() throws {
        var options = TrainingOptions()
        options.updateCount = 3
        options.warmUpCount = 1
        let rows = LampRow.random(longest: 3, count: 4, seed: 5)
        let frames = try rows.flatMap {
            try Demonstration(of: LampExpert.tidy, in: LampPicture(row: $0), by: LampPictureExpert()).frames
        }
        let network = wider(by: 2)
        var trainer = Trainer(
            network, on: frames, options: options, learning: .encoder("picture"), images: LampPicture.Source())
        while !trainer.isFinished { _ = trainer.update() }
        for tensor in network.layout.tensors {
            let isSame =
                trainer.network.values(of: tensor.name).map(\.bitPattern)
                == network.values(of: tensor.name).map(\.bitPattern)
            #expect(isSame != tensor.name.hasPrefix("encoders.picture."), "\(tensor.name)")
        }
    }
}
