import Assets
import Debugger
import NPIKit
import Scratchpads
import TUI
import TerminalKit
import TestSupport
import Testing

@Suite("The numbers of a run, on the screen")
struct NumbersPaneTests {
    private static func finish(_ state: inout AppState) {
        while state.pendingWork == .background { state.work() }
    }

    @Test("# counts the run as it becomes known, and how much of it is before the position; # goes back")
    func counts() throws {
        var state = try AppState.adding()
        state.press(.character("#"))
        Self.finish(&state)
        #expect(state.text(Size(80, 24)).contains("39 events; the expert needs 39; 0 mistakes"))
        #expect(state.text(Size(80, 24)).contains("LSHIFT         3        0        0       12        0"))
        state.press(.end)
        #expect(state.text(Size(80, 24)).contains("LSHIFT         3        3        0       12        0"))
        state.press(.character("#"))
        #expect(state.view.inside.mode == .run)
    }

    @Test("no step looks at an event again")
    func incremental() throws {
        var state = try AppState.adding()
        state.type(":numbers")
        state.press(.enter)
        Self.finish(&state)
        let numbers = try #require(state.view.numbers)
        state.press(.character("s"), .character("s"))
        #expect(state.pendingWork == .nothing)
        #expect(state.view.numbers?.eventCount == numbers.eventCount)
    }

    @Test("the wheel scrolls the numbers on a small screen, and they begin at the top again the next time")
    func wheel() throws {
        var state = try AppState.adding()
        let size = Size(60, 12)
        _ = state.update(.resize(size))
        state.press(.character("#"))
        Self.finish(&state)
        let top = state.text(size)
        for _ in 0..<3 { _ = state.update(.mouse(MouseEvent(.wheelDown, at: Point(20, 5)))) }
        #expect(state.text(size) != top && state.session.selection == 0)
        state.press(.character("#"), .character("#"))
        #expect(state.text(size) == top)
    }

    @Test("shows what it showed", arguments: [Size(80, 24), Size(140, 40), Size(200, 60), Size(40, 12)])
    func shot(size: Size) throws {
        let network = try ModelFile.read(try Assets.path(of: "Weights/half-trained.safetensors")).network
        var session = try Session(Problem(task: .add, input: ["58", "67"]), predictor: NetworkPredictor(network))
        session.extend(events: .max)
        session.perform(.go(to: 12))
        var state = AppState(session, sourceName: "test")
        state.press(.character("#"))
        Self.finish(&state)
        for (suffix, hasColors, glyphs) in [("", true, Glyphs.unicode), ("-plain", false, .ascii)] {
            var view = state.view
            view.hasColors = hasColors
            try expectGolden(
                state.session.text(size.width, size.height, view, glyphs: glyphs) + "\n",
                inRepository: "Tests/Goldens/Screen/numbers\(suffix)-\(size.width)x\(size.height).txt")
        }
    }
}
