import Assets
import Debugger
import NPIKit
import Scratchpads
import TUI
import TerminalKit
import TestSupport
import Testing

@Suite("Why this call, on the screen")
struct WhyPaneTests {
    private static func open(_ task: TaskDefinition, _ input: [String]) throws -> AppState {
        let network = try ModelFile.read(try Assets.path(of: Assets.defaultModel)).network
        var session = try Session(Problem(task: task, input: input), predictor: NetworkPredictor(network))
        session.extend(events: .max)
        return AppState(session, sourceName: "test")
    }

    /// Lets the network be asked to the end.
    private static func finish(_ state: inout AppState) {
        while state.pendingWork == .background { state.work() }
    }

    @Test(
        "y shows what else could have been seen and what would have been done, step by step, and goes back to the run")
    func steps() throws {
        var state = try Self.open(.add, ["96", "125"])
        state.press(.character("s"), .character("s"), .character("y"))
        Self.finish(&state)
        #expect(state.text(Size(80, 24)).contains("ADD1, its 1st step, next: WRITE OUT 1"))
        state.press(.character("s"))
        Self.finish(&state)
        let text = state.text(Size(80, 24))
        #expect(text.contains("ADD1, its 2nd step, next: call CARRY"))
        #expect(text.contains("INP1      6   <0.001   A A A A · · ● · · · A"))
        #expect(text.contains("A return"))
        state.press(.character("y"))
        #expect(state.view.inside.mode == .run && state.view.inside.why == nil)
    }

    @Test("a table longer than the screen is scrolled with the arrows, to its last line and no further")
    func scrolling() throws {
        var state = try Self.open(.add, ["96", "125"])
        state.press(.character("s"), .character("s"))
        state.type(":why")
        state.press(.enter)
        let size = Size(60, 12)
        _ = state.update(.resize(size))
        Self.finish(&state)
        #expect(!state.text(size).contains("what is seen"))
        for _ in 0..<40 { state.press(.down) }
        let end = state.text(size)
        #expect(end.contains("I WRITE OUT 4"))
        state.press(.up)
        #expect(state.text(size) != end)
    }

    @Test("it says why there is nothing, and what would help")
    func nothing() throws {
        var state = try AppState.adding()
        state.press(.character("s"), .character("y"))
        #expect(state.text(Size(80, 24)).contains("not by a network"))
    }

    @Test("shows what it showed", arguments: ["add", "sort", "car"], [Size(80, 24), Size(140, 40), Size(40, 12)])
    func shot(_ name: String, size: Size) throws {
        let input =
            ["add": ["96", "125"], "sort": ["9", "2", "5"], "car": ["truck-1", "-60,45", "0,15"]][name] ?? []
        var state = try Self.open(try #require(TaskCatalog.task(named: name)), input)
        let steps = ["add": 2, "sort": 5, "car": 13][name] ?? 0
        for _ in 0..<steps { state.press(.character("s")) }
        state.press(.character("y"))
        Self.finish(&state)
        for (suffix, hasColors, glyphs) in [("", true, Glyphs.unicode), ("-plain", false, .ascii)] {
            var view = state.view
            view.hasColors = hasColors
            try expectGolden(
                state.session.text(size.width, size.height, view, glyphs: glyphs) + "\n",
                inRepository: "Tests/Goldens/Screen/why-\(name)\(suffix)-\(size.width)x\(size.height).txt")
        }
    }
}
