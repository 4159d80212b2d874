import Foundation
import Lamps
import Testing

/// The whole program with a task of its own: everything is done through its command line, as its user would.
@Suite("A task from a package outside npi")
struct LampsTests {
    /// A network that was trained on the task, once for all tests.
    private static let trained: Result<Program, any Error> = Result {
        let program = try Program()
        try program.run(
            "train", "--tasks", "lamps", "--units", "32", "--updates", "1500", "--longest", "6", "--problems", "8",
            "--out", "lamps.safetensors")
        return program
    }

    private let program: Program

    init() throws {
        program = try Self.trained.get()
    }

    @Test("is listed, runs on the network that was trained on it, and is told in its own words")
    func runs() throws {
        #expect(try program.run("run", "--help").contains("lamps 0|1...   switch every lamp of a row on"))
        let text = try program.run(
            "run", "lamps", "0", "1", "0", "--model", "lamps.safetensors", "--plain", "--narrate")
        #expect(text.contains("SWITCH ON") && text.contains("the lamp is off: switch it on"))
        #expect(text.hasSuffix("1 1 1 (correct)\n"))
    }

    @Test("is evaluated on problems of its own")
    func isEvaluated() throws {
        let text = try program.run("evaluate", "--model", "lamps.safetensors", "--json")
        #expect(text.contains("\"task\":\"lamps\""))
    }

    @Test("a wrong input is refused in its words")
    func wrongInput() {
        let error = program.fails("run", "lamps", "0", "2")
        #expect(error == "npi: lamps takes a 0 or a 1 for each lamp, such as: lamps 0 1 0\n")
    }

    @Test("is recorded, replayed without a network, and verified against it")
    func recordings() throws {
        try program.record("row.npitrace")
        #expect(try program.run("replay", "row.npitrace", "--plain").hasSuffix("1 1 1 (correct)\n"))
        let verified = try program.run("replay", "row.npitrace", "--verify", "--model", "lamps.safetensors")
        #expect(verified.contains("events verified"))
    }

    @Test("breaks on its values by their names, and says which names there are")
    func breakpoints() throws {
        let arguments = ["run", "lamps", "0", "1", "--model", "lamps.safetensors", "--plain", "--break"]
        _ = try program.run(arguments + ["lamp == 1 and walker > 0 and lamps[0] == 1"])
        let error = program.fails(arguments + ["lanp == 1"])
        #expect(error.contains("did you mean lamp"))
    }

    @Test(
        "is exported in every format",
        arguments: ["asciicast", "speedscope", "chrome", "folded", "svg", "html"])
    func exports(format: String) throws {
        try program.record("\(format).npitrace")
        let text = try program.run("export", "\(format).npitrace", "--format", format, "-o", "-")
        #expect(text.contains("NEXT") || text.contains("LAMPS"))
    }

    @Test("is toured: what is looked at, changed, and what the network makes of it")
    func tours() throws {
        try program.write(
            """
            title: Lamps
            task: lamps
            input: 1 1 0
            model: \(program.path)/lamps.safetensors
            stops:
              - at: step 2
                look: lamps[0], walker
                text: The first lamp is on.
              - change: lamps[1] = 0
                look: lamps
                text: The second lamp is off now.
              - at: end
                text: All are on.
            """, to: "lamps.yaml")
        let text = try program.run("tour", "./lamps.yaml", "--plain")
        #expect(text.contains("LAMPS  [1] 1  0") && text.contains("LAMPS  [1] 0  0") && text.contains("1  1 [1]"))
    }

    @Test("is stepped, stopped and edited on the screen")
    func screen() throws {
        let terminal = try Terminal(in: program.path)
        terminal.type(
            "\(Program.binary) run lamps 0 1 0 --model lamps.safetensors --no-color --break 'walker == 1'")
        terminal.press("Enter")
        #expect(terminal.shows("LAMPS"))
        terminal.press("c")
        #expect(terminal.shows("breakpoint 1: walker == 1"))
        // The edit cursor stands on the lamp under the walker: off, and the network switches it on again.
        terminal.press("e", "0", "Escape", "End")
        #expect(terminal.shows("1 1 1, correct (after your change)"))
        terminal.press("q")
    }
}
