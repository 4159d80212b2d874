import Debugger
import NPIKit
import Scratchpads
import TUI
import TerminalKit
import TestSupport
import Testing

@Suite("The debugger's panes")
struct PaneTests {
    @Test("a screen that is too small says what is needed")
    func tooSmall() throws {
        let session = try Session.known(.add, "96", "125", at: 4)
        #expect(session.text(30, 24).contains("too small: 30x24"))
        #expect(session.text(60, 8).contains("too small: 60x8"))
        #expect(session.text(60, 8).contains("enlarge to 40x10"))
        #expect(session.text(40, 10).contains("INP1"))
    }

    @Test("help and quit are always among the hints", arguments: [40, 47, 60, 80, 200])
    func hints(width: Int) throws {
        let footer = try #require(try Session.known(.add, "96", "125", at: 4).screen(width, 24).lines.last)
        #expect(footer.hasPrefix(" s step"))
        #expect(footer.hasSuffix("? help  q quit"))
    }

    @Test("probabilities have three decimals and never claim to be sure")
    func probabilities() throws {
        struct Sure: StepPredictor {
            let library = ProgramLibrary(for: [.add])
            let stateSize = 1
            func check(_ spec: ObservationSpec) throws(StepPredictorError) {}
            mutating func predict(
                encoder: String, observation: Observation, program: ProgramID, arguments: Arguments,
                from state: [Float], to next: inout [Float], into prediction: inout Prediction
            ) {
                prediction.end = 0.0004
                prediction.programs = [0.0004, 0.9996, 0, 0, 0]
                prediction.arguments = (0..<30).map { $0 % 10 == 0 ? 1 : 0 }
                prediction.decision = .call(ProgramID(rawValue: 1), .none)
            }
        }
        var session = try Session(Problem(task: .add, input: ["1", "2"]), predictor: Sure())
        session.perform(.go(to: 1))
        session.extend(events: 1)
        let text = session.text(120, 36)
        #expect(text.contains(">0.999") && text.contains("<0.001"))
        #expect(!text.contains("1.000") && !text.contains("0.000"))
    }

