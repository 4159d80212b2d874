import Foundation
import Scratchpads
import Testing
import Workbench

@Suite("npi run without a terminal")
struct RunTests {
    @Test("a shipped task runs on the network shipped for it")
    func shippedTask() throws {
        let folder = try TemporaryFolder()
        _ = try CommandRun("new", "subtract.task", "--like", "subtract", folder: folder.path)
        let run = try CommandRun("run", "subtract.task", "91", "17", "--plain", folder: folder.path)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.hasSuffix("74 (correct)\n"))
    }

    @Test("the help has a line for each built-in task, as the task says")
    func helpOfTasks() throws {
        let help = try CommandRun("run", "--help").output
        #expect(TaskCatalog.ownNames == TaskCatalog.all.map(\.name))
        for task in TaskCatalog.all { #expect(help.contains("\n\(task.helpLine)\n"), "\(task)") }
    }

    @Test("96 + 125 is 221, by the trace that the paper prints")
    func paperTrace() throws {
        let run = try CommandRun("run", "add", "96", "125")
        let carry = ["    CARRY", "      PTR CARRY LEFT", "      WRITE CARRY 1", "      PTR CARRY RIGHT"]
        let shift = ["INP1", "INP2", "CARRY", "OUT"].map { "    PTR \($0) LEFT" }
        #expect(
            run.lines == ["ADD", "  ADD1", "    WRITE OUT 1"] + carry + ["  LSHIFT"] + shift
                + ["  ADD1", "    WRITE OUT 2"] + carry + ["  LSHIFT"] + shift
                + ["  ADD1", "    WRITE OUT 2", "  LSHIFT"] + shift + ["221 (correct)"])
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
    }

    @Test("--json prints a header, an object for each event and an end, all of them JSON")
    func json() throws {
        let run = try CommandRun("run", "add", "96", "125", "--json")
        let objects = try run.lines.map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(objects.first?["npitrace"] as? Int == 1)
        #expect(objects.first?["input"] as? [String] == ["96", "125"])
        #expect((objects.first?["model"] as? [String: String])?["sha256"]?.count == 64)
        let events = objects.dropFirst().dropLast()
        #expect(events.map { $0["n"] as? Int } == (1...events.count).map { $0 })
        #expect(events.dropFirst().allSatisfy { $0["expert"] as? Bool == true })
        #expect(objects.last?["output"] as? String == "221")
        #expect(objects.last?["events"] as? Int == events.count)
    }

    @Test("--narrate says what each line is for")
    func narration() throws {
        let run = try CommandRun("run", "add", "96", "125", "--plain", "--narrate")
        #expect(run.lines.contains { $0.contains("WRITE OUT 1") && $0.contains("6 + 5 = 11: write 1, carry 1") })
    }

    @Test("a recording can be replayed and verified, and is what --json printed")
    func recordAndReplay() throws {
        let folder = try TemporaryFolder()
        let printed = try CommandRun(
            "run", "add", "58", "7", "--json", "--record", "sum.npitrace", folder: folder.path)
        #expect(try folder.contents(of: "sum.npitrace") == printed.output)
        #expect(folder.names == ["sum.npitrace"])
        let replay = try CommandRun("replay", "sum.npitrace", "--plain", folder: folder.path)
        #expect(replay.output == (try CommandRun("run", "add", "58", "7", "--plain").output))
        #expect(try CommandRun("replay", "sum.npitrace", "--json", folder: folder.path).output == printed.output)
        let check = try CommandRun("replay", "sum.npitrace", "--verify", folder: folder.path)
        #expect(check.status == 0)
        #expect(check.output.contains("events verified"))
    }

    @Test("--record replaces a file only with --overwrite")
    func overwriting() throws {
        let folder = try TemporaryFolder()
        try Data("mine".utf8).write(to: URL(fileURLWithPath: folder.path + "/sum.npitrace"))
        let refused = try CommandRun("run", "add", "58", "7", "--record", "sum.npitrace", folder: folder.path)
        #expect(refused.failed(1, saying: "sum.npitrace: it exists already"))
        #expect(try folder.contents(of: "sum.npitrace") == "mine")
        #expect(folder.names == ["sum.npitrace"])
        _ = try CommandRun("run", "add", "58", "7", "--record", "sum.npitrace", "--overwrite", folder: folder.path)
        #expect(try CommandRun("replay", "sum.npitrace", "--verify", folder: folder.path).status == 0)
    }

    @Test("npi alone prints its help where there is no terminal")
    func alone() throws {
        let run = try CommandRun()
        #expect(run.status == 0)
        #expect(run.output.contains("SUBCOMMANDS"))
        #expect(run.errors.isEmpty)
    }

    @Test("a changed recording does not verify, and the first difference is told")
    func forgery() throws {
        let folder = try TemporaryFolder()
        _ = try CommandRun("run", "add", "58", "7", "--record", "sum.npitrace", folder: folder.path)
        let text = try folder.contents(of: "sum.npitrace")
        // The first sum written, 5, becomes a 6; nothing else changes.
        let forged = text.replacingOccurrences(
            of: "\"args\":[3,2,5],\"say\":\"WRITE OUT 5\"", with: "\"args\":[3,2,6],\"say\":\"WRITE OUT 6\"")
        try #require(forged != text)
        try Data(forged.utf8).write(to: URL(fileURLWithPath: folder.path + "/forged.npitrace"))
        let check = try CommandRun("replay", "forged.npitrace", "--verify", folder: folder.path)
        #expect(check.failed(1, saying: "is not what the network does: "))
    }

    @Test("a recording cut in half replays up to its last whole line")
    func cutRecording() throws {
        let folder = try TemporaryFolder()
        _ = try CommandRun("run", "add", "58", "7", "--record", "sum.npitrace", folder: folder.path)
        let data = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/sum.npitrace"))
        try data.prefix(data.count / 2).write(to: URL(fileURLWithPath: folder.path + "/half.npitrace"))
        let half = try CommandRun("replay", "half.npitrace", "--plain", folder: folder.path)
        let whole = try CommandRun("replay", "sum.npitrace", "--plain", folder: folder.path)
        #expect(half.status == 0)
        #expect(!half.lines.isEmpty && half.lines.count < whole.lines.count)
        #expect(zip(half.lines, whole.lines).allSatisfy { $0 == $1 })
    }

    @Test("a run that does not halt is given up at the step limit, and says so")
    func stepLimit() throws {
        let run = try CommandRun("run", "add", "96", "125", "--max-steps", "10")
        #expect(run.status == 1)
        #expect(run.errors == "npi: ADD 96 + 125 did not halt within 10 steps\n")
    }

    @Test("--break takes a line of a task's file, says where nothing happens, and refuses what is no line of it")
    func lineBreakpoints() throws {
        let folder = try TemporaryFolder()
        let made = try CommandRun("new", "mine.task", "--like", "increment", folder: folder.path)
        #expect(made.status == 0)
        let run = ["run", "mine.task", "1011", "--expert", "--plain", "--break"]
        let moved = try CommandRun(run + ["mine:1"], folder: folder.path)
        #expect(moved.status == 0)
        #expect(moved.errors.contains("nothing happens on line 1; line "))
        for (line, message) in [
            ("mine.task:9999", "column 11: mine.task has the lines 1 to "),
            ("add.task:1", "column 1: the file that runs here is mine.task, not add.task"),
        ] {
            let refused = try CommandRun(run + [line], folder: folder.path)
            #expect(refused.status == 64)
            #expect(refused.errors.contains("--break \"\(line)\": \(message)"))
        }
    }
}
