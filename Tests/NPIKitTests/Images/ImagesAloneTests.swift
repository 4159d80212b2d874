import NPIKit
import Support
import Testing

@Suite("Learning from images alone")
struct ImagesAloneTests {
    /// Pictures of any lamp, and no frames.
    private struct Lamps: FrameSource {
        let encoder = LampPicture.spec.encoder
        let program = LampExpert.tidy

        func drawFrames(error: Float, using generator: inout SeededGenerator) -> [FrameTrace] { [] }

        func drawImages(_ count: Int, using generator: inout SeededGenerator) -> [ImageKey] {
            (0..<count).map { _ in ImageKey(view: UInt32(generator.next() % 4)) }
        }
    }

    private let network = LampPicture.askedNetwork()

    private func trainer(updates: Int) -> Trainer {
        var options = TrainingOptions()
        options.updateCount = updates
        options.warmUpCount = 10
        options.imagesAlone = 9
        return Trainer(
            network, on: [], stream: Lamps(), options: options, learning: .encoder(LampPicture.spec.encoder),
            images: KnownLampPictures())
    }

    @Test("along random directions within each tensor, the loss changes as its gradient says")
    func gradient() {
        let pass = AnswerPass(
            layout: network.layout, images: KnownLampPictures(), encoder: LampPicture.spec.encoder)
        let keys = [0, 3, 1].map { ImageKey(view: $0) }
        // The loss is steep in the convolutions' weights, and bends.
        forEachTensor(
            of: network, named: "encoders.picture.", in: pass, on: keys, count: 3, step: usualSlopeStep / 30
        ) { tensor, pairs in
            let isOfLooking = tensor.name.contains(".image.") || tensor.name.contains(".answer.")
            for (found, expected) in pairs {
                #expect(abs(found - expected) < 0.03 + 0.03 * abs(expected), "\(tensor.name): \(found) \(expected)")
            }
            #expect(pass.gradient.values[tensor.range].contains { $0 != 0 } == isOfLooking, "\(tensor.name)")
        }
    }

    @Test("an encoder learns to say what it sees, and nothing else of the network changes")
    func learning() {
        var trainer = trainer(updates: 150)
        let first = trainer.update()
        #expect(first.stepCount == 9)
        while !trainer.isFinished { _ = trainer.update() }
        #expect(trainer.update().loss < first.loss / 4)
        #expect(trainer.stepCount == 151 * 9)
        for tensor in network.layout.tensors {
            let isOfLooking = tensor.name.contains(".image.") || tensor.name.contains(".answer.")
            let isSame =
                trainer.network.parameters.values[tensor.range] == network.parameters.values[tensor.range]
            #expect(isSame != isOfLooking, "\(tensor.name)")
        }
        #expect((trainer.stream?.wrongCount ?? 9_999) < FrameStream.windowSize)
    }

    @Test("the same seed gives the same network, also through a checkpoint, which needs what knows the answers")
    func resuming() throws {
        var whole = trainer(updates: 12)
        while !whole.isFinished { _ = whole.update() }
        var half = trainer(updates: 12)
        for _ in 0..<5 { _ = half.update() }
        let folder = try TemporaryFolder()
        let path = folder.path("half.checkpoint")
        try Checkpoint.write(half, best: nil, notes: "", training: [:], to: path)
        var (rest, _) = try Checkpoint.read(path, frames: [], stream: Lamps(), images: KnownLampPictures())
        while !rest.isFinished { _ = rest.update() }
        #expect(rest.network.parameters.values == whole.network.parameters.values)
        #expect(throws: ModelFileError.self) { _ = try Checkpoint.read(path, frames: [], stream: Lamps()) }
    }
}
