import Foundation
import Testing

@Suite("npi train")
struct TrainTests {
    /// Small enough to take seconds.
    static let tiny = ["train", "--longest", "3", "--problems", "2", "--seed", "5", "--checkpoint-interval", "10"]

    @Test("a resumed training ends with the same network, to the bit")
    func resume() throws {
        let folder = try TemporaryFolder()
        func train(_ arguments: [String]) throws -> CommandRun { try CommandRun(arguments, folder: folder.path) }
        let unbroken = try train(Self.tiny + ["--updates", "40", "--out", "a.safetensors"])
        #expect(unbroken.status == 0, "\(unbroken.errors)")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: binary)
        process.arguments = Self.tiny + ["--updates", "40", "--out", "b.safetensors"]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        // Interrupted as soon as there is a checkpoint, wherever that is in the training.
        while !FileManager.default.fileExists(atPath: folder.path + "/b.safetensors.checkpoint") { usleep(2_000) }
        process.interrupt()
        process.waitUntilExit()
        #expect(process.terminationStatus == 130)
        #expect(!folder.names.contains("b.safetensors"))
        let resumed = try train(["train", "--resume", "b.safetensors.checkpoint"])
        #expect(resumed.status == 0, "\(resumed.errors)")
        #expect(folder.names == ["a.safetensors", "b.safetensors"])
        let models = try ["a", "b"].map {
            try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\($0).safetensors"))
        }
        #expect(models[0] == models[1])
    }

    @Test("a training that reaches its goal ends; one that does not says so, and what to do")
    func goal() throws {
        let folder = try TemporaryFolder()
        _ = try CommandRun("new", "backwards.task", "--like", "reverse-recursive", folder: folder.path)
        let reached = try CommandRun(
            "train", "--tasks", "backwards.task", "--units", "16", "--out", "b.safetensors", folder: folder.path)
        #expect(reached.status == 0, "\(reached.errors)")
        #expect(
            reached.output == "b.safetensors: 100.0 % of the validation problems solved, 0 training sequences wrong\n")
        #expect(!reached.errors.contains("short of its goal"))
        let short = try CommandRun(
            "train", "--tasks", "backwards.task", "--units", "16", "--updates", "1", "--out", "c.safetensors",
            folder: folder.path)
        #expect(short.status == 0)
        #expect(short.errors.contains("npi: after 1 update the training is short of its goal"))
        #expect(short.errors.contains("leave out --updates or raise it"))
        #expect(short.errors.contains("--units 32"))
        #expect(short.errors.contains("write them as calls"))
    }

    @Test("a model is no checkpoint, and that is said")
    func resumeFromModel() throws {
        let folder = try TemporaryFolder()
        _ = try CommandRun(Self.tiny + ["--updates", "1", "--out", "a.safetensors"], folder: folder.path)
        let run = try CommandRun("train", "--resume", "a.safetensors", folder: folder.path)
        #expect(run.failed(1, saying: "it is a model, not a checkpoint"))
    }

    @Test("kept checkpoints are networks that can be compared")
    func keptCheckpoints() throws {
        let folder = try TemporaryFolder()
        let trained = try CommandRun(
            Self.tiny + ["--updates", "20", "--keep-checkpoints", "--out", "a.safetensors"], folder: folder.path)
        #expect(trained.status == 0)
        let run = try CommandRun(
            "compare", "a-10.safetensors", "a-20.safetensors", "add", "1", "2", "--max-steps", "50", folder: folder.path
        )
        #expect(run.status == 1 && run.output.contains("a-10") && run.output.contains("a-20"))
    }
}
