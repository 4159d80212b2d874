import Debugger
import NPIKit
import TUI
import TerminalKit
import TestSupport
import Testing

@Suite("Commands that are typed, as in other debuggers")
struct TypedCommandTests {
    private func state(after lines: String...) throws -> AppState {
        var state = try AppState.adding()
        state.press(.end, .home)
        for line in lines {
            state.type(":\(line)")
            state.press(.enter)
        }
        return state
    }

    @Test("until runs to the next such place and leaves no breakpoint")
    func until() throws {
        let state = try state(after: "until CARRY")
        #expect(state.session.log[state.position].program == state.session.library.program(named: "CARRY"))
        #expect(state.session.stopPoints.breakpoints.isEmpty)
        #expect(try self.state(after: "until carry == 1").position > 0)
    }

    @Test("until says where it does not come to")
    func untilInVain() throws {
        let state = try state(after: "until CARRY hit 9")
        #expect(state.view.message?.text == "until CARRY hit 9: not reached; halted: 221, correct")
        #expect(state.session.stopPoints.breakpoints.isEmpty)
    }

    @Test(
        "commands that are said in another way here are explained", arguments: ["condition 1 carry == 1", "ignore 1 3"])
    func otherWays(line: String) throws {
        let prompt = try #require(try state(after: line).view.prompt)
        let advice = try #require(prompt.problem)
        #expect(advice.contains("stands behind the place: break CARRY"))
        #expect(prompt.text == line && prompt.cursor == line.prefix { $0 != " " }.count)
    }

    @Test("behind a mistake a colon begins another command")
    func anotherCommand() throws {
        var state = try state(after: "break CARY")
        #expect(state.view.prompt?.problem != nil)
        state.type(":help break")
        #expect(state.view.prompt?.text == "help break")
    }

    @Test("tbreak stops once")
    func temporary() throws {
        var state = try state(after: "tbreak CARRY")
        #expect(state.session.stopPoints.breakpoints.count == 1)
        state.press(.character("c"))
        #expect(state.position == 4)
        #expect(state.session.stopPoints.breakpoints.isEmpty)
    }

    @Test("a mistake in the place is shown where it was typed", arguments: ["until", "tbreak"])
    func wrongPlace(word: String) throws {
        let state = try state(after: "\(word) CARY")
        #expect(state.view.prompt?.text == "\(word) CARY")
        #expect(state.view.prompt?.problem?.contains("did you mean CARRY?") == true)
        #expect(state.view.prompt?.cursor == word.count + 1)
        #expect(state.position == 0)
    }

    @Test(
        "print says what an expression is",
        arguments: [
            ("print depth", "depth = 3"), ("p ptr_out + 1", "ptr_out + 1 = 1"), ("p depth > 2", "depth > 2 = yes"),
            ("p carry", "carry = blank"), ("p p(ACT)", "p(ACT) = 0.998"),
        ])
    func print(line: String, answer: String) throws {
        #expect(try state(after: "goto 5", line).view.message?.text == answer)
    }

    @Test("print asks again where the expression is wrong, and for one where there is none")
    func wrongPrint() throws {
        #expect(try state(after: "print carrry").view.prompt?.problem != nil)
        #expect(try state(after: "print").view.message?.isError == true)
    }

    @Test("info opens the lists, by their beginnings too")
    func info() throws {
        #expect(try state(after: "info b").view.overlay?.kind == .breakpoints)
        #expect(try state(after: "i wat").view.overlay?.kind == .watches)
        #expect(try state(after: "info bookmarks").view.overlay?.kind == .bookmarks)
        #expect(
            try state(after: "goto 5", "info frame").view.message?.text.hasPrefix("CARRY, called at step 4, 1 call")
                == true)
        #expect(try state(after: "info nothing").view.message?.isError == true)
    }

    @Test("up and down choose a frame, bt gives the stack the keys")
    func frames() throws {
        var state = try state(after: "goto 5", "bt", "up")
        #expect(state.view.focus == .stack)
        #expect(state.session.selection == 1)
        state.press(.character("j"))
        #expect(state.session.selection == 2)
        state.press(.character("k"), .character("k"))
        #expect(state.session.selection == 0)
    }
}
