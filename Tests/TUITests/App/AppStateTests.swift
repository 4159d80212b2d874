import Debugger
import NPIKit
import Scratchpads
import TUI
import TerminalKit
import TestSupport
import Testing

@Suite("The debugger's keys")
struct AppStateTests {
    @Test("in a window too small to show anything no key acts unseen, but q quits")
    func tooSmall() throws {
        var state = try AppState.adding()
        _ = state.update(.resize(Size(12, 3)))
        state.press(.character("s"), .character(":"), .character("e"))
        #expect(state.position == 0 && state.view.prompt == nil && state.view.editing == nil)
        _ = state.update(.resize(Size(80, 24)))
        state.press(.character("s"), .character(":"))
        _ = state.update(.resize(Size(12, 3)))
        #expect(state.update(.key(.character("q"))) == [.quit])
    }

    @Test("a jump to a mark says what it is")
    func markWords() throws {
        var state = try AppState.adding()
        state.press(.end)
        state.type("0]")
        #expect(state.view.message == Message("mark: a piece of the result is written"))
        state.type("]")
        #expect(state.view.message == Message("mark: a carry is written"))
    }

    @Test("s steps by one event, S goes back by one")
    func step() throws {
        var state = try AppState.adding()
        state.press(.character("s"), .character("s"), .character("s"))
        #expect(state.position == 3)
        state.press(.character("S"))
        #expect(state.position == 2)
    }

    @Test("n goes over a call, f finishes the frame, c runs to the end and tells the sum")
    func overFinishRun() throws {
        var state = try AppState.adding()
        state.press(.character("s"), .character("n"))
        // ADD has called ADD1, which is done: its write, CARRY with three actions, both returns.
        #expect(state.position == 9)
        #expect(state.session.depth == 1)
        state.press(.character("N"))
        #expect(state.position == 1)
        state.press(.character("s"), .character("f"))
        #expect(state.position == 9)
        state.press(.character("c"))
        #expect(state.position == 39)
        #expect(state.view.message == Message("halted: 221, correct"))
        state.press(.character("C"))
        #expect(state.position == 0)
    }

    @Test("b sets a breakpoint on the next call, c stops there, B lists it, d deletes it")
    func breakpoints() throws {
        var state = try AppState.adding()
        state.type(":break carry")
        state.press(.enter)
        #expect(state.view.message == Message("breakpoint 1: CARRY"))
        state.press(.character("c"))
        #expect(state.session.selectedFrame.map { state.session.library[$0.program] } == "CARRY")
        #expect(state.view.message == Message("breakpoint 1: CARRY"))
        state.press(.character("B"))
        #expect(state.view.overlay == .breakpoints(selected: 0))
        state.press(.character("d"), .character("q"))
        #expect(state.session.stopPoints.breakpoints.isEmpty)
        #expect(state.view.overlay == nil)
    }

    @Test("g asks for a step: numbers, shares, relative ones, words; nonsense is explained")
    func goTo() throws {
        var state = try AppState.adding()
        state.press(.end)
        for (text, position) in [("17", 17), ("+3", 20), ("-20", 0), ("50%", 20), ("end", 39), ("start", 0)] {
            state.type("g\(text)")
            state.press(.enter)
            #expect(state.position == position, "\(text)")
        }
        for nonsense in ["99", "-1", "x", "1000%", "9999999999999999999999"] {
            state.type("g\(nonsense)")
            state.press(.enter)
            #expect(state.position == 0)
            #expect(state.view.message?.isError == true, "\(nonsense)")
        }
    }

    @Test("digits jump to tenths once the run's length is known")
    func tenths() throws {
        var state = try AppState.adding()
        state.press(.character("5"))
        #expect(state.view.message?.isError == true)
        state.press(.end, .character("0"))
        #expect(state.position == 0)
        for digit in 1...9 {
            state.press(.character(Character("\(digit)")))
            #expect(state.position == 39 * digit / 10)
        }
    }

    @Test("/ finds words of the narration, > and < the next and the one before")
    func search() throws {
        var state = try AppState.adding()
        state.press(.end, .home)
        state.type("/write carry")
        state.press(.enter)
        let first = state.position
        #expect(state.session.log[first].event.isAct)
        state.press(.character(">"))
        #expect(state.position > first)
        state.press(.character("<"))
        #expect(state.position == first)
        state.type("/xyzzy")
        state.press(.enter)
        #expect(state.view.message?.text == "\"xyzzy\" is not found after this step; < looks the other way")
        state.press(.home)
        state.type("/xyzzy")
        state.press(.enter)
        #expect(state.view.message?.text == "\"xyzzy\" is not found")
    }

