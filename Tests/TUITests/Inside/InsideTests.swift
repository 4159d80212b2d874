import Debugger
import NPIKit
import Scratchpads
import TUI
import TerminalKit
import TestSupport
import Testing

extension AppState {
    /// The debugger on a problem, run by a stand-in that can be looked into.
    fileprivate static func open(_ task: TaskDefinition = .add, hiddenSize: Int = 256) throws -> AppState {
        let problem = try Problem(task: task, input: task == .add ? ["96", "125"] : ["9", "2", "5"])
        var session = try Session(problem, predictor: OpenPredictor(task, hiddenSize: hiddenSize))
        session.extend(events: .max)
        return AppState(session, sourceName: "test")
    }
}

@Suite("Looking inside the network on the screen")
struct InsideTests {
    @Test("i shows the selected frame's state, step by step, and goes back to the run")
    func inside() throws {
        var state = try AppState.open()
        state.press(.character("s"), .character("s"), .character("i"))
        #expect(state.view.inside.mode == .inside)
        #expect(state.text(Size(80, 24)).contains("ADD1, its 1st step, next: WRITE OUT 1"))
        state.press(.character("s"))
        #expect(state.text(Size(80, 24)).contains("ADD1, its 2nd step, next: call CARRY"))
        state.press(.character("u"))
        #expect(state.text(Size(80, 24)).contains("ADD, its 1st step, which made its call ADD1"))
        state.press(.character("S"))
        #expect(state.text(Size(80, 24)).contains("ADD1, its 1st step, next: WRITE OUT 1"))
        state.press(.character("i"))
        #expect(state.view.inside.mode == .run && state.view.inside.insight == nil)
    }

    @Test("going there and back shows the same screen")
    func backInTime() throws {
        var state = try AppState.open()
        state.press(.character("i"), .character("s"))
        var screens: [String] = []
        for _ in 0..<37 {
            screens.append(state.text(Size(80, 24)))
            state.press(.character("s"))
        }
        for screen in screens.reversed() {
            state.press(.character("S"))
            #expect(state.text(Size(80, 24)) == screen)
        }
    }

    @Test("M shows the program memory; Esc goes back")
    func memory() throws {
        var state = try AppState.open(.sort)
        state.press(.character("s"), .character("s"), .character("M"))
        let text = state.text(Size(80, 24))
        #expect(text.contains("Program memory") && text.contains("COMPSWAP") && text.contains("query"))
        state.press(.character("i"))
        #expect(state.view.inside.mode == .inside)
        state.press(.escape)
        #expect(state.view.inside.mode == .run)
    }

    @Test("the arrows scroll the program memory to its last row, and z has nothing to do where it has the screen")
    func scrolling() throws {
        var state = try AppState.open(.max)
        state.press(.character("s"), .character("M"))
        let size = Size(80, 10)
        _ = state.update(.resize(size))
        let last = try #require(state.session.memory?.library.names.last)
        for _ in 0..<40 { state.press(.up) }
        let first = state.text(size)
        #expect(first.contains("rows 1-") && !first.contains(" \(last) "))
        for _ in 0..<40 { state.press(.down) }
        let end = state.text(size)
        #expect(end.contains(" \(last) "))
        state.press(.up)
        #expect(state.text(size) != end, "a key pressed in vain leaves nothing to be taken back")
        state.press(.character("z"))
        #expect(!state.view.isZoomed)
        #expect(state.view.message == Message("this has the whole screen already"))
    }

    @Test("the keys keep their places on the map from step to step", arguments: [Size(140, 40), Size(200, 60)])
    func fixedAxes(size: Size) throws {
        var state = try AppState.open(.sort)
        state.press(.character("s"), .character("s"), .character("M"))
        // The map's part of the lines, without the query.
        func dots() -> [[Int]] {
            state.session.screen(size.width, size.height, state.view).lines.map { line in
                line.enumerated().filter { $0.element == "●" && $0.offset > 100 }.map(\.offset)
            }
        }
        var places = dots()
        for _ in 0..<12 {
            state.press(.character("s"))
            let now = dots()
            // The query may stand on a dot.
            let moved = zip(places, now).reduce(0) { $0 + Set($1.0).symmetricDifference($1.1).count }
            #expect(moved <= 2)
            places = now
        }
    }

    @Test("the scores of the programs stand beside their names, and words below them, also on a small screen")
    func scores() throws {
        var state = try AppState.open(.sort)
        state.press(.character("s"), .character("s"), .character("M"))
        let text = state.text(Size(80, 24))
        #expect(text.contains("score"))
        #expect(text.contains("BUBBLE runs. Its query"))
        #expect(text.contains("key is most like COMPSWAP's"))
        let memory = try #require(state.session.memory)
        let insight = try #require(state.view.inside.insight)
        let hidden = try #require(CoreState(insight.after).layers.last?.hidden)
        let scores = memory.scores(of: memory.keyAsked(by: hidden))
        let best = try #require(scores.max())
        #expect(text.contains("(\(Int(best))."))
    }

    @Test("where nothing is to be seen it says why, and what would help")
    func nothing() throws {
        var state = try AppState.open()
        state.press(.character("i"))
        #expect(state.text(Size(80, 24)).contains("No program runs here"))
        var standIn = try AppState.adding()
        standIn.press(.character("s"), .character("M"))
        #expect(standIn.text(Size(80, 24)).contains("not by a network"))
    }

    @Test("at any size, with any glyphs and number of units, all is drawn inside its bounds", arguments: 1..<30)
    func anySize(seed: Int) throws {
        var generator = SplitMix(seed: UInt64(seed))
        var state = try AppState.open(seed % 2 == 0 ? .add : .sort, hiddenSize: [1, 3, 20, 64, 300][seed % 5])
        state.press(.character(seed % 3 == 0 ? "M" : "i"))
        for _ in 0..<20 {
            state.press(.character("ssSufz".randomElement(using: &generator)!))
            let size = Size(Int.random(in: 1...170, using: &generator), Int.random(in: 1...50, using: &generator))
            var view = state.view
            view.hasColors = Bool.random(using: &generator)
            let glyphs = Bool.random(using: &generator) ? Glyphs.unicode : .ascii
            let lines = state.session.screen(size.width, size.height, view, glyphs: glyphs).lines
            #expect(lines.count == size.height)
        }
    }

    @Test(
        "shows what it showed",
        arguments: [("inside", "ssi"), ("inside-caller", "ssssiu"), ("memory", "ssssM")],
        [Size(80, 24), Size(140, 40), Size(40, 12)])
    func shot(_ shot: (name: String, keys: String), size: Size) throws {
        var state = try AppState.open()
        for key in shot.keys { state.press(.character(key)) }
        for (suffix, hasColors, glyphs) in [("", true, Glyphs.unicode), ("-plain", false, .ascii)] {
            var view = state.view
            view.hasColors = hasColors
            try expectGolden(
                state.session.text(size.width, size.height, view, glyphs: glyphs) + "\n",
                inRepository: "Tests/Goldens/Screen/\(shot.name)\(suffix)-\(size.width)x\(size.height).txt")
        }
    }
}
