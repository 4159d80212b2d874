import Foundation
import NPIKit
import Support
import Testing

@Suite("What an encoder says of images")
struct ImageAnswerTests {
    private let network = LampPicture.askedNetwork()

    private func frames(_ count: Int) throws -> [FrameTrace] {
        try LampRow.random(longest: 3, count: count, seed: 5).flatMap {
            try Demonstration(of: LampExpert.tidy, in: LampPicture(row: $0), by: LampPictureExpert()).frames
        }
    }

    @Test("probabilities of each question add up to 1")
    func sums() {
        var scores: [Float] = [1, 2, 3, 40, -40]
        scores.withUnsafeMutableBufferPointer { ImageAnswers.normalize($0.baseAddress!, [3, 2]) }
        #expect(abs(scores[..<3].reduce(0, +) - 1) < 1e-6)
        #expect(abs(scores[3] - 1) < 1e-6)
    }

    @Test(
        "along random directions within each tensor, the loss changes as its gradient says", arguments: [false, true])
    func gradient(isTold: Bool) throws {
        // Few, so that rounding in the sum of their losses is small beside its change.
        let frames = Array(try frames(1).prefix(3))
        let network = network
        let pass = BatchPass(layout: network.layout)
        // Told, the answers are needed; seen, their own loss is left out, which is not in what a pass returns.
        pass.images = isTold ? KnownLampPictures() : LampPicture.Source()
        pass.isTold = isTold
        forEachTensor(of: network, named: "encoders.", in: pass, on: frames, count: 3) { tensor, pairs in
            for (found, expected) in pairs {
                #expect(abs(found - expected) < 0.03 + 0.03 * abs(expected), "\(tensor.name): \(found) \(expected)")
            }
            // Nothing is learned about looking from what is told.
            let isOfLooking = tensor.name.contains(".image.") || tensor.name.contains(".answer.")
            let isZero = pass.gradient.values[tensor.range].allSatisfy { $0 == 0 }
            #expect(isZero == (isTold && isOfLooking), "\(tensor.name)")
        }
    }

    @Test("asked for it, an encoder learns to say what it sees")
    func learning() throws {
        var options = TrainingOptions()
        options.updateCount = 150
        options.warmUpCount = 10
        options.rowLimit = 60
        var trainer = Trainer(
            network, on: try frames(4), options: options, learning: .encoder("picture"), images: KnownLampPictures())
        while !trainer.isFinished { _ = trainer.update() }
        func loss(in network: Network, isTold: Bool) throws -> Float {
            let pass = BatchPass(layout: network.layout)
            pass.images = KnownLampPictures()
            pass.isTold = isTold
            return pass.run(try frames(4), in: network, scale: nil)
        }
        // Told or seen is then the same to whatever follows.
        let (seen, told) = (
            try loss(in: trainer.network, isTold: false), try loss(in: trainer.network, isTold: true)
        )
        #expect(abs(seen - told) < 0.1 * told, "\(seen) \(told)")
        let before = (try loss(in: network, isTold: false), try loss(in: network, isTold: true))
        #expect(abs(before.0 - before.1) > 0.1 * abs(seen - told) + 1e-3)
    }

    @Test("what follows from the answers can be learned alone, and the answers stay")
    func behind() throws {
        var options = TrainingOptions()
        options.updateCount = 20
        options.rowLimit = 60
        let before = network
        var trainer = Trainer(
            before, on: try frames(4), options: options, learning: .behindAnswers("picture"),
            images: KnownLampPictures())
        while !trainer.isFinished { _ = trainer.update() }
        for tensor in before.layout.tensors {
            let isSame = trainer.network.parameters.values[tensor.range] == before.parameters.values[tensor.range]
            let isBehind = ["encoders.picture.0.", "encoders.picture.2."].contains { tensor.name.hasPrefix($0) }
            #expect(isSame != isBehind, "\(tensor.name)")
        }
        let folder = try TemporaryFolder()
        let path = folder.path("half.checkpoint")
        try Checkpoint.write(trainer, best: nil, notes: "", training: [:], to: path)
        let (read, _) = try Checkpoint.read(path, frames: try frames(4), images: KnownLampPictures())
        #expect(read.learned == .behindAnswers("picture"))
    }

    @Test("a run computes what training computes")
    func parity() throws {
        let row = LampRow(colours: [2])
        // The frame of the top program sees the picture at each of its steps.
        let frame = try #require(
            try Demonstration(of: LampExpert.tidy, in: LampPicture(row: row), by: LampPictureExpert()).frames.first {
                $0.program == LampExpert.tidy
            })
        let pass = BatchPass(layout: network.layout)
        pass.images = LampPicture.Source()
        _ = pass.run([frame], in: network, scale: nil)
        var predictor = NetworkPredictor(network)
        var state = [Float](repeating: 0, count: predictor.stateSize)
        var next = state
        var observation = Observation(for: LampPicture.spec)
        var prediction = Prediction(programCount: network.library.count)
        var loss: Float = 0
        for step in 0..<frame.stepCount {
            observation.categories[0] = frame.categories[step]
            observation.pixels.withUnsafeMutableBufferPointer {
                LampPicture.Source().write(frame.images[step], variation: 0, into: $0)
            }
            predictor.predict(
                encoder: frame.encoder, observation: observation, program: frame.program, arguments: frame.arguments,
                from: state, to: &next, into: &prediction)
            swap(&state, &next)
            loss -= log(frame.decisions[step] == .end ? prediction.end : 1 - prediction.end)
            let act = try #require(network.library.program(named: ProgramLibrary.act))
            let (callee, arguments): (ProgramID, Arguments)
            switch frame.decisions[step] {
            case .call(let program, let given): (callee, arguments) = (program, given)
            case .act(let given): (callee, arguments) = (act, given)
            case .end: continue
            }
            loss -= log(prediction.programs[callee.rawValue])
            for index in 0..<Arguments.count {
                loss -= log(prediction.arguments[index * Arguments.valueCount + arguments[index]])
            }
        }
        #expect(abs(loss - pass.frameLosses[0]) < 1e-3)
    }
}
