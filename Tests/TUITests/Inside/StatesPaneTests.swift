import Debugger
import NPIKit
import Scratchpads
import TUI
import TerminalKit
import TestSupport
import Testing

@Suite("States over time, on the screen")
struct StatesPaneTests {
    /// The debugger on a problem, run by a stand-in that can be looked into.
    private static func open(at step: Int, hiddenSize: Int = 256) throws -> AppState {
        let problem = try Problem(task: .add, input: ["96", "125"])
        var session = try Session(problem, predictor: OpenPredictor(.add, hiddenSize: hiddenSize))
        session.extend(events: .max)
        session.perform(.go(to: step))
        return AppState(session, sourceName: "test")
    }

    private static func finish(_ state: inout AppState) {
        while state.pendingWork == .background { state.work() }
    }

    @Test("H shows a column for each step with its program's letter; G the gates, and the state again; H goes back")
    func heatMap() throws {
        var state = try Self.open(at: 17)
        state.press(.character("H"))
        Self.finish(&state)
        let text = state.text(Size(80, 24))
        #expect(text.contains("hidden state of 256 units"))
        #expect(text.contains("a ADD   b ADD1   c CARRY   d LSHIFT"))
        #expect(text.contains("▴ step 17"))
        for title in ["input gate i", "forget gate f", "output gate o", "hidden state"] {
            state.press(.character("G"))
            #expect(state.text(Size(80, 24)).contains(title))
        }
        state.press(.character("H"))
        #expect(state.view.inside.mode == .run)
    }

    @Test("T shows the steps in a plane that stays the same from step to step, and where the present one is")
    func trajectory() throws {
        var state = try Self.open(at: 17)
        state.press(.character("T"))
        Self.finish(&state)
        #expect(state.text(Size(80, 24)).contains("all 38 steps"))
        let points = try #require(state.view.states.sample).points
        for _ in 0..<9 {
            state.press(.character("s"))
            Self.finish(&state)
            #expect(state.view.states.sample?.points == points)
            #expect(state.text(Size(80, 24)).contains("◆ now"))
        }
    }

    @Test(
        "~ lists the steps whose state is most like this one's; Enter goes there, } and { to the next and the one before"
    )
    func alike() throws {
        var state = try Self.open(at: 17)
        state.press(.character("~"))
        Self.finish(&state)
        let text = state.text(Size(80, 24))
        #expect(text.contains("Steps like step 18") && text.contains("among all steps of the run"))
        let nearest = try #require(state.view.states.alike?.matches.first)
        state.press(.enter)
        #expect(state.position == nearest.event - 1 && state.view.overlay == nil)
        let events = [18] + (state.view.states.alike?.matches.map(\.event) ?? [])
        let later = events.map { $0 - 1 }.filter { $0 > state.position }.min()
        state.press(.character("}"))
        #expect(state.position == later)
        state.press(.character("{"))
        #expect(state.position == nearest.event - 1)
        #expect(state.view.message?.text.contains("like step 18") == true)
    }

    @Test("before anything was sought } says what seeks; without a network nothing can be")
    func nothing() throws {
        var state = try Self.open(at: 17)
        state.press(.character("}"))
        #expect(state.view.message?.text == "~ finds the steps like this one first")
        var standIn = try AppState.adding()
        standIn.press(.character("s"), .character("~"))
        #expect(standIn.view.message?.text.contains("no network") == true)
        standIn.press(.character("H"))
        #expect(standIn.text(Size(80, 24)).contains("not by a network"))
    }

    @Test("a few units take several rows each", arguments: [1, 3, 16])
    func fewUnits(count: Int) throws {
        var state = try Self.open(at: 17, hiddenSize: count)
        for key in ["H", "T"] {
            state.press(.character(Character(key)))
            Self.finish(&state)
            for size in [Size(40, 10), Size(80, 24), Size(200, 60)] {
                #expect(state.session.screen(size.width, size.height, state.view).lines.count == size.height)
            }
        }
    }

    @Test(
        "shows what it showed", arguments: [("states", "H"), ("trajectory", "T"), ("alike", "~")],
        [Size(80, 24), Size(140, 40), Size(200, 60), Size(40, 12)])
    func shot(_ shot: (name: String, key: Character), size: Size) throws {
        var state = try Self.open(at: 17)
        state.press(.character(shot.key))
        Self.finish(&state)
        for (suffix, hasColors, glyphs) in [("", true, Glyphs.unicode), ("-plain", false, .ascii)] {
            var view = state.view
            view.hasColors = hasColors
            try expectGolden(
                state.session.text(size.width, size.height, view, glyphs: glyphs) + "\n",
                inRepository: "Tests/Goldens/Screen/\(shot.name)\(suffix)-\(size.width)x\(size.height).txt")
        }
    }
}
