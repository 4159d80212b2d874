import Debugger
import Scratchpads
import TUI
import TerminalKit
import Testing

@Suite("Trying other branches by keys")
struct BranchKeysTests {
    @Test("x does something else, U undoes it, V lists both, c shows where they part, Enter switches")
    func forcing() throws {
        var state = try AppState.adding()
        state.press(.end)
        state.type("g9")
        state.press(.enter)
        state.type("xreturn")
        state.press(.enter)
        #expect(state.position == 10)
        #expect(state.view.message?.text.hasPrefix("return instead of LSHIFT; the network runs on") == true)
        state.press(.end, .character("U"))
        #expect(state.session.log.count == 39)
        #expect(state.position == 9)
        state.press(.character("V"))
        #expect(state.view.branchLines.count == 2)
        #expect(state.view.branchLines.last?.parting == "parts at step 10: here LSHIFT, there return")
        state.press(.home, .character("b"))
        #expect(state.view.message?.text.hasPrefix("this is the present branch") == true)
        state.press(.escape, .home, .character("V"), .character("c"))
        #expect(state.position == 9)
        state.press(.character("V"), .enter)
        #expect(state.session.log.count == 10)
    }

    @Test("what cannot be done is asked for again, or explained")
    func nonsense() throws {
        var state = try AppState.adding()
        state.press(.character("x"))
        #expect(state.view.message?.isError == true)
        state.press(.character("s"))
        state.type("xADD1 11")
        state.press(.enter)
        #expect(state.view.prompt?.kind == .force)
        #expect(state.view.prompt?.problem == "an argument is 0 to 9")
        #expect(state.view.prompt?.cursor == 5)
        state.press(.escape, .character("U"))
        #expect(state.view.message == Message("nothing was changed", isError: true))
        state.press(.character("V"), .enter, .character("V"), .character("c"), .escape)
        #expect(state.view.overlay == nil)
    }

    @Test("a changed run ends with a verdict on the numbers as they are now")
    func verdict() throws {
        var state = try AppState.adding()
        state.type("e1")
        state.press(.escape, .end)
        #expect(state.view.message == Message("halted: 216, correct (after your change)"))
        #expect(state.session.text(80, 24, state.view).contains("correct (after"))
        // Too late: this column has its digit, which the change does not reach.
        state.press(.home)
        state.type("g3")
        state.press(.enter)
        state.type("e")
        state.press(.right)
        state.type("7")
        #expect(
            state.view.message?.text == "changed, but this column is added already: U undoes it, S goes back to before")
        state.press(.escape, .end)
        #expect(state.view.message?.text.contains("wrong (after your change)") == true)
    }

    @Test("a change where the run has ended says so, and which keys go on")
    func changeAtEnd() throws {
        var state = try AppState.adding()
        state.press(.end)
        #expect(state.session.text(80, 24, state.view).contains("S back  e edit"))
        state.type("e7")
        #expect(
            state.view.message?.text
                == "changed, but the run has ended here: U undoes it, S goes back, to change it where something follows"
        )
    }

    @Test("changed cells are branches too, each with its name")
    func edits() throws {
        var state = try AppState.adding()
        state.press(.character("s"))
        state.type("e7")
        state.press(.escape, .character("V"))
        #expect(state.view.branchLines.map(\.name) == ["original run", "after step 1: inp1[0] = 7"])
    }

    @Test(":set moves a pointer or changes a cell, and U brings original run back")
    func set() throws {
        var state = try AppState.adding()
        state.press(.end)
        state.type("g1")
        state.press(.enter)
        state.type(":set ptr_inp1 1")
        state.press(.enter)
        #expect(
            state.view.message?.text == "changed; the network runs on from step 1. U undoes it, V lists the branches")
        #expect(state.session.world.value(of: 4, at: 0) == 1)
        state.press(.end, .character("V"))
        #expect(state.view.branchLines.map(\.name) == ["original run", "after step 1: ptr_inp1 = 1"])
        state.press(.escape, .character("U"), .end)
        #expect(state.session.log.count == 39)
        state.type(":set carry 12")
        state.press(.enter)
        #expect(state.view.prompt?.problem == "carry goes from 0 to 9, not to 12")
        #expect(state.view.prompt?.text == "set carry 12", "what was typed is there to be put right")
    }

    @Test("U takes a change back and c runs on without leaving the cell first")
    func fromTheCell() throws {
        var state = try AppState.adding()
        state.press(.character("s"))
        state.type("e7U")
        #expect(state.view.editing == nil)
        #expect(state.session.world.value(of: 0, at: 0) == 6)
        state.type("e7s")
        #expect(state.session.world.value(of: 0, at: 0) == 7)
        #expect(state.position == 2)
        #expect(state.view.editing == nil)
    }
}
