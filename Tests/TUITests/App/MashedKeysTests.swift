import Debugger
import NPIKit
import Scratchpads
import TUI
import TerminalKit
import TestSupport
import Testing

/// Whatever is pressed, pasted or clicked, at whatever size: the debugger goes on, and draws inside its bounds.
@Suite("Mashed keys")
struct MashedKeysTests {
    @Test("never bring the debugger down, and q still quits", arguments: 0..<40)
    func mash(seed: Int) throws {
        var generator = SplitMix(seed: UInt64(seed))
        var state = AppState(try randomSession(seed, using: &generator), sourceName: "test")
        var size = Size(80, 24)
        for _ in 0..<250 {
            for event in randomEvents(using: &generator) {
                if case .resize(let newSize) = event { size = newSize }
                _ = state.update(event)
                if Int.random(in: 0..<3, using: &generator) == 0 { state.work() }
            }
            var canvas = Canvas(size: size)
            let cursor = DebuggerScreen.draw(
                state.session, state.view, into: &canvas)
            if let cursor { #expect(canvas.bounds.contains(cursor)) }
        }
        let quits = state.quits(within: 8)
        #expect(quits)
    }

    private func randomSession(_ seed: Int, using generator: inout SplitMix) throws -> Session {
        let task = TaskCatalog.all[seed % TaskCatalog.all.count]
        let longest = [2, 5, 40].randomElement(using: &generator)!
        func digits() -> [String] {
            (0..<Int.random(in: 1...longest, using: &generator)).map { _ in
                "\(Int.random(in: 0...9, using: &generator))"
            }
        }
        let input =
            switch task {
            case .add: [digits().joined(), digits().joined()]
            case .sort, .max: digits()
            default: task.exampleInput
            }
        let problem = try Problem(task: task, input: input)
        if seed.isMultiple(of: 3) { return try Session(problem, predictor: OpenPredictor(task, hiddenSize: 20)) }
        guard seed.isMultiple(of: 2) else {
            return try Session(problem, predictor: ExpertPredictor([task]))
        }
        let predictor = RandomPredictor(
            seed: generator.next(), names: task.programNames.filter { $0 != ProgramLibrary.act },
            callRate: Float.random(in: 0...1, using: &generator),
            returnRate: Float.random(in: 0...0.6, using: &generator))
        return try Session(problem, predictor: predictor, stepLimit: 400)
    }

    private func randomEvents(using generator: inout SplitMix) -> [InputEvent] {
        switch Int.random(in: 0..<20, using: &generator) {
        case 0..<8: [.key(.character(Self.commandKeys.randomElement(using: &generator)!))]
        case 8..<11: [.key(Self.otherKeys.randomElement(using: &generator)!)]
        case 11..<14:
            typed(Self.beginnings.randomElement(using: &generator)! + line(using: &generator)) + [.key(.enter)]
        case 14: typed(Self.beginnings.randomElement(using: &generator)! + line(using: &generator)) + [.key(.tab)]
        case 15: [.paste(line(using: &generator) + "\n" + line(using: &generator))]
        case 16: [.mouse(randomMouse(using: &generator))]
        case 17: [.resize(randomSize(using: &generator))]
        case 18: [.key(.character(Self.strangers.randomElement(using: &generator)!))]
        default: [[.interrupted], [.resumed], typed("e7"), typed("g0\r")].randomElement(using: &generator)!
        }
    }

    private func typed(_ text: String) -> [InputEvent] {
        text.map { .key($0 == "\r" ? .enter : .character($0)) }
    }

    private func line(using generator: inout SplitMix) -> String {
        (0..<Int.random(in: 0...4, using: &generator)).map { _ in Self.words.randomElement(using: &generator)! }
            .joined(separator: " ")
    }

    private func randomMouse(using generator: inout SplitMix) -> MouseEvent {
        let actions: [MouseEvent.Action] = [
            .press(.left), .release(.left), .drag, .wheelUp, .wheelDown, .press(.right),
        ]
        let point = Point(Int.random(in: 0...210, using: &generator), Int.random(in: 0...70, using: &generator))
        return MouseEvent(actions.randomElement(using: &generator)!, at: point)
    }

    private func randomSize(using generator: inout SplitMix) -> Size {
        let sizes = [Size(1, 1), Size(30, 8), Size(40, 10), Size(80, 24), Size(140, 40)]
        let any = Size(Int.random(in: 1...200, using: &generator), Int.random(in: 1...60, using: &generator))
        return (sizes + [any, any]).randomElement(using: &generator)!
    }

    private static let commandKeys = Array("sssnnfccSNFCudbBwgm[]<>+-,. zhlUeMktoviiM:?r0123456789/:ge")
    private static let otherKeys: [Key] = [
        .up, .up, .down, .down, .left, .right, .home, .end, .pageUp, .pageDown, .tab, .tab, .backTab, .enter, .escape,
        .backspace, .delete, .insert, .function(1), .control("a"), .control("k"), .control("u"), .control("w"),
        .control("d"), .alt("x"),
    ]
    private static let beginnings = ["", ":", ":", ":break ", "/", "g", ":goto ", ":step ", ":speed ", ":delete "]
    private static let strangers: [Character] = ["é", "漢", "👩‍👩‍👧", "\u{301}", "\u{7}", "\u{202E}", "٣", "½"]
    private static let words = [
        "ADD", "ADD1", "carry", "LSHIFT", "BSTEP", "9999999999999999999", "-1", "-9223372036854775808", "50%", "1e308",
        "nan", "((", "漢字", "e\u{301}\u{301}", "\u{301}", "mistake", "all", "1", "2", "on", "end", "break", "delete",
        "goto", "step", "back", "speed", "search", "theme", "mistakes", "q",
    ]
}

extension AppState {
    /// Whether pressing Esc and q, a few times over, asks for the program's end.
    fileprivate mutating func quits(within presses: Int) -> Bool {
        for _ in 0..<presses {
            _ = update(.key(.escape))
            if update(.key(.character("q"))).contains(.quit) { return true }
        }
        return false
    }
}