    @Test("space plays until the end or the next key that pauses")
    func play() throws {
        var state = try AppState.adding()
        state.press(.character(" "))
        #expect(state.view.activity == .playing)
        state.work()
        state.work()
        #expect(state.position == 2)
        state.press(.character(" "))
        #expect(state.view.activity == .idle)
        state.press(.character("+"))
        #expect(state.view.speed.stepsPerSecond == 8)
    }

    @Test("[ and ] go to carries and written digits")
    func marks() throws {
        var state = try AppState.adding()
        state.press(.end, .home, .character("]"))
        #expect(state.position == 3)
        state.press(.character("]"))
        #expect(state.position == 6)
        state.press(.character("["))
        #expect(state.position == 3)
    }

    @Test("with m the run stops at the network's mistake")
    func mistakes() throws {
        // The second evaluation is ADD1's first: it should write a 1 and writes a 7.
        var state = try AppState.adding(slips: [2: .act(Arguments(3, 2, 7))])
        state.press(.character("m"), .character("c"))
        #expect(state.position == 3)
        #expect(state.view.message?.text.hasPrefix("mistake") == true)
    }

    @Test("e changes a digit, the network runs on from there, U brings the original run back")
    func whatIf() throws {
        var state = try AppState.adding()
        state.press(.end, .home, .character("e"), .character("9"), .escape, .end)
        #expect(state.session.problem.output(of: state.session.world) == "224")
        state.press(.character("U"), .end)
        #expect(state.session.problem.output(of: state.session.world) == "221")
    }

    @Test(
        "a line chosen far ahead in the trace, then a digit changed: the arrows and Enter go on from the last line known"
    )
    func chosenLineThatIsCutOff() throws {
        for key in [Key.down, .up, .pageDown, .enter] {
            var state = try AppState.adding()
            state.press(.end)
            state.press(.tab, .tab, .tab, .up, .up)
            #expect(state.view.focus == .trace)
            _ = state.update(.key(.character("e")))
            state.press(.escape)
            state.type("g4")
            state.press(.enter)
            state.press(.pageDown, .pageDown)
            state.type("e7")
            #expect(state.session.log.count == 4)
            state.press(.escape)
            state.press(key)
            #expect(state.view.trace.cursor.map { $0 <= state.session.log.count } == true)
        }
    }

    @Test("Tab completes commands, and says what there is to choose from")
    func completion() throws {
        var state = try AppState.adding()
        state.type(":bre")
        state.press(.tab)
        #expect(state.view.prompt?.completions == ["break", "breakpoints"])
        #expect(state.view.prompt?.text == "break")
        state.type(" ad")
        state.press(.tab)
        #expect(state.view.prompt?.text == "break ADD")
        state.press(.escape)
        #expect(state.view.prompt == nil)
    }

    @Test("Tab again goes through the choices, Shift-Tab back; what is typed goes on from there")
    func cycling() throws {
        var state = try AppState.adding()
        state.type(":break ")
        state.press(.tab)
        let choices = try #require(state.view.prompt?.completions)
        #expect(choices.count > 8)
        #expect(state.view.prompt?.text == "break ")
        state.press(.tab)
        #expect(state.view.prompt?.text == "break \(choices[0])")
        state.press(.tab)
        #expect(state.view.prompt?.text == "break \(choices[1])")
        state.press(.backTab, .backTab)
        #expect(state.view.prompt?.text == "break \(choices[choices.count - 1])")
        let screen = state.session.screen(80, 24, state.view).lines
        #expect(screen.suffix(6).filter { line in choices.contains { line.contains($0) } }.count > 1)
        state.press(.tab)
        state.type(" if depth > 1")
        state.press(.enter)
        #expect(state.session.stopPoints.breakpoints.first?.text == "\(choices[0]) if depth > 1")
    }

    @Test("Tab does not take what a value may be for words")
    func hintsAreNotCompletions() throws {
        var state = AppState(try .known(.car, "saloon-1", "-45,45", "0,15", at: 3), sourceName: "test")
        state.press(.character("e"))
        let text = try #require(state.view.prompt?.text)
        state.press(.tab, .tab)
        #expect(state.view.prompt?.text.contains(" to ") == false, "\(text)")
    }

    @Test("a key without a command says so", arguments: ["%", ";", "é"])
    func unknownKey(text: String) throws {
        var state = try AppState.adding()
        state.type(text)
        #expect(state.view.message == Message("\(text) does nothing here; ? shows all keys", isError: true))
    }

    @Test(
        "nonsense on the command line is answered",
        arguments: ["dance", "w", "speed fast", "theme", "break call ACT", "delete 9", "mistakes maybe"])
    func nonsense(text: String) throws {
        var state = try AppState.adding()
        state.type(":\(text)")
        state.press(.enter)
        // Either it is said, or the line is asked for again with what is wrong beside it.
        #expect(state.view.message?.isError == true || state.view.prompt?.problem != nil)
        #expect(state.position == 0)
    }

