import Foundation
import TestSupport
import Testing

@Suite("npi evaluate")
struct EvaluateTests {
    @Test("lengths and counts can be chosen for a quick look, and are checked")
    func lengths() throws {
        let folder = try TemporaryFolder()
        _ = try CommandRun("new", "tower.task", "--like", "hanoi", folder: folder.path)
        _ = try CommandRun(
            "train", "--tasks", "tower.task", "--units", "8", "--updates", "1", "--out", "t.safetensors",
            folder: folder.path)
        func evaluate(_ options: String...) throws -> CommandRun {
            try CommandRun(["evaluate", "tower.task", "--model", "t.safetensors"] + options, folder: folder.path)
        }
        let run = try evaluate("--lengths", "1,3", "--problems", "2", "--json")
        #expect(run.status == 0, "\(run.errors)")
        let points = run.output.split(separator: "\n").dropFirst()
        #expect(points.count == 2 && points.allSatisfy { $0.contains("\"count\":2") })
        #expect(try evaluate("--lengths", "16").failed(1, saying: "takes inputs up to a length of 15, not of 16"))
        #expect(try evaluate("--lengths", "3,").failed(64, saying: "--lengths are numbers from 1"))
        #expect(try evaluate("--problems", "0").failed(64, saying: "--problems must be 1 to 1,000,000"))
        #expect(try evaluate("--suite", "fig9", "--problems", "9").failed(64, saying: "are for the suite quick"))
    }

