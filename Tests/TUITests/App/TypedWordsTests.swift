import Debugger
import NPIKit
import TUI
import TerminalKit
import TestSupport
import Testing

@Suite("What is typed as in other debuggers, and what is said to it")
struct TypedWordsTests {
    private func state(slips: [Int: Decision] = [:], after lines: String...) throws -> AppState {
        var state = try AppState.adding(slips: slips)
        state.press(.end, .home)
        for line in lines { enter(line, in: &state) }
        return state
    }

    private func enter(_ line: String, in state: inout AppState) {
        state.type(":\(line)")
        state.press(.enter)
    }

    @Test("breakpoints are deleted and switched by several numbers at once, or all")
    func severalBreakpoints() throws {
        let set = ["break ADD1", "break CARRY", "break LSHIFT", "break step 9"]
        var state = try state()
        for line in set { enter(line, in: &state) }
        func numbers() -> [Int] { state.session.stopPoints.breakpoints.map(\.id.number) }
        let all = numbers()
        #expect(all.count == 4)
        enter("disable \(all[0])-\(all[1])", in: &state)
        #expect(state.session.stopPoints.breakpoints.map(\.isEnabled) == [false, false, true, true])
        #expect(state.view.message?.text == "breakpoints \(all[0]), \(all[1]) disabled")
        enter("enable all", in: &state)
        #expect(state.session.stopPoints.breakpoints.map(\.isEnabled) == [true, true, true, true])
        enter("delete \(all[0]), \(all[2])", in: &state)
        #expect(numbers() == [all[1], all[3]])
        enter("delete 77", in: &state)
        #expect(state.view.message?.text.hasPrefix("there is no breakpoint 77") == true)
        enter("delete all", in: &state)
        #expect(numbers().isEmpty)
    }

    @Test("a breakpoint that is there already, or is off, says so")
    func again() throws {
        var state = try state(after: "break CARRY")
        #expect(state.view.message?.text.contains("already") == false)
        enter("break CARRY", in: &state)
        #expect(state.view.message?.text.contains("it was there already") == true)
        enter("break ADD1 off", in: &state)
        #expect(state.view.message?.text.contains("off") == true)
    }

    @Test(
        "p tells of a program, of any action and of a return",
        arguments: ["p(CARRY)", "p(ACT)", "p(return)", "p(end)", "p(carry)"])
    func chances(text: String) throws {
        #expect(try state(after: "print \(text)").view.message?.text.hasPrefix("\(text) = ") == true)
    }

    @Test(
        "what is not a value is explained",
        arguments: [
            ("print p(WRITE)", "WRITE is an action; p takes a program, ACT for any action, or return"),
            ("print p(CARY)", "there is no program CARY; did you mean CARRY?"),
            ("print LSHIFT", "LSHIFT is a program, and no value of this run; p(LSHIFT) is how likely it is"),
            ("x write out 2", "the key x is called force here"),
            ("5s", "a count stands behind the word: step 5, back 5"),
            ("frame 1", "up and down choose a frame, and info frame tells of it"),
            ("force 2", "2 what? WRITE OUT 2, WRITE CARRY 2, WRITE INP2 2..."),
        ])
    func advice(line: String, problem: String) throws {
        #expect(try state(after: "step 3", line).view.prompt?.problem == problem)
    }

    @Test("goto takes a place too, as --at does")
    func places() throws {
        let state = try state(after: "goto CARRY 2")
        #expect(state.session.log[state.position].program == state.session.library.program(named: "CARRY"))
        #expect(state.view.message?.text == "CARRY 2: step \(state.position)")
        #expect(try self.state(after: "goto nowhere").position == 0)
    }

    @Test("just before a mistake the footer names the keys that tell why, and that do something else")
    func keysAtMistake() throws {
        var state = try state(slips: [16: .act(Arguments(3, 2, 7))], after: "goto mistake")
        let footer = try #require(state.session.screen(80, 24, state.view).lines.last)
        #expect(footer.contains("s step  y why"))
        state.press(.home)
        #expect(state.session.screen(80, 24, state.view).lines.last?.contains("y why") == false)
    }

    @Test("editing leaves a look inside the network, so that the cell is seen")
    func editing() throws {
        var state = try state(after: "step 5")
        state.type("i")
        #expect(state.view.inside.mode == .inside)
        state.type("e")
        #expect(state.view.inside.mode == .run && state.view.editing != nil)
    }

    @Test("played in a loop, the result stays for three seconds before the run begins again")
    func loop() throws {
        var state = try state()
        state.startPlaying(isLooping: true)
        for _ in 0..<39 { state.work() }
        #expect(state.session.isAtEnd)
        for _ in 0..<11 {
            state.work()
            #expect(state.session.isAtEnd && state.view.message?.text.contains("221") == true)
        }
        state.work()
        #expect(state.position == 0 && state.view.message == nil)
        state.work()
        #expect(state.position == 1)
    }

    @Test("what was kept comes back without leaving the step that somebody went to")
    func restoring() throws {
        var before = try state(after: "break CARRY", "goto 20")
        before.press(.escape)
        let work = KeptWork(before)
        var after = try state(after: "goto 16")
        after.offer(work)
        after.type("R")
        #expect(after.position == 16 && after.session.stopPoints.breakpoints.count == 1)
        after = try state()
        after.offer(work)
        after.type("R")
        #expect(after.position == 20)
    }
}
