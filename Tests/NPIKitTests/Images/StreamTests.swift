import NPIKit
import Support
import Testing

@Suite("Frames drawn without end")
struct StreamTests {
    /// Frames of a lamp picture, some at a time.
    private struct Lamps: FrameSource {
        let encoder = LampPicture.spec.encoder
        let program = LampExpert.tidy

        func drawFrames(error: Float, using generator: inout SeededGenerator) -> [FrameTrace] {
            let row = LampRow.random(longest: 3, count: 1, seed: generator.next() % 50)[0]
            do {
                return try Demonstration(of: LampExpert.tidy, in: LampPicture(row: row), by: LampPictureExpert()).frames
            } catch {
                preconditionFailure("\(error)")
            }
        }
    }

    private func trainer(updates: Int) -> Trainer {
        var options = TrainingOptions()
        options.updateCount = updates
        options.warmUpCount = 10
        options.imageDelay = 5
        options.imageLimit = 8
        options.rowLimit = 60
        return Trainer(LampPicture.network(), on: [], stream: Lamps(), options: options, images: LampPicture.Source())
    }

    @Test("a batch keeps to its limits, and holds whole draws")
    func limits() {
        let stream = trainer(updates: 1).stream
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<20 {
            let frames = stream?.drawFrames(imageLimit: 8, rowLimit: 60, using: &generator) ?? []
            #expect(!frames.isEmpty)
            #expect(frames.reduce(0) { $0 + $1.stepCount } <= 60)
        }
        #expect(stream?.drawFrames(imageLimit: 1, rowLimit: 1, using: &generator).isEmpty == false)
    }

    @Test("with nothing but a stream a network gets better, and the stream tells how good it is")
    func learning() {
        var trainer = trainer(updates: 300)
        #expect(trainer.stream?.wrongCount == FrameStream.windowSize)
        while !trainer.isFinished { _ = trainer.update() }
        #expect((trainer.stream?.error ?? 9) < 4, "half of what an untrained network loses")
        #expect((trainer.stream?.wrongCount ?? 9_999) < FrameStream.windowSize)
    }

    @Test("the same seed gives the same network, also through a checkpoint")
    func resuming() throws {
        var whole = trainer(updates: 12)
        while !whole.isFinished { _ = whole.update() }
        var half = trainer(updates: 12)
        for _ in 0..<5 { _ = half.update() }
        let folder = try TemporaryFolder()
        let path = folder.path("half.checkpoint")
        try Checkpoint.write(half, best: nil, notes: "", training: [:], to: path)
        var (rest, _) = try Checkpoint.read(path, frames: [], stream: Lamps(), images: LampPicture.Source())
        while !rest.isFinished { _ = rest.update() }
        #expect(rest.network.parameters.values == whole.network.parameters.values)
        #expect(rest.stream?.state == whole.stream?.state)
        #expect(throws: ModelFileError.self) {
            _ = try Checkpoint.read(path, frames: [], images: LampPicture.Source())
        }
    }
}