    @Test("a shipped task is measured by its name, on the network shipped for it, and no other")
    func shippedTask() throws {
        let run = try CommandRun("evaluate", "quicksort", "--lengths", "5", "--problems", "3")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.lines.filter { $0.contains("100.0 %") }.map { $0.prefix(9) } == ["quicksort"])
        #expect(try CommandRun("evaluate", "quicksrt").failed(64, saying: "did you mean quicksort?"))
    }

    @Test("recordings of wrong runs are kept, so many at most, and listed by their first mistake")
    func failures() throws {
        let folder = try TemporaryFolder()
        func evaluate(_ options: String...) throws -> CommandRun {
            try CommandRun(
                ["evaluate", "add", "--model", "half-trained", "--lengths", "2", "--problems", "40"] + options,
                folder: folder.path)
        }
        let run = try evaluate("--failures", "wrong", "--most-failures", "5")
        #expect(run.status == 0, "\(run.errors)")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/wrong").sorted()
        #expect(names.count == 5 && names.allSatisfy { $0.hasSuffix(".npitrace") && $0.hasPrefix("0") })
        let list = try #require(run.lines.first { $0.contains("wrong runs, by their first mistake") })
        #expect(list.hasSuffix("; 5 recordings in wrong"))
        // What is said of the largest group is what its recording shows.
        #expect(run.lines.last == "npi replay wrong/\(names[0]) --at mistake opens one at its first mistake")
        let group = try #require(run.lines.first { $0.contains("is right: \(names[0])") })
        let recorded = try CommandRun("replay", "wrong/" + names[0], "--plain", folder: folder.path)
        let did = try #require(group.firstMatch(of: /^ *(.*), where\b/)).1
        let mistake = try #require(recorded.lines.first { $0.hasSuffix("  (mistake)") })
        #expect(mistake.contains(did), "\(mistake) \(did)")
        #expect(recorded.lines.last?.hasSuffix("(correct)") == false)

        // As many as the table says are in the groups.
        let json = try evaluate("--failures", "again", "--json").lines.map { try JSONValue(parsing: $0) }
        let point = try #require(json.first { $0["right"]?.number != nil && $0["count"] != nil })
        let groups = json.filter { $0["failures"] != nil }
        let wrong = (point["count"]?.number ?? 0) - (point["right"]?.number ?? 0)
        #expect(wrong > 5 && groups.reduce(0) { $0 + ($1["failures"]?.number ?? 0) } == wrong)
        #expect(groups.allSatisfy { $0["recordings"]?.array?.isEmpty == false })
        #expect(groups.map { $0["failures"]?.number ?? 0 } == groups.map { $0["failures"]?.number ?? 0 }.sorted(by: >))

        #expect(try evaluate("--failures", "wrong").failed(1, saying: "the folder holds something already"))
        #expect(try evaluate("--failures", "x", "--state", "y").failed(64, saying: "leave out --state"))
        #expect(try evaluate("--failures", "x", "--suite", "fig5").status == 64)
    }

    @Test("a network without fault leaves an empty folder, and says so")
    func noFailures() throws {
        let folder = try TemporaryFolder()
        let run = try CommandRun(
            "evaluate", "add", "--lengths", "2", "--problems", "5", "--failures", "wrong", folder: folder.path)
        #expect(run.status == 0 && run.lines.last == "no run was wrong; wrong is empty", "\(run.errors)")
    }

    @Test("figure 5 in small: a table, a plot, a picture, and results that are not measured twice")
    func fig5() throws {
        let folder = try TemporaryFolder()
        let arguments = ["evaluate", "--suite", "fig5", "--quick", "--plot", "fig5.svg"]
        let first = try CommandRun(arguments, folder: folder.path)
        #expect(first.status == 0, "\(first.errors)")
        #expect(first.lines.first == "fig5 (quick): sorting 3 values after so many examples")
        #expect(first.lines.contains { $0.hasPrefix("examples  ") && $0.hasSuffix("seq2seq") })
        #expect(first.output.contains("100 %") && first.output.contains(", 2 networks"))
        #expect(first.errors.contains("fig5  5/5 points"))
        #expect(folder.names == ["fig5.svg", "npi-fig5-quick.jsonl"])
        #expect(try folder.contents(of: "fig5.svg").hasPrefix("<svg"))

        let again = try CommandRun(arguments, folder: folder.path)
        #expect(again.output == first.output)
        #expect(again.errors.contains("5 of them known from before"))

        let json = try CommandRun("evaluate", "--suite", "fig5", "--quick", "--json", folder: folder.path)
        #expect(json.lines == (try folder.contents(of: "npi-fig5-quick.jsonl")).split(separator: "\n").map(String.init))
        for line in json.lines {
            #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
        }
    }

    @Test("the quick suite measures the shipped network and writes no file")
    func quick() throws {
        let folder = try TemporaryFolder()
        let run = try CommandRun("evaluate", "--quick", folder: folder.path)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("add        5        10  100.0 % (72.2-100.0)"), "\(run.output)")
        #expect(folder.names.isEmpty)
    }

    @Test("Ctrl-C stops a suite with a line how to go on, and nothing is lost")
    func interrupt() throws {
        let folder = try TemporaryFolder()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: binary)
        process.arguments = ["evaluate", "--suite", "fig9", "--quick"]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try folder.makeFile("errors")
        try process.run()
        while !FileManager.default.fileExists(atPath: folder.path + "/npi-fig9-quick.jsonl") { usleep(2_000) }
        usleep(300_000)
        process.interrupt()
        process.waitUntilExit()
        #expect(process.terminationStatus == 130)
        let command = "npi evaluate --suite fig9 --quick --state npi-fig9-quick.jsonl"
        #expect(try folder.contents(of: "errors").contains("of 12 points; continue with: \(command)\n"))
        try folder.remove("errors")

        let words = command.split(separator: " ").dropFirst().map(String.init)
        let resumed = try CommandRun(words, folder: folder.path)
        let whole = try CommandRun(words.dropLast() + ["other.jsonl"], folder: folder.path)
        #expect(resumed.status == 0, "\(resumed.errors)")
        #expect(resumed.output == whole.output)
        #expect(folder.names == ["npi-fig9-quick.jsonl", "other.jsonl"])
    }

    @Test("a damaged results file is refused with the line, and left as it is")
    func damaged() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/results.jsonl"
        let text = "{\"npi_evaluate\":1,\"seed\":1,\"size\":\"quick\",\"suite\":\"fig5\"}\n{\"count\":\n"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        let run = try CommandRun(
            "evaluate", "--suite", "fig5", "--quick", "--state", "results.jsonl", folder: folder.path)
        #expect(run.failed(1, saying: "line 2: it is no JSON object; remove that line"))
        #expect(try folder.contents(of: "results.jsonl") == text)
        let other = try CommandRun(
            "evaluate", "--suite", "fig6", "--quick", "--state", "results.jsonl", folder: folder.path)
        #expect(other.failed(1, saying: "holds results of fig5 --quick with seed 1, not of fig6 --quick with seed 1"))
    }
}
