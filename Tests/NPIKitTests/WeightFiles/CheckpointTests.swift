import Foundation
import NPIKit
import Support
import Testing

@Suite("A training that was stopped goes on as if it had not been")
struct CheckpointTests {
    let folder: TemporaryFolder
    let frames: [FrameTrace]

    init() throws {
        folder = try TemporaryFolder()
        frames = try LampRow.frames(on: LampRow.random(longest: 5, count: 10, seed: 1))
    }

    func trainer(_ learned: LearnedPart = .everything) -> Trainer {
        Trainer(.lamps(), on: frames, options: TrainerTests.options(updates: 60), learning: learned)
    }

    func write(_ trainer: Trainer, best: Network? = nil, to name: String) throws -> String {
        try Checkpoint.write(
            trainer, best: best, notes: "{\"recipe\":1}", training: ["seed": "1"], to: folder.path(name))
        return folder.path(name)
    }

    @Test(
        "wherever it was stopped: parameters, moments, curriculum and generator are the same, bit for bit",
        arguments: [1, 19, 20, 33, 60])
    func resuming(stop: Int) throws {
        var unbroken = trainer()
        var stopped = trainer()
        for _ in 0..<stop {
            _ = unbroken.update()
            _ = stopped.update()
        }
        var resumed = try Checkpoint.read(try write(stopped, to: "half"), frames: frames).trainer
        while !unbroken.isFinished {
            let (left, right) = (unbroken.update(), resumed.update())
            #expect(left.loss == right.loss && left.groups == right.groups)
        }
        #expect(resumed.isFinished)
        // A checkpoint holds all of a training's state, so equal files are equal trainings.
        _ = try write(unbroken, to: "unbroken")
        _ = try write(resumed, to: "resumed")
        #expect(try folder.read("unbroken") == folder.read("resumed"))
        _ = try write(stopped, to: "stopped")
        #expect((try folder.read("unbroken") == folder.read("stopped")) == (stop == 60))
    }

    @Test("the best network, the notes and what is learned come back as they were")
    func contents() throws {
        var trainer = trainer(.programs(["FIX"]))
        for _ in 0..<5 { _ = trainer.update() }
        let best = Network.lamps(seed: 77)
        let path = try write(trainer, best: best, to: "checkpoint")
        let summary = try Checkpoint.summary(of: path)
        #expect(summary.notes == "{\"recipe\":1}")
        #expect(summary.options == trainer.options)
        #expect(summary.updateCount == 5 && summary.stepCount == trainer.stepCount)
        let (read, readBest) = try Checkpoint.read(path, frames: frames)
        #expect(read.learned == .programs(["FIX"]))
        #expect(readBest?.parameters.values == best.parameters.values)
        #expect(try Checkpoint.read(try write(trainer, to: "without"), frames: frames).best == nil)
    }

    @Test("it can be run like any model")
    func model() throws {
        let trainer = trainer()
        let model = try ModelFile.read(try write(trainer, best: .lamps(seed: 2), to: "checkpoint"))
        #expect(model.network.parameters.values == trainer.network.parameters.values)
        #expect(model.training == ["seed": "1"])
    }

    @Test("a model is no checkpoint, and says so")
    func notCheckpoint() throws {
        try ModelFile.write(.lamps(), training: [:], to: folder.path("model"))
        let error = #expect(throws: ModelFileError.self) {
            try Checkpoint.read(folder.path("model"), frames: frames)
        }
        #expect(
            error?.description
                == "cannot resume from \(folder.path("model")): it is a model, not a checkpoint of a training")
    }

    @Test("other training frames are refused")
    func otherFrames() throws {
        let path = try write(trainer(), to: "checkpoint")
        for other in [Array(frames.dropLast(30)), []] {
            #expect(throws: ModelFileError.self) { try Checkpoint.read(path, frames: other) }
        }
        let foreign = CurriculumTests.frames(3, encoder: "elsewhere")
        #expect(throws: ModelFileError.self) { try Checkpoint.read(path, frames: foreign) }
    }

    @Test("any damage is found, wherever it is: a bit of a moment counts as much as one of a weight")
    func damage() throws {
        var trainer = trainer()
        for _ in 0..<3 { _ = trainer.update() }
        let whole = try Data(contentsOf: URL(fileURLWithPath: write(trainer, best: .lamps(seed: 5), to: "whole")))
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<300 {
            var damaged = whole
            damaged[Int.random(in: 0..<whole.count, using: &generator)] ^=
                1 << UInt8.random(in: 0..<8, using: &generator)
            let path = try folder.write(damaged, to: "damaged")
            #expect(throws: ModelFileError.self) { try Checkpoint.read(path, frames: frames) }
        }
    }

    /// A checkpoint whose state was changed by someone who put the seal on again.
    func forged(_ change: (inout [String: Any]) -> Void) throws -> String {
        let whole = try Safetensors(try Data(contentsOf: URL(fileURLWithPath: write(trainer(), to: "checkpoint"))))
        var file = whole
        let text = try #require(file.metadata["npi.checkpoint"])
        var state = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        change(&state)
        file.metadata["npi.checkpoint"] = String(
            decoding: try JSONSerialization.data(withJSONObject: state), as: UTF8.self)
        return try folder.write(file.withChecksum(), to: "forged")
    }

    func changeOption(_ name: String, to value: Any) throws -> String {
        try forged { state in
            var options = state["options"] as? [String: Any] ?? [:]
            options[name] = value
            state["options"] = options
        }
    }

    @Test(
        "options that make no sense are refused, also under a good seal",
        arguments: [("batchesPerUpdate", 0), ("batchesPerUpdate", -3), ("estimateInterval", 0), ("rowLimit", -1)])
    func forgedOptions(name: String, value: Int) throws {
        #expect(throws: Never.self) {
            try Checkpoint.read(try changeOption("batchesPerUpdate", to: 2), frames: frames)
        }
        let path = try changeOption(name, to: value)
        #expect(throws: ModelFileError.self) { try Checkpoint.read(path, frames: frames) }
    }

    @Test("a state that makes no sense is refused, also under a good seal")
    func forgedState() throws {
        let changes: [(inout [String: Any]) -> Void] = [
            { $0["updateCount"] = -1 }, { $0["updateCount"] = Int.max }, { $0["generator"] = [0, 0, 0, 0] },
            { $0["generator"] = [1] }, { $0["frameCounts"] = [1, 1, 1] }, { $0["options"] = nil },
            { $0["learned"] = ["programs": ["_0": ["NO SUCH PROGRAM"]]] },
        ]
        for change in changes {
            let path = try forged(change)
            #expect(throws: ModelFileError.self) { try Checkpoint.read(path, frames: frames) }
        }
    }

    @Test(
        "numbers that are none are refused, also under a good seal",
        arguments: ["checkpoint.adam.mean", "checkpoint.best"])
    func notFinite(name: String) throws {
        let path = try write(trainer(), best: .lamps(), to: "checkpoint")
        var file = try Safetensors(try Data(contentsOf: URL(fileURLWithPath: path)))
        let index = try #require(file.tensors.firstIndex { $0.name == name })
        file.tensors[index].values[0] = .nan
        let forged = try folder.write(file.withChecksum(), to: "forged")
        #expect(throws: ModelFileError.self) { try Checkpoint.read(forged, frames: frames) }
    }
}
