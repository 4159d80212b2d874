import Foundation
import Testing

@Suite("Networks and versions of task files")
struct TaskVersionTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func npi(_ arguments: String...) throws -> CommandRun { try CommandRun(arguments, folder: folder.path) }

    private func edit(_ file: String, _ replacements: (String, String)...) throws {
        var text = try folder.contents(of: file)
        for (old, new) in replacements {
            try #require(text.contains(old), "\(old)")
            text = text.replacing(old, with: new)
        }
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder.path)/\(file)"))
    }

    /// back.task, and a network that had a single update on it.
    private func trainBack() throws {
        _ = try npi("new", "back.task", "--like", "reverse")
        let run = try npi(
            "train", "back.task", "--units", "16", "--longest", "3", "--problems", "2", "--updates", "1")
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test("a network used on another version of its task says what has changed; words and comments change nothing")
    func changed() throws {
        try trainBack()
        try edit("back.task", ("task back", "# mine\ntask back"), ("say \"", "say \"well, "))
        let same = try npi("run", "back.task", "1", "2", "--model", "npi-back.safetensors", "--max-steps", "3")
        #expect(!same.errors.contains("another version"))
        try edit("back.task", ("row OUT: digits", "row OUT: digits = 0"))
        let run = try npi("run", "back.task", "1", "2", "--model", "npi-back.safetensors", "--max-steps", "3")
        #expect(
            run.errors.hasPrefix(
                "npi: npi-back.safetensors was trained on another version of back.task: row OUT has changed; npi train back.task trains a network on this one\n"
            ), "\(run.errors)")
        let measured = try npi(
            "evaluate", "back.task", "--model", "npi-back.safetensors", "--lengths", "2", "--problems", "1")
        #expect(measured.errors.contains("another version of back.task: row OUT has changed"), "\(measured.errors)")
    }

    @Test("a new task has an encoder of its own, but one that calls another task's programs sees what these see")
    func encoder() throws {
        for (file, like, encoder) in [
            ("mine.task", "add", nil), ("add.task", "add", "addition"), ("mine2.task", "max", "sorting"),
        ] as [(String, String, String?)] {
            _ = try npi("new", file, "--like", like)
            let text = try folder.contents(of: file)
            let lines = text.split(separator: "\n")
            #expect(lines.first { $0.hasPrefix("encoder ") } == encoder.map { "encoder \($0)" })
            #expect(lines.first == "task \(file.dropLast(5))" && text.hasSuffix("\n"))
            #expect(try npi("check", file, "--problems", "10").status == 0)
        }
        try edit("mine.task", ("see INP1, INP2, CARRY, OUT", "see INP1, INP2, CARRY"))
        let run = try npi(
            "train", "--tasks", "mine.task,add", "--units", "8", "--longest", "2", "--problems", "2", "--updates", "1",
            "--out", "both.safetensors")
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test("where the other version sees other things, the network is refused")
    func unusable() throws {
        try trainBack()
        try edit("back.task", ("see ", "see TO, "))
        let run = try npi("run", "back.task", "1", "2", "--model", "npi-back.safetensors")
        #expect(run.failed(1, saying: "another version of back.task: seen value TO is new; it cannot run this one"))
    }

    @Test(
        "a training goes on with the version of the task that it began with, which another one cannot take the place of"
    )
    func resuming() throws {
        _ = try npi("new", "back.task", "--like", "reverse")
        let stopped = try CommandRun(
            shell: """
                "$NPI" train back.task --units 16 --longest 3 --problems 2 &
                while [ ! -e npi-back.safetensors.checkpoint ]; do sleep 0.01; done
                kill -INT $!; wait $!; true
                """, folder: folder.path)
        try #require(folder.names.contains("npi-back.safetensors.checkpoint"), "\(stopped.errors)")
        try edit("back.task", ("row OUT: digits", "row OUT: digits = 0"))
        let refused = try npi("train", "back.task", "--resume", "npi-back.safetensors.checkpoint")
        #expect(refused.failed(1, saying: "it was trained on another version of back.task: row OUT has changed"))
        try FileManager.default.removeItem(atPath: "\(folder.path)/back.task")
        let resumed = try npi("train", "--resume", "npi-back.safetensors.checkpoint", "--updates", "1")
        #expect(resumed.status == 0, "\(resumed.errors)")
    }

    @Test("a file of one's own has the network shipped for its name only where it is the same to a network")
    func shippedName() throws {
        _ = try npi("new", "subtract.task", "--like", "subtract")
        try edit("subtract.task", ("about \"", "about \"mine: "))
        let same = try npi("run", "subtract.task", "91", "17", "--plain")
        #expect(same.output.hasSuffix("74 (correct)\n"), "\(same.errors)")
        try edit("subtract.task", ("rest < 0", "rest < 1"))
        let other = try npi("run", "subtract.task", "91", "17", "--plain")
        #expect(
            other.failed(
                1, saying: "it is not the subtract that is shipped (program SUB1 has changed); npi train subtract.task")
        )
        let measured = try npi("evaluate", "subtract.task", "--lengths", "2", "--problems", "1")
        #expect(measured.failed(1, saying: "no shipped network has learned subtract.task"))
        _ = try npi("new", "add.task")
        try edit("add.task", ("sum > 9", "sum > 8"))
        #expect(try npi("run", "add.task", "1", "2").failed(1, saying: "(program ADD1 has changed)"))
        #expect(try npi("run", "add", "1", "2").status == 0)
    }

    @Test("a task that no network has learned says how to train one, and how to run without")
    func unknown() throws {
        _ = try npi("new", "mine.task", "--like", "reverse")
        let run = try npi("run", "mine.task", "1", "2")
        #expect(run.failed(1, saying: "no shipped network has learned mine.task; npi train mine.task trains one"))
        #expect(run.errors.contains("--expert needs none"))
    }
}