    @Test("the environment follows the pointers on long numbers, and scrolls away from them")
    func longNumbers() throws {
        let number = String((0..<3_000).map { "0123456789"[$0 % 10] })
        var session = try Session.known(.add, number, "1", at: 0)
        #expect(session.text(80, 24).contains("columns 2,992-3,002 of 3,002"))
        session.perform(.go(to: 7_000))
        let pointer = try #require(session.world.cells.firstIndex { $0.name == "ptr_inp1" })
        let column = 3_002 - (try #require(session.world.value(of: pointer, at: 0)))
        #expect(session.text(80, 24).contains("columns \((column - 5).grouped)-\((column + 5).grouped) of 3,002"))
        let scrolled = session.text(80, 24, .with { $0.scroll.scratchpad = 100 })
        #expect(scrolled.contains("columns \((column + 95).grouped)-\((column + 105).grouped) of 3,002"))
        // The pointers are out of sight, on the left.
        #expect(scrolled.components(separatedBy: "\n").filter { $0.contains("◂") }.count == 4)
    }

    @Test("the cursor stands in the cell that is edited, wherever the pointers are")
    func editing() throws {
        let session = try Session.known(.add, String(repeating: "1", count: 50), "2", at: 0)
        for size in [Size(80, 24), Size(120, 36), Size(40, 12)] {
            var canvas = Canvas(size: size)
            let cursor = DebuggerScreen.draw(
                session, .with { $0.editing = EditCursor(row: 0, column: 30) }, into: &canvas)
            let place = try #require(cursor)
            #expect(canvas[place]?.scalar == "1")
            #expect(canvas[place.moved(-1, 0)]?.scalar == "{")
        }
    }

    @Test("the cursor of a question stands after what was typed before it, however wide that is")
    func promptCursor() throws {
        let session = try Session.known(.add, "96", "125", at: 4)
        func cursor(_ text: String, _ cursor: Int) -> Point? {
            session.screen(
                80, 24,
                .with {
                    $0.prompt = Prompt(.command)
                    $0.prompt?.text = text
                    $0.prompt?.cursor = cursor
                }
            ).cursor
        }
        #expect(cursor("", 0) == Point(2, 23))
        #expect(cursor("goto 17", 7) == Point(9, 23))
        #expect(cursor("goto 17", 4) == Point(6, 23))
        #expect(cursor("漢字", 1) == Point(4, 23))
        #expect(cursor(String(repeating: "x", count: 500), 500) == Point(79, 23))
    }

    @Test("a message is never cut off")
    func longMessage() throws {
        let words = (0..<40).map { "word\($0)" }
        let text = try Session.known(.add, "96", "125", at: 4).text(
            80, 24, .with { $0.message = Message(words.joined(separator: " "), isError: true) })
        for word in words { #expect(text.contains(word)) }
        let short = try Session.known(.add, "96", "125", at: 4).screen(
            80, 24, .with { $0.message = Message("no such program", isError: true) })
        #expect(short.lines.last?.hasPrefix(" ✗ no such program") == true)
        #expect(short.lines.last?.hasSuffix("? help  q quit") == true)
    }

    @Test("what has ended otherwise than by a return says how")
    func endings() throws {
        struct Diver: StepPredictor {
            let library = ProgramLibrary(for: [.add])
            let stateSize = 1
            func check(_ spec: ObservationSpec) throws(StepPredictorError) {}
            mutating func predict(
                encoder: String, observation: Observation, program: ProgramID, arguments: Arguments,
                from state: [Float], to next: inout [Float], into prediction: inout Prediction
            ) {
                prediction.decision = .call(program, arguments)
            }
        }
        var session = try Session(Problem(task: .add, input: ["1", "2"]), predictor: Diver(), stepLimit: 500)
        session.perform(.toEnd)
        let text = session.text(80, 24)
        #expect(text.contains("did not halt within 500 steps"))
        // Five hundred levels deep the outline is moved to where its names can be read.
        #expect(text.contains("▾ ADD"))
    }

    @Test("an unknown rest of the run says so, in numbers too")
    func unknownFuture() throws {
        var session = try Session(Problem(task: .add, input: ["96", "125"]), predictor: ExpertPredictor())
        #expect(session.screen(80, 24).lines[0].hasSuffix("0 steps"))
        session.perform(.go(to: 4))
        let text = session.text(80, 24)
        #expect(text.contains("4 of 4+ steps"))
        #expect(text.contains("not known yet"))
    }

    @Test("going back draws the very same screen")
    func goingBack() throws {
        var session = try Session.known(.sort, "9", "2", "5", "1", at: 0)
        var screens: [String] = []
        for position in 0...session.log.count {
            #expect(session.position == position)
            screens.append(session.text(120, 36))
            session.perform(.step(.forward))
        }
        for position in (0..<session.log.count).reversed() {
            session.perform(.step(.backward))
            #expect(session.text(120, 36) == screens[position])
        }
    }

    @Test("the help scrolls to its last line and no further")
    func helpScroll() throws {
        let session = try Session.known(.add, "96", "125", at: 4)
        func text(_ scroll: Int) -> String { session.text(80, 24, .with { $0.overlay = .help(scroll: scroll) }) }
        let help = DebuggerScreen.help(session, ViewState())
        let limit = DebuggerScreen.helpScrollLimit(help, Size(80, 24), keys: CommandTable.keys)
        #expect(limit > 0)
        #expect(text(limit).contains("ACT       not learned: the environment itself does something"))
        #expect(text(limit - 1) != text(limit))
        #expect(text(limit + 9) == text(limit))
        #expect(DebuggerScreen.helpScrollLimit(CommandTable.keys.help, Size(200, 68), keys: CommandTable.keys) == 0)
    }

    @Test("the help with a word has what is about it, and says where nothing is")
    func helpSearch() throws {
        var state = try AppState.adding()
        state.type(":help BOOKMARK")
        state.press(.enter)
        let text = state.session.text(80, 24, state.view)
        #expect(text.contains("Keys with BOOKMARK"))
        #expect(text.contains("list the bookmarks") && !text.contains("step back"))
        state.press(.escape)
        state.type(":help zebra")
        state.press(.enter)
        #expect(state.view.overlay == nil)
        #expect(state.view.message?.text == "the help has nothing about \"zebra\"; ? shows all of it")
    }

    @Test("the help tells what each program of the run does, and what the marks mean")
    func guide() throws {
        for (task, input) in [
            (TaskDefinition.add, ["96", "125"]), (.sort, ["9", "2"]), (.max, ["9", "2"]),
            (.car, TaskDefinition.car.exampleInput),
        ] {
            let session = try Session(Problem(task: task, input: input), predictor: ExpertPredictor([task]))
            let help = DebuggerScreen.help(session, ViewState())
            let programs = try #require(help.last)
            #expect(programs.entries.map(\.key) == task.programNames)
            #expect(programs.entries.allSatisfy { $0.label.count > 20 })
            #expect(help[help.count - 2].entries.contains { $0.label == "a breakpoint is hit" })
        }
    }

    @Test("inside the network the help begins with what the rows show", arguments: [ViewMode.inside, .memory])
    func guideInside(mode: ViewMode) throws {
        let session = try Session.known(.add, "96", "125", at: 4)
        let view = ViewState.with {
            $0.inside.mode = mode; $0.overlay = .help(scroll: 0)
        }
        let first = try #require(session.text(80, 24, view).split(separator: "\n").dropFirst(2).first)
        #expect(first.contains(mode == .inside ? "What the rows show" : "What the program memory shows"))
    }

    @Test("a click on the slider leads to a step whose place is there")
    func slider() throws {
        let session = try Session.known(.sort, "9", "2", "5", "1", at: 0)
        let layout = DebuggerScreen.layout(Size(80, 24), ViewState())
        let row = layout.timeline.minY
        #expect(DebuggerScreen.step(at: Point(2, row), session, layout) == 0)
        #expect(DebuggerScreen.step(at: Point(77, row), session, layout) == session.log.count)
        #expect(DebuggerScreen.step(at: Point(40, row - 1), session, layout) == nil)
        #expect(DebuggerScreen.step(at: Point(0, row), session, layout) == nil)
    }
}

extension String {
    fileprivate subscript(index: Int) -> Character { self[self.index(startIndex, offsetBy: index)] }

    fileprivate func components(separatedBy separator: Character) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}

extension Int {
    fileprivate var grouped: String {
        let digits = String(self)
        return digits.count > 3 ? "\(digits.dropLast(3)),\(digits.suffix(3))" : digits
    }
}
