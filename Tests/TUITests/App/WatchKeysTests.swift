import Debugger
import TUI
import TerminalKit
import Testing

@Suite("Watching, bookmarks and searching by keys")
struct WatchKeysTests {
    @Test("w watches a value, L goes back from change to change, W lists, s stops at changes, d deletes")
    func watching() throws {
        var state = try AppState.adding()
        state.press(.end)
        state.type("wcarry")
        state.press(.enter)
        #expect(state.view.message?.text.hasPrefix("watching carry") == true)
        state.press(.character("L"))
        #expect(state.position == 36)
        #expect(
            state.view.message?.text
                == "carry: blank, was 1 before, for the pointer moved: nothing was written here. carry[1] and the like watch a cell"
        )
        state.press(.character("L"))
        #expect(state.position == 20)
        state.press(.home, .character("W"), .character("s"), .escape, .character("c"))
        #expect(state.position == 6)
        #expect(state.view.message == Message("carry: 1, was blank before"))
        state.press(.character("W"), .character("d"), .escape, .character("c"))
        #expect(state.position == 39)
        #expect(state.session.stopPoints.watches.isEmpty)
    }

    @Test("a wrong value is asked for again, with the cursor on what is wrong")
    func wrongWatch() throws {
        var state = try AppState.adding()
        state.type("wout[0] + ptr")
        state.press(.enter)
        #expect(state.view.prompt?.kind == .watch)
        #expect(state.view.prompt?.cursor == 9)
        #expect(state.view.prompt?.problem?.contains("there is no value ptr") == true)
        state.press(.escape)
        #expect(state.session.stopPoints.watches.isEmpty)
    }

    @Test("* keeps a note at a step, ' lists the notes, Enter goes there, d deletes")
    func bookmarks() throws {
        var state = try AppState.adding()
        state.press(.end)
        state.type("g6")
        state.press(.enter)
        state.type("*the first carry")
        state.press(.enter, .end, .character("'"), .enter)
        #expect(state.position == 6)
        state.press(.character("*"))
        #expect(state.view.prompt?.text == "the first carry")
        state.press(.escape, .character("'"), .character("d"), .escape)
        #expect(state.session.bookmarks.isEmpty)
    }

    @Test("a search tells which of how many matches it found, forwards and backwards")
    func counts() throws {
        var state = try AppState.adding()
        state.press(.end, .home)
        state.type("/write out")
        state.press(.enter)
        while state.pendingWork != .nothing { state.work() }
        #expect(state.view.message == Message("\"write out\": match 1 of 3; > and < go to others"))
        state.press(.character(">"))
        #expect(state.view.message == Message("\"write out\": match 2 of 3; > and < go to others"))
        state.press(.end)
        state.type("\\write out")
        state.press(.enter)
        #expect(state.view.message == Message("\"write out\": match 3 of 3; > and < go to others"))
    }

    @Test("the footer's hints follow what is going on")
    func hints() throws {
        var state = try AppState.adding()
        func footer() -> String {
            var canvas = Canvas(size: Size(100, 24))
            _ = DebuggerScreen.draw(
                state.session, state.view, into: &canvas)
            return canvas.lines.last ?? ""
        }
        #expect(footer().contains("s step"))
        state.press(.character(" "))
        #expect(footer().contains("space pause"))
        state.press(.character(" "), .tab)
        #expect(footer().contains("finish it"))
        state.press(.tab, .tab)
        #expect(footer().contains("break there"))
        _ = state.update(.key(.character("e")))
        state.press(.left)
        #expect(footer().contains("0-9 write"))
        state.press(.escape)
        state.type(":")
        #expect(footer().contains("Tab completes"))
    }
}
