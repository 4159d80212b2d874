import Debugger
import NPIKit
import Scratchpads
import TUI
import TerminalKit
import TestSupport
import Testing

@Suite("What was set up on a run comes back")
struct KeptWorkTests {
    private func worked() throws -> AppState {
        var state = try AppState.adding()
        state.press(.end)
        for line in [":break CARRY if depth > 1", ":break LSHIFT off", ":watch carry stop", ":watch ptr1 - ptr2"] {
            state.type(line)
            state.press(.enter, .escape)
        }
        state.type("g9")
        state.press(.enter)
        state.type("*a note")
        state.press(.enter)
        state.type("g2")
        state.press(.enter)
        state.type(":set out[0] 7")
        state.press(.enter)
        state.type("g1")
        state.press(.enter)
        state.type(":force LSHIFT")
        state.press(.enter)
        return state
    }

    @Test("breakpoints, watches, bookmarks, branches and the step")
    func restored() throws {
        let before = try worked()
        let work = KeptWork(before)
        #expect(work.breakpoints == ["CARRY if depth > 1", "LSHIFT off"])
        #expect(work.changes.map(\.command) == ["set out[0] = 7", "force LSHIFT"])
        var after = try AppState.adding()
        after.offer(work)
        #expect(after.view.message?.text.contains("2 breakpoints, 1 watch") == true)
        after.press(.character("R"))
        #expect(after.session.stopPoints.breakpoints.map(\.text) == before.session.stopPoints.breakpoints.map(\.text))
        #expect(after.session.stopPoints.breakpoints.map(\.isEnabled) == [true, false])
        #expect(after.session.stopPoints.watches.map(\.stopsRun) == [true])
        #expect(after.branches.all.map(\.name) == before.branches.all.map(\.name))
        #expect(after.branches.current == before.branches.current)
        #expect(after.position == before.position)
        #expect(KeptWork(after) == work)
        after.press(.character("R"))
        #expect(after.view.message?.text == "nothing more is kept of this run from another time")
    }

    @Test("what is given on the command line is not kept, and nothing is no work")
    func nothing() throws {
        var state = try AppState.adding()
        #expect(KeptWork(state).isEmpty)
        state.type(":break CARRY")
        state.press(.enter)
        #expect(KeptWork(state, given: ["CARRY"]).isEmpty)
        var other = try AppState.adding()
        other.offer(KeptWork(state, given: ["CARRY"]))
        #expect(other.view.message == nil)
    }

    @Test("a change that cannot be made again is counted, and the others are made")
    func lost() throws {
        var work = KeptWork(try worked())
        work.changes[1].command = "force NOTHING"
        var state = try AppState.adding()
        state.offer(work)
        state.press(.character("R"))
        #expect(state.view.message?.text.contains("1 of the branches could not be made again") == true)
        #expect(state.view.prompt == nil)
        #expect(state.branches.all.count == 2)
    }
}
