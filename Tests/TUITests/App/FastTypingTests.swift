import TUI
import TerminalKit
import TestSupport
import Testing

@Suite("Text that comes faster than it is taken")
struct FastTypingTests {
    private static let digits = Array(repeating: InputEvent?.some(.key(.character("7"))), count: 100_000)

    @Test("100,000 characters without the marks of a paste are in the command line within the time of two")
    func commandLine() throws {
        let script: [InputEvent?] = [.key(.character(":"))] + Self.digits + [nil]
        let screen = HeadlessScreen(script: script)
        var app = DebuggerApp(try AppState.adding(), on: screen)
        let clock = ContinuousClock()
        let time = clock.measure { app.run() }
        #expect(app.state.view.prompt?.text.count == 100_000)
        // Put in one by one they take a minute and more.
        #expect(time < .seconds(10), "\(time)")
    }

    @Test("keys behind them are not lost, and neither is a single character")
    func keysBehind() throws {
        let keys: [Key] = [.character(":"), .character("1"), .character("7"), .left, .character("2")]
        var app = DebuggerApp(try AppState.adding(), on: HeadlessScreen(script: keys.map { .key($0) } + [nil]))
        app.run()
        #expect(app.state.view.prompt?.text == "127")
        #expect(app.state.view.prompt?.cursor == 2)
    }

    @Test("the picker takes them, too")
    func picker() {
        let screen = HeadlessScreen(script: Self.digits + [nil, .key(.escape), .key(.character("q"))])
        var app = PickerApp(PickerState([]), on: screen)
        let time = ContinuousClock().measure { #expect(app.run() == nil) }
        #expect(time < .seconds(10), "\(time)")
    }
}
