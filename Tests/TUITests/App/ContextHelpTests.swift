import TUI
import TerminalKit
import TestSupport
import Testing

@Suite("Help that knows where one is")
struct ContextHelpTests {
    @Test(
        "begins with what can be done here",
        arguments: [
            ("", "Here: the scratchpad", "change a cell"), ("\t", "Here: the call stack", "caller's frame"),
            ("\t\t", "Here: the prediction", "do something else next"), ("\t\t\t", "Here: the trace", "fold or unfold"),
            ("i", "Here: inside the network", "program memory"),
            ("M", "Here: the program memory", "inside the network"),
            (" ", "Here: while it plays", "twice as fast"),
        ])
    func context(keys: String, title: String, words: String) throws {
        var state = try AppState.adding()
        for key in keys { _ = state.update(.key(key == "\t" ? .tab : .character(key))) }
        _ = state.update(.key(.character("?")))
        let lines = state.session.screen(100, 30, state.view).lines
        let first = try #require(lines.firstIndex { $0.contains("Here:") })
        #expect(lines[first].contains(title))
        #expect(lines[first...].prefix(8).joined().contains(words))
        let next = try #require(CommandTable.keys.help.first)
        #expect(
            DebuggerScreen.help(state.session, state.view).contains(next), "all keys follow")
    }
}
