import Foundation
import TestSupport
import Testing

@Suite("npi compare")
struct CompareTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func npi(_ arguments: String...) throws -> CommandRun {
        try CommandRun(arguments, folder: folder.path)
    }

    private func record(_ name: String, _ problem: String..., by model: String = "npi") throws {
        #expect(
            try CommandRun(["run"] + problem + ["--model", model, "--record", name], folder: folder.path).status == 0)
    }

    @Test("two networks on a problem: where they part, and what each thinks of the other's run")
    func networks() throws {
        let run = try npi("compare", "half-trained", "npi", "add", "58", "67")
        #expect(run.status == 1 && run.errors.isEmpty)
        #expect(run.lines[0] == "ADD 58 + 67")
        #expect(run.lines[1].contains("half-trained") && run.lines[1].contains("not correct, it should be 125"))
        #expect(run.lines[2].contains("npi") && run.lines[2].contains("125 after") && run.lines[2].hasSuffix("correct"))
        for words in [
            "first different decision: step ", "first different probability: step ",
            "the run of a: b would do otherwise at ",
            "the run of b: a would do otherwise at ", "log-likelihood -",
        ] {
            #expect(run.output.contains(words), "\(words)")
        }
        // The step is where the network of the other run makes its first mistake.
        let json = try JSONValue(parsing: try npi("compare", "half-trained", "npi", "add", "58", "67", "--json").output)
        let event = try #require(json["decision"]?["event"]?.number)
        let lines = try npi("run", "add", "58", "67", "--model", "half-trained", "--json").lines
        let mistake = try #require(lines.first { $0.contains("\"expert\":false") })
        #expect(try JSONValue(parsing: mistake)["n"]?.number == event)
        #expect(run.output.contains("first different decision: step \(Int(event)), in "))
        #expect(
            run.lines.suffix(2) == [
                "  npi run add 58 67 --model half-trained --at \(Int(event) - 1)",
                "  npi run add 58 67 --model npi --at \(Int(event) - 1)",
            ])
    }

    @Test("a shipped network is meant by its name, also where another file is called so; ./NAME is that file")
    func hiddenByFile() throws {
        try Data("the program itself, say".utf8).write(to: URL(fileURLWithPath: "\(folder.path)/npi"))
        #expect(try npi("compare", "half-trained", "npi", "add", "58", "67").lines.count > 2)
        #expect(try npi("run", "add", "5", "8", "--model", "npi").lines.last == "13 (correct)")
        #expect(try npi("run", "add", "5", "8", "--model", "./npi").errors.contains("not a safetensors file"))
    }

    @Test("what is the same exits with 0: a network and itself, its recording, and two recordings of it")
    func same() throws {
        try record("one.npitrace", "add", "58", "67")
        try record("two.npitrace", "add", "58", "67")
        for arguments in [
            ["npi", "npi", "add", "58", "67"], ["one.npitrace", "npi"], ["npi", "one.npitrace"],
            ["one.npitrace", "two.npitrace"],
        ] {
            let run = try CommandRun(["compare"] + arguments, folder: folder.path)
            #expect(run.status == 0, "\(arguments): \(run.output)\(run.errors)")
            #expect(run.output.contains("decisions are the same"))
        }
    }

    @Test("probabilities alone make a difference, unless only decisions count, or they are allowed to be so far apart")
    func probabilities() throws {
        let arguments = ["compare", "npi", "half-trained", "add", "1", "2"]
        let run = try CommandRun(arguments)
        #expect(run.status == 1 && run.output.contains("decisions are the same"))
        #expect(run.output.contains("first different probability: step "))
        #expect(try CommandRun(arguments + ["--decisions-only"]).status == 0)
        #expect(try CommandRun(arguments + ["--tolerance", "1"]).status == 0)
    }

    @Test("every step in JSON, a line each")
    func steps() throws {
        let run = try npi("compare", "half-trained", "npi", "add", "58", "67", "--json", "--steps")
        let lines = try run.lines.map { try JSONValue(parsing: $0) }
        #expect(lines[0]["same"] == .bool(false) && lines[0]["input"] == .array([.string("58"), .string("67")]))
        for (mark, index) in [("a", 0), ("b", 1)] {
            let steps = lines.dropFirst().filter { $0["run"]?.string == mark }
            let path = try #require(lines[0]["paths"]?.array?[index])
            #expect(Double(steps.count) == path["steps"]?.number)
            #expect(Double(steps.count + 1) == lines[0][mark]?["events"]?.number)
            #expect(Double(steps.filter { $0["instead"] != nil }.count) == path["differences"]?.number)
            #expect(steps.allSatisfy { (0...1.0001).contains($0["a"]?.number ?? -1) && $0["b"]?.number != nil })
        }
    }

    @Test("where both do the same, there is one run to be led along, and long results are shortened")
    func longRun() throws {
        let digits = String(repeating: "5", count: 60)
        let run = try npi("compare", "npi", "npi", "add", digits, digits)
        #expect(run.status == 0 && run.output.contains("the run of a: b would do the same"))
        #expect(!run.output.contains("the run of b") && run.lines.allSatisfy { $0.count < 120 })
        // A network expects of itself what it does.
        let numbers = run.output.matches(of: /-([0-9.]+) for [ab]/).map(\.1)
        #expect(numbers.count == 2 && numbers[0] == numbers[1])
    }

    @Test("a recording without a network is compared by what it holds")
    func unknownNetwork() throws {
        try record("one.npitrace", "add", "58", "67")
        let text = try folder.contents(of: "one.npitrace").replacing(/"model":\{[^}]*\},/, with: "")
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path + "/own.npitrace"))
        let run = try npi("compare", "own.npitrace", "npi")
        #expect(run.status == 0 && run.output.contains("its network is not at hand"), "\(run.output)\(run.errors)")
        #expect(run.output.contains("the run of a: b would do the same") && !run.output.contains("the run of b"))
    }

    @Test(
        "every kind of task can be compared",
        arguments: [
            ["sort", "3", "1", "2"], ["max", "3", "1", "4"], ["quicksort", "3", "1", "2"], ["hanoi", "3"],
            ["car", "--car", "truck-1", "--from", "-30,30"],
        ])
    func tasks(problem: [String]) throws {
        let model = ["quicksort", "hanoi"].contains(problem[0]) ? problem[0] : "npi"
        let run = try CommandRun(["compare", model, model] + problem)
        #expect(run.status == 0, "\(run.output)\(run.errors)")
    }

    @Test("what cannot be compared is one line that says what would be right")
    func wrongUsage() throws {
        try record("one.npitrace", "add", "58", "67")
        try record("two.npitrace", "add", "58", "68")
        #expect(try npi("compare", "one.npitrace", "two.npitrace").failed(1, saying: "different problems"))
        #expect(try npi("compare", "npi", "npi").failed(64, saying: "npi compare npi npi add 58 67"))
        #expect(try npi("compare", "one.npitrace", "npi", "add", "1", "2").failed(64, saying: "what is add for?"))
        #expect(try npi("compare", "npi", "nowhere", "add", "1", "2").failed(1, saying: "no shipped network nowhere"))
        #expect(try npi("compare", "npi", "gone.npitrace").failed(1, saying: "gone.npitrace"))
        #expect(try npi("compare", "npi", "npi", "add", "1", "--wrong").failed(64, saying: "no option --wrong"))
        #expect(try npi("compare", "npi", "npi", "add", "1", "2", "--tolerance", "2").failed(64, saying: "--tolerance"))
    }
}
