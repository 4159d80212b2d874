import Foundation
import Testing

@Suite("The debugger in a terminal: long runs and recordings")
struct LongRunTests {
    /// A terminal in which the addition of a number of 3,000 digits is open: tens of thousands of events.
    static func longRun(_ options: String = "") throws -> Terminal {
        let terminal = try Terminal()
        try terminal.write("\(String(repeating: "9", count: 3_000)) 1", to: "long")
        try terminal.runAndWatch("run add $(cat long) \(options)")
        try terminal.wait(forStep: 0)
        return terminal
    }

    @Test("Ctrl-C stops a long c where it is, and a second c goes on")
    func interrupt() throws {
        let terminal = try Self.longRun()
        try terminal.press("c", toSee: "running")
        try terminal.press("C-c", toSee: "interrupted")
        let step = try #require(try terminal.step)
        #expect(step > 0)
        try terminal.press("c", toSee: "running")
        // Any key interrupts, and does what it does.
        try terminal.press("S")
        try terminal.wait("it has stopped") { $0.first?.contains("running") == false }
        #expect(try #require(try terminal.step) > step)
        try terminal.press("C-c", toSee: "q quits")
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
    }

    @Test("what a search finds, and how often, is told without another key")
    func search() throws {
        let terminal = try Terminal()
        try terminal.runAndWatch("run add 96 125")
        try terminal.wait(forStep: 0)
        try terminal.press("End", toSee: "halted")
        try terminal.press("Home")
        try terminal.wait(forStep: 0)
        try terminal.type("/ADD1")
        try terminal.press("Enter", toSee: "match 1 of 3")
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
    }

    @Test("the window can change while it runs, and q quits in the middle")
    func resizeAndQuit() throws {
        let terminal = try Self.longRun("--no-cache")
        try terminal.press("c", toSee: "running")
        for (columns, rows) in [(140, 40), (20, 5), (61, 17), (80, 24)] {
            try terminal.resize(columns: columns, rows: rows)
            if columns >= 40 {
                try terminal.wait("the last row is the footer") {
                    $0.count >= rows && $0[rows - 1].contains("quit") && $0[0].contains("running")
                }
            } else {
                try terminal.wait(for: "enlarge to 40x10")
            }
        }
        try terminal.press("q")
        #expect(try terminal.ended(wasResized: true) == 0)
    }

    @Test("a recording that is quit in the middle can be replayed, and looks the same")
    func recordAndReplay() throws {
        let terminal = try Self.longRun("--record sum.npitrace")
        try terminal.wait(for: "sum.npitrace")
        #expect(terminal.files.contains("sum.npitrace.part"))
        try terminal.press("c", toSee: "running")
        try terminal.press("C-c", toSee: "interrupted")
        try terminal.press("g")
        try terminal.answer("100")
        let live = try terminal.wait(forStep: 100)
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
        #expect(terminal.files.contains("sum.npitrace"))
        #expect(!terminal.files.contains("sum.npitrace.part"))
        try terminal.runAndWatch("replay sum.npitrace")
        try terminal.wait(forStep: 0)
        try terminal.press("g")
        try terminal.answer("100")
        let replayed = try terminal.wait(forStep: 100)
        #expect(Self.panes(of: live) == Self.panes(of: replayed))
        try terminal.press("c", toSee: "the recording breaks off here")
        try terminal.press("e", toSee: "a recording cannot be changed")
        try terminal.press("r", toSee: "this is a recording already")
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
    }

    /// The panes, without the title, which names the source, and the timeline, which depends on how far the run went.
    private static func panes(of screen: [String]) -> [String] {
        screen.filter { $0.hasPrefix("│") || $0.hasPrefix("├ ") }
    }

    @Test("a whole recording replays to its end; --play plays it")
    func replay() throws {
        let terminal = try Terminal()
        _ = try CommandRun("run", "add", "96", "125", "--record", "sum.npitrace", folder: terminal.path)
        try terminal.runAndWatch("replay sum.npitrace")
        try terminal.wait(for: "0 of 39 steps")
        try terminal.wait(for: "replay of sum.npitrace")
        try terminal.press("c", toSee: "halted: 221, correct")
        try terminal.press("S", toStep: 38)
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
        try terminal.runAndWatch("replay sum.npitrace --play --speed 200")
        try terminal.wait(for: "39 of 39 steps")
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
    }

    @Test("r asks for a file and records from the first step on")
    func recordKey() throws {
        let terminal = try Terminal()
        try terminal.runAndWatch("run add 96 125")
        try terminal.wait(for: "0 of 39 steps")
        try terminal.press("s", toStep: 1)
        try terminal.press("r", toSee: "record to: add-96-125.npitrace")
        try terminal.press("Enter", toSee: "recording to add-96-125.npitrace")
        try terminal.press("r", toSee: "q ends it")
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
        let check = try CommandRun("replay", "add-96-125.npitrace", "--verify", folder: terminal.path)
        #expect(check.output.contains("39 events verified"), "\(check.errors)")
    }

    @Test("r asks before it replaces a file; n leaves it as it is, y replaces it")
    func recordOverAFile() throws {
        let terminal = try Terminal()
        try terminal.write("mine", to: "add-96-125.npitrace")
        for answer in ["n", "y"] {
            try terminal.runAndWatch("run add 96 125")
            try terminal.wait(for: "0 of 39 steps")
            try terminal.press("r", toSee: "record to: add-96-125.npitrace")
            try terminal.press("Enter", toSee: "Replace it? (y/n)")
            try terminal.press(answer, toSee: answer == "n" ? "stays as it is" : "recording to add-96-125.npitrace")
            try terminal.press("q")
            #expect(try terminal.ended() == 0)
            let text = try String(contentsOfFile: terminal.path + "/add-96-125.npitrace", encoding: .utf8)
            #expect((text == "mine") == (answer == "n"))
        }
    }
}
