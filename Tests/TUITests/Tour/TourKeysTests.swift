import Debugger
import Foundation
import NPIKit
import Scratchpads
import TUI
import TerminalKit
import TestSupport
import Testing
import Tours

@Suite("A tour on the screen")
struct TourKeysTests {
    @Test("Enter, space and Right go on, Backspace and Left go back")
    func onAndBack() throws {
        for (on, back) in [(Key.enter, Key.backspace), (.character(" "), .left), (.right, .pageUp)] {
            var state = try TestTour.state()
            #expect(state.position == 0)
            state.press(on)
            #expect(state.position == 8)
            #expect(state.view.tour?.number == 2)
            state.press(back)
            #expect(state.position == 0)
            state.press(back)
            #expect(state.view.message?.text == "this is the first stop")
        }
    }

    @Test("a digit answers; a wrong one may be corrected; Enter shows the answer and then goes on")
    func answers() throws {
        var state = try TestTour.state()
        state.press(.enter, .character("2"))
        #expect(state.view.tour?.answer?.isDone == false)
        #expect(state.text(Size(80, 24)).contains("2 is not it"))
        state.press(.character("1"))
        #expect(state.text(Size(80, 24)).contains("The next column will add it."))
        state.press(.enter)
        #expect(state.position == 39)
        state.press(.enter)
        #expect(state.view.tour?.answer?.isShown == true)
        #expect(state.view.tour?.number == 3)
        state.press(.enter)
        #expect(state.view.message?.text.hasPrefix("that was the last stop") == true)
        #expect(state.view.message?.text.contains("0 of 2") == true)
    }

    @Test("who is asked what is right at a mistake is not told before the answer")
    func askedAtMistake() throws {
        let text = """
            title: A mistake
            task: add
            input: 96 125
            stops:
              - at: step 2
                look: prediction
                question: {ask: Which digit belongs here?, answer: 1}
            """
        let tour = try Tour(reading: text, file: "test.yaml")
        let slip = ExpertPredictor(slips: [2: .act(Arguments(3, 2, 7))])
        let player = TourPlayer(tour, try TourPlan(tour, on: Session(tour.problem, predictor: slip)))
        var state = AppState(player.place.session, sourceName: "test")
        state.begin(player)
        _ = state.update(.resize(Size(140, 40)))
        #expect(state.session.nextNarration?.text.contains("is a mistake; right:") == true)
        #expect(!state.text(Size(140, 40)).contains("right is"))
        #expect(!state.text(Size(140, 40)).contains("; right:"))
        state.press(.enter)
        #expect(state.text(Size(140, 40)).contains("right is"))
    }

    @Test("behind the last stop the next tour is offered, and Enter opens it")
    func following() throws {
        let player = try TestTour.player()
        var state = AppState(player.place.session, sourceName: "test")
        state.begin(player, following: FollowingTour(name: "carrying", title: "Carrying"))
        _ = state.update(.resize(Size(80, 24)))
        for _ in 0..<20 where state.view.message == nil { state.press(.enter) }
        #expect(state.view.message?.text.contains("Enter goes on to the tour \"Carrying\"") == true)
        #expect(state.update(.key(.backspace)).isEmpty)
        state.press(.enter, .enter, .enter)
        #expect(state.update(.key(.enter)) == [.openTour("carrying")])
    }

    @Test("a typed answer is asked for at the bottom, by its first digit or by a")
    func typed() throws {
        var state = try TestTour.state()
        state.press(.enter, .character("1"), .enter)
        state.type("220")
        #expect(state.view.prompt?.text == "220")
        state.press(.enter)
        #expect(state.view.tour?.answer?.wrong == ["220"])
        state.press(.character("a"))
        state.type("221")
        state.press(.enter)
        #expect(state.view.tour?.answer?.isRight == true)
    }

    @Test("between stops the viewer steps and changes freely; Backspace comes back, whatever was done")
    func lookingAround() throws {
        var state = try TestTour.state()
        state.press(.enter, .character("s"), .character("s"))
        #expect(state.position == 10)
        #expect(state.view.tour?.isAway == true)
        #expect(state.view.tour?.spotlights.isEmpty == true)
        #expect(state.text(Size(80, 24)).contains("Backspace: back to the stop"))
        state.press(.character("e"), .character("7"), .escape)
        state.press(.backspace)
        #expect(state.position == 8)
        #expect(state.view.tour?.isAway == false)
        #expect(state.view.tour?.number == 2)
        #expect(state.session.branchCount == 0)
        #expect(state.branches.all.isEmpty)
    }

    @Test("breakpoints and bookmarks of the viewer stay from stop to stop")
    func settingsStay() throws {
        var state = try TestTour.state()
        state.press(.character("b"), .character("*"), .enter, .enter)
        #expect(state.session.stopPoints.breakpoints.count == 1)
        #expect(state.session.bookmarks.count == 1)
    }

    @Test("t puts the text away, and the keys are the debugger's until it is back")
    func hidden() throws {
        var state = try TestTour.state()
        state.press(.character("t"), .right)
        #expect(state.position == 1)
        #expect(state.view.tour == nil)
        #expect(!state.text(Size(80, 24)).contains("stop 1 of 3"))
        state.press(.character("t"))
        #expect(state.text(Size(80, 24)).contains("stop 1 of 3"))
        #expect(state.view.tour?.isAway == true)
    }

