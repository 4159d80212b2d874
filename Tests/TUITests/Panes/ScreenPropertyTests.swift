import Debugger
import NPIKit
import Scratchpads
import TUI
import TerminalKit
import TestSupport
import Testing

/// Whatever a network does and however it is looked at, the screen is drawn, inside its bounds.
@Suite("Any run, any view, any size")
struct ScreenPropertyTests {
    @Test("is drawn, and nothing around it is touched", arguments: 0..<60)
    func anything(seed: Int) throws {
        var generator = SplitMix(seed: UInt64(seed))
        var session = try randomSession(using: &generator)
        for _ in 0..<12 {
            session.perform(randomMotion(session, using: &generator))
            session.selectFrame(Int.random(in: -1...20, using: &generator))
            let view = randomView(session, using: &generator)
            try check(session, view, size: randomSize(using: &generator), using: &generator)
        }
    }

    @Test("every small size is drawn", arguments: [TaskDefinition.add, .sort, .car])
    func smallSizes(task: TaskDefinition) throws {
        let session =
            task == .car
            ? try Session.known(.car, "saloon-1", "-45,30", at: 7)
            : try Session.known(task, task == .add ? "967" : "9", "2", at: 7)
        for width in stride(from: 0, through: 90, by: 3) {
            for height in 0...30 {
                let view = ViewState.with { $0.hasColors = height % 2 == 0 }
                let screen = session.screen(width, height, view, glyphs: width % 2 == 0 ? .unicode : .ascii)
                #expect(screen.lines.count == height)
            }
        }
    }

    private func check(
        _ session: Session, _ view: ViewState, size: Size, using generator: inout SplitMix
    ) throws {
        let place = Rect(origin: Point(3, 2), size: size)
        let glyphs = Bool.random(using: &generator) ? Glyphs.unicode : .ascii
        var canvas = Canvas(size: Size(size.width + 6, size.height + 4), glyphs: glyphs)
        canvas.fill(canvas.bounds, with: "#")
        let cursor = canvas.within(place) {
            DebuggerScreen.draw(session, view, into: &$0)
        }
        if let cursor { #expect(Rect(size: size).contains(cursor)) }
        for y in 0..<canvas.gridSize.height {
            for (x, cell) in canvas.row(y).enumerated() where !place.contains(Point(x, y)) {
                #expect(cell == CanvasCell("#"))
            }
        }
    }

    private func randomSession(using generator: inout SplitMix) throws -> Session {
        let task = TaskCatalog.all.randomElement(using: &generator)!
        let longest = Bool.random(using: &generator) ? 4 : 150
        func digits() -> [String] {
            (0..<Int.random(in: 1...longest, using: &generator)).map { _ in
                "\(Int.random(in: 0...9, using: &generator))"
            }
        }
        let input =
            switch task {
            case .add: [digits().joined(), digits().joined()]
            case .sort, .max: digits()
            default: ["truck-1", "-75,60"]
            }
        let predictor = RandomPredictor(
            seed: generator.next(), names: task.programNames.filter { $0 != ProgramLibrary.act },
            callRate: Float.random(in: 0...1, using: &generator),
            returnRate: Float.random(in: 0...0.6, using: &generator))
        var session = try Session(Problem(task: task, input: input), predictor: predictor, stepLimit: 300)
        session.extend(events: Int.random(in: 0...400, using: &generator))
        for name in session.library.names where Int.random(in: 0..<3, using: &generator) == 0 {
            _ = try? session.addBreakpoint(name)
        }
        return session
    }

    private func randomMotion(_ session: Session, using generator: inout SplitMix) -> Motion {
        let motions: [Motion] = [
            .step(.forward), .over(.forward), .finish(.forward), .run(.forward), .run(.backward), .toStart, .toEnd,
            .go(to: Int.random(in: 0...max(session.log.count, 1), using: &generator)),
        ]
        return motions.randomElement(using: &generator)!
    }

    private func randomSize(using generator: inout SplitMix) -> Size {
        let largest = [Size(12, 6), Size(90, 30), Size(220, 70)].randomElement(using: &generator)!
        return Size(
            Int.random(in: 0...largest.width, using: &generator), Int.random(in: 0...largest.height, using: &generator))
    }

    private func randomView(_ session: Session, using generator: inout SplitMix) -> ViewState {
        func chance() -> Bool { Int.random(in: 0..<4, using: &generator) == 0 }
        func number(_ reach: Int) -> Int { Int.random(in: -5...reach, using: &generator) }
        func text() -> String {
            let parts = ["ADD", " ", "漢字", "e\u{301}", "\u{7}", "\n", "longer words ", "👩‍👩‍👧", "\u{202E}"]
            return (0..<Int.random(in: 0...30, using: &generator)).map { _ in parts.randomElement(using: &generator)! }
                .joined()
        }
        var view = ViewState()
        view.focus = PaneName.allCases.randomElement(using: &generator)!
        view.isZoomed = chance()
        if chance() { view.inside.mode = ViewMode.allCases.randomElement(using: &generator)! }
        if chance() { view.scroll.scratchpad = number(400) - 200 }
        if chance() { view.scroll.stack = number(300) }
        if chance() { view.trace.cursor = number(session.log.count + 5) }
        if chance() { view.trace.folded = Set((0..<20).map { _ in number(session.log.count + 5) }) }
        view.activity = [.idle, .playing, .moving(from: 0), .searching].randomElement(using: &generator)!
        if chance() { view.message = Message(text(), isError: chance()) }
        if chance() { view.overlay = chance() ? .breakpoints(selected: number(30)) : .help(scroll: number(90)) }
        if chance() {
            let kinds: [Prompt.Kind] = [
                .command, .search(isForward: true), .search(isForward: false), .position, .record,
            ]
            var prompt = Prompt(kinds.randomElement(using: &generator)!)
            prompt.text = text()
            prompt.cursor = number(prompt.text.count + 5)
            if chance() { prompt.completions = [text(), text()] }
            view.prompt = prompt
        }
        if chance() { view.editing = EditCursor(row: number(5), column: number(160)) }
        if chance() { view.search.text = text() }
        if chance() { view.sourceName = text() }
        if chance() { view.recordingName = text() }
        view.hasColors = chance()
        return view
    }
}