    @Test("a condition on an action is said to be asked when the action is done")
    func conditionAfterAction() throws {
        var state = try AppState.adding()
        state.type(":break act WRITE if carry == 1")
        state.press(.enter)
        #expect(state.view.message?.text.hasSuffix("(asked when it is done: values are the new ones)") == true)
        state.type(":break CARRY if depth > 2")
        state.press(.enter)
        #expect(state.view.message?.text == "breakpoint 2: CARRY if depth > 2")
    }

    @Test("Ctrl-U clears a line that was wrong, wherever its cursor was put")
    func clearing() throws {
        var state = try AppState.adding()
        state.type(":break carry == 1 and carrry == 2")
        state.press(.enter, .control("u"))
        #expect(state.view.prompt?.text == "")
        state.type("break CARRY")
        state.press(.left, .left, .control("u"))
        #expect(state.view.prompt?.text == "RY")
    }

    @Test("under a list or the help the footer offers no keys that would not act; a zoomed pane says how to get out")
    func footers() throws {
        var state = try AppState.adding()
        state.type("?")
        let footer = try #require(state.session.screen(80, 24, state.view).lines.last)
        #expect(footer.contains("Esc closes this") && !footer.contains("quit"))
        state.press(.escape, .tab)
        state.type("z")
        #expect(state.session.screen(80, 24, state.view).lines.last?.hasPrefix(" z all panes") == true)
    }

    @Test("in a replay the footer offers neither to edit nor another problem")
    func replayFooter() throws {
        let live = try AppState.adding().session
        var recorder = Recorder(live, model: nil)
        var session = live
        session.extend(events: .max)
        var bytes: [UInt8] = []
        while let lines = recorder.newLines(of: session) { bytes += lines }
        let replay = try Session(replaying: try Recording(bytes: bytes + recorder.endLine(of: session)))
        let (ours, theirs) = (replay.screen(240, 40).lines.last, live.screen(240, 40).lines.last)
        #expect(theirs?.contains("e edit") == true && theirs?.contains("a another") == true)
        #expect(ours?.contains("e edit") == false && ours?.contains("a another") == false)
    }

    @Test("a wrong :break comes back with the cursor on what is wrong; put right, it is set")
    func breakPutRight() throws {
        var state = try AppState.adding()
        state.type(":break carrry == 1")
        state.press(.enter)
        let prompt = try #require(state.view.prompt)
        #expect(prompt.cursor == 6)
        #expect(prompt.problem == "there is no value carrry; did you mean carry?")
        state.press(.right, .right, .delete)
        #expect(state.view.prompt?.problem == nil)
        state.press(.enter)
        #expect(state.view.message == Message("breakpoint 1: carry == 1"))
        state.press(.character("c"))
        #expect(state.position == 6)
        #expect(state.view.message == Message("breakpoint 1: carry == 1"))
    }

    @Test("b on an action in the trace breaks on that action; log-only breakpoints are told at the end")
    func actionAndLog() throws {
        var state = try AppState.adding()
        state.press(.end, .home, .tab, .tab, .tab, .down, .down)
        state.press(.character("b"))
        #expect(state.session.stopPoints.breakpoints.map(\.text) == ["act WRITE OUT 1"])
        state.type(":break LSHIFT log")
        state.press(.enter, .escape, .home, .character("c"))
        #expect(state.position == 3)
        state.press(.character("c"))
        #expect(state.view.message == Message("halted: 221, correct; LSHIFT log: passed 3x"))
    }

    @Test(
        "Tab completes breakpoints: programs, actions, values",
        arguments: [
            (":break LSH", "break LSHIFT "), (":break act wri", "break act WRITE "),
            (":break act WRITE OU", "break act WRITE OUT "),
            (":break ADD1 if ptr_c", "break ADD1 if ptr_carry "), (":break return LS", "break return LSHIFT "),
        ])
    func breakCompletion(typed: String, completed: String) throws {
        var state = try AppState.adding()
        state.type(typed)
        state.press(.tab)
        #expect(state.view.prompt?.text == completed)
    }

    @Test("q quits from everywhere: in prompts and overlays after one Esc")
    func quit() throws {
        for opening in ["", ":", "/", "g", "?", "B", "e"] {
            var state = try AppState.adding()
            state.type(opening)
            if !opening.isEmpty { state.press(.escape) }
            #expect(state.update(.key(.character("q"))) == [.quit], "\(opening)")
        }
    }
}

extension Event {
    fileprivate var isAct: Bool { if case .act = self { true } else { false } }
}