    @Test("hands-free it shows every stop and every answer, and stays at the end; a key stops it")
    func handsFree() throws {
        var state = try TestTour.state(isPlaying: true, pace: .seconds(2))
        #expect(state.playInterval == .seconds(2))
        var positions = [state.position]
        for _ in 0..<20 where state.pendingWork == .playing {
            state.work()
            if positions.last != state.position { positions.append(state.position) }
        }
        #expect(positions == [0, 8, 39])
        #expect(state.view.activity == .idle)
        #expect(state.view.message?.text.hasPrefix("that was the last stop") == true)
        var stopped = try TestTour.state(isPlaying: true)
        stopped.press(.character(" "))
        #expect(stopped.view.activity == .idle && stopped.position == 0)
        stopped.press(.character("P"))
        #expect(stopped.view.activity == .touring)
    }

    @Test("where a text does not fit, Enter turns its pages first")
    func pages() throws {
        let size = Size(40, 12)
        var state = try TestTour.state(size)
        let first = state.text(size)
        #expect(first.contains("more"))
        state.press(.enter)
        #expect(state.position == 0)
        #expect(state.text(size) != first)
        for _ in 0..<9 where state.view.tour?.number == 1 { state.press(.enter) }
        #expect(state.position == 8)
    }

    @Test("any keys at any size: nothing crashes, and q leaves")
    func mashing() throws {
        let keys: [Key] = [
            .enter, .backspace, .left, .right, .character("1"), .character("a"), .character("t"), .character("P"),
            .character("s"), .character("z"), .tab, .character("e"), .character("5"), .escape, .character("c"),
            .character("U"),
        ]
        var random = SplitMix(seed: 5)
        for size in [Size(80, 24), Size(140, 40), Size(40, 10), Size(30, 8), Size(72, 22), Size(112, 28)] {
            var state = try TestTour.state(size)
            for _ in 0..<300 {
                state.press(keys[Int(random.next() % UInt64(keys.count))])
                if state.pendingWork == .playing { state.work() }
                _ = state.text(size)
            }
            state.press(.escape, .escape, .escape)
            let effects = state.update(.key(.character("q")))
            #expect(effects == [.quit])
        }
    }

    @Test("a tour's help stands before the debugger's")
    func help() throws {
        var state = try TestTour.state(Size(80, 40))
        state.press(.character("?"))
        #expect(state.text(Size(80, 40)).contains("In a tour"))
        #expect(state.view.overlay == .help(scroll: 0))
    }
}

@Suite("A tour's screen, line by line")
struct TourScreenTests {
    @Test("shows what it showed", arguments: [1, 2, 3])
    func shots(_ stop: Int) throws {
        for size in [Size(80, 24), Size(140, 40), Size(40, 12), Size(30, 8)] {
            var state = try TestTour.state(size)
            for _ in 0..<20 where state.view.tour?.number != stop { state.press(.enter) }
            if stop == 3 { state.press(.enter) }
            try expectGolden(
                state.text(size) + "\n",
                inRepository: "Tests/Goldens/Screen/tour-stop\(stop)-\(size.width)x\(size.height).txt")
        }
        var state = try TestTour.state()
        state.press(.enter, .character("2"))
        try expectGolden(
            state.text(Size(80, 24), glyphs: .ascii) + "\n", inRepository: "Tests/Goldens/Screen/tour-ascii-80x24.txt")
    }

    @Test("what is looked at stands out without colours")
    func spotlights() throws {
        var state = try TestTour.state()
        state.press(.enter)
        var canvas = Canvas(size: Size(80, 24))
        _ = DebuggerScreen.draw(state.session, state.view, into: &canvas)
        #expect(canvas.lines.contains { $0.contains("◆ Call stack") })
        let reversed = (0..<24).flatMap { y in (0..<80).map { Point($0, y) } }
            .filter { canvas[$0]?.style.attributes.contains(.reverse) == true }
        #expect(reversed.count == 3, "the digit in CARRY, and both sides of OUT's pointer: \(reversed)")
    }

    @Test("a stop that shows lines opens the task's text in the place of the trace, and the next one closes it")
    func lines() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tour-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try ExampleTask.flip.write(to: folder.appendingPathComponent("flip.task"), atomically: true, encoding: .utf8)
        let text = """
            title: Flipping
            task: flip.task
            input: abab
            stops:
              - {at: start, text: We turn each a into b.}
              - {at: 'flip:22', look: source, lines: CHANGE, text: Here it is written.}
              - {at: end, text: That was it.}
            """
        let tour = try Tour(reading: text, file: folder.appendingPathComponent("flip.yaml").path)
        let session = try Session(tour.problem, predictor: try #require(FilePredictor(tour.problem.task)))
        let player = TourPlayer(tour, try TourPlan(tour, on: session))
        var state = AppState(player.place.session, sourceName: "the programs")
        state.begin(player)
        for size in [Size(80, 24), Size(140, 40)] {
            _ = state.update(.resize(size))
            #expect(!state.text(size).contains("flip.task"))
            state.press(.enter)
            #expect(state.text(size).contains("flip.task"))
            #expect(state.text(size).contains("22   write AT \"b\""))
            #expect(state.view.tour?.lines == 21...22)
            state.press(.enter)
            #expect(!state.text(size).contains("flip.task"))
            state.press(.backspace, .backspace)
        }
    }
}
