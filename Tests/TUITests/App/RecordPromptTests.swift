import Glibc
import TUI
import TerminalKit
import TestSupport
import Testing

@Suite("Naming a recording")
struct RecordPromptTests {
    /// Presses keys one after the other and returns what they ask of the program.
    private func press(_ state: inout AppState, _ keys: Key...) -> [AppEffect] {
        keys.flatMap { state.update(.key($0)) }
    }

    private func type(_ state: inout AppState, _ text: String) -> [AppEffect] {
        text.flatMap { state.update(.key($0 == "\n" ? .enter : .character($0))) }
    }

    private let suggestion = "add-96-125.npitrace"

    @Test("Enter takes the suggested name")
    func taken() throws {
        var state = try AppState.adding()
        #expect(type(&state, "r\n") == [.record(suggestion, overwriting: false)])
    }

    @Test("the first character that is typed or pasted replaces the suggested name")
    func replaced() throws {
        var state = try AppState.adding()
        #expect(type(&state, "rsum.npitrace\n") == [.record("sum.npitrace", overwriting: false)])
        _ = type(&state, "r")
        _ = state.update(.paste("other.npitrace"))
        #expect(press(&state, .enter) == [.record("other.npitrace", overwriting: false)])
    }

    @Test("who goes right or to the end of the suggested name edits it", arguments: [Key.right, .end, .control("e")])
    func edited(key: Key) throws {
        var state = try AppState.adding()
        _ = press(&state, .character("r"), key)
        for _ in ".npitrace" { _ = press(&state, .backspace) }
        #expect(type(&state, "-2.npitrace\n") == [.record("add-96-125-2.npitrace", overwriting: false)])
        _ = press(&state, .character("r"), key, .home)
        #expect(type(&state, "my-\n") == [.record("my-" + suggestion, overwriting: false)])
    }

    @Test(
        "what is typed after another key is never joined to the suggested name",
        arguments: [Key.left, .home, .backspace])
    func notJoined(key: Key) throws {
        var state = try AppState.adding()
        _ = press(&state, .character("r"), key)
        #expect(type(&state, "sum.npitrace\n") == [.record("sum.npitrace", overwriting: false)])
    }

    @Test(
        "a command without its colon writes no file, but asks",
        arguments: ["break act", "write carry", "record x.npitrace", "run add 1 2", "branches", "search ADD1", "r x"])
    func mistyped(line: String) throws {
        for answer in ["n", "y", "no", "", "b", " "] {
            var state = try AppState.adding()
            #expect(type(&state, line + "\n") == [])
            // Where an r opened the prompt, its answer is asked about.
            if state.view.prompt?.kind == .unusualName(path: String(line[line.firstRange(of: "r")!.upperBound...])) {
                #expect(type(&state, answer + "\n") == [])
                #expect(state.view.prompt == nil)
            }
        }
    }

    @Test("a name that does not end in .npitrace is asked about, also on the command line, and yes takes it")
    func unusual() throws {
        for line in ["rsum.json\n", ":record sum.json\n"] {
            var state = try AppState.adding()
            #expect(type(&state, line) == [])
            #expect(state.view.prompt?.kind == .unusualName(path: "sum.json"))
            #expect(type(&state, "yes\n") == [.record("sum.json", overwriting: false)])
            #expect(type(&state, line + "n\n") == [])
            #expect(state.view.message == Message("nothing is recorded"))
        }
    }

    @Test("keys that come at once and hold a y are no answer")
    func burst() throws {
        let keys: [Key] = "rsum\ny1\n".map { $0 == "\n" ? .enter : .character($0) }
        var app = DebuggerApp(try AppState.adding(), on: HeadlessScreen(script: keys.map { .key($0) } + [nil]))
        app.run()
        #expect(app.state.view.prompt == nil)
        #expect(app.state.view.message == Message("nothing is recorded"))
        #expect(access("sum", F_OK) != 0)
    }

    @Test("~ is the home folder")
    func home() throws {
        let home = getenv("HOME").map { String(cString: $0) } ?? ""
        var state = try AppState.adding()
        #expect(type(&state, "r~/sum.npitrace\n") == [.record(home + "/sum.npitrace", overwriting: false)])
        #expect(type(&state, ":record ~/sum.npitrace\n") == [.record(home + "/sum.npitrace", overwriting: false)])
    }

    @Test("Ctrl-C leaves any question, and only then says how to quit")
    func interrupt() throws {
        for line in ["r", ":theme", "/ADD", "g1", "w", "rx y\n"] {
            var state = try AppState.adding()
            #expect(type(&state, line) == [])
            #expect(state.view.prompt != nil, "\(line)")
            #expect(state.update(.interrupted) == [])
            #expect(state.view.prompt == nil, "\(line)")
            _ = state.update(.interrupted)
            #expect(state.view.message == Message("q quits"))
        }
        var state = try AppState.adding()
        state.press(.character("e"))
        _ = state.update(.interrupted)
        #expect(state.view.editing == nil)
    }
}
