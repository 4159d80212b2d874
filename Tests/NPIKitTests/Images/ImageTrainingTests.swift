import Foundation
import NPIKit
import Testing

@Suite("Training on images")
struct ImageTrainingTests {
    private let rows = LampRow.random(longest: 3, count: 4, seed: 3)

    private func frames() throws -> [FrameTrace] {
        try rows.flatMap {
            try Demonstration(of: LampExpert.tidy, in: LampPicture(row: $0), by: LampPictureExpert()).frames
        }
    }

    private func trainer(updates: Int) throws -> Trainer {
        var options = TrainingOptions()
        options.updateCount = updates
        options.warmUpCount = 10
        options.imageDelay = min(options.imageDelay, updates / 3)
        return Trainer(LampPicture.network(), on: try frames(), options: options, images: LampPicture.Source())
    }

    @Test("frames hold a key for each step, and learn to be right")
    func learning() throws {
        #expect(try frames().allSatisfy { $0.images.count == $0.stepCount })
        var trainer = try trainer(updates: 2_500)
        while !trainer.isFinished { _ = trainer.update() }
        trainer.estimateAll()
        #expect(trainer.curriculum.wrongCount == 0)
        // Looking one image at a time, it does what it has learned from batches of them.
        for row in rows {
            var interpreter = try Interpreter(
                NetworkPredictor(trainer.network), in: LampPicture(row: row), running: LampExpert.tidy)
            while interpreter.eventCount < 100, interpreter.step() != nil {}
            #expect(interpreter.world.row.colours == row.tidied)
        }
    }

    @Test("the same seed gives the same network, also through a checkpoint")
    func resuming() throws {
        var whole = try trainer(updates: 12)
        while !whole.isFinished { _ = whole.update() }
        var half = try trainer(updates: 12)
        for _ in 0..<5 { _ = half.update() }
        let folder = try TemporaryFolder()
        let path = folder.path("half.checkpoint")
        try Checkpoint.write(half, best: nil, notes: "", training: [:], to: path)
        var (rest, _) = try Checkpoint.read(path, frames: try frames(), images: LampPicture.Source())
        while !rest.isFinished { _ = rest.update() }
        #expect(rest.network.parameters.values == whole.network.parameters.values)
    }

    @Test("a model file tells of the image, and a damaged size is refused")
    func files() throws {
        let network = try trainer(updates: 1).network
        let folder = try TemporaryFolder()
        let path = folder.path("picture.safetensors")
        try ModelFile.write(network, training: [:], to: path)
        let read = try ModelFile.read(path).network
        #expect(read.encoders == network.encoders)
        #expect(read.parameters.values == network.parameters.values)
        #expect(read.layout["encoders.picture.image.3.weight"].shape == [48, 16, 3, 3])
        var file = try Safetensors(folder.read("picture.safetensors"))
        file.metadata["npi.encoders"] = file.metadata["npi.encoders"]?.replacingOccurrences(of: "64", with: "60")
        #expect(throws: ModelFileError.Problem.metadata) { _ = try ModelFile.network(in: file) }
    }

    @Test("without images nothing is written of any")
    func plainFiles() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("lamps.safetensors")
        try ModelFile.write(Network.lamps(), training: [:], to: path)
        let text = try Safetensors(folder.read("lamps.safetensors")).metadata["npi.encoders"]
        #expect(text == #"[{"fields":[{"name":"COLOUR","size":4},{"name":"LAST","size":2}],"name":"lamps"}]"#)
    }
}
