import Debugger
import NPIKit
import Scratchpads
import TUI
import TerminalKit
import TestSupport
import Testing

@Suite("Another problem from within a run, by keys")
struct AnotherKeysTests {
    @Test("a asks for numbers and runs them from step 0; what stops runs and what is watched comes along")
    func another() throws {
        var state = try AppState.adding()
        for line in [":break CARRY", "wcarry", ":speed 16"] {
            state.type(line)
            state.press(.enter)
        }
        state.press(.end)
        state.type("a")
        #expect(state.view.prompt?.text == "another add ")
        state.type("58 67")
        state.press(.enter)
        #expect(state.session.problem.title() == "ADD 58 + 67")
        #expect(state.position == 0)
        #expect(state.session.stopPoints.watches.map(\.text) == ["carry"])
        #expect(state.view.speed.stepsPerSecond == 16)
        state.press(.character("c"))
        #expect(state.session.stopPoints.breakpoints.map(\.text) == ["CARRY"])
        #expect(state.session.log[state.position].program == state.session.library.program(named: "CARRY"))
        state.press(.character("B"), .character("d"), .escape, .character("c"))
        #expect(state.session.problem.output(of: state.session.world) == "125")
    }

    @Test("without a task it is one of the same task")
    func sameTask() throws {
        var state = try AppState.adding()
        state.type(":run 1 2")
        state.press(.enter)
        #expect(state.session.problem.title() == "ADD 1 + 2")
    }

    @Test("a step limit that was set holds for the next problem too; the usual one grows with the problem")
    func limits() throws {
        for (limit, ending) in [(30, Ending.stepLimit(30)), (nil, .halted)] {
            let problem = try Problem(task: .add, input: ["9", "1"])
            var state = AppState(
                try Session(problem, predictor: ExpertPredictor(), stepLimit: limit), sourceName: "test")
            state.type(":run 9999 1")
            state.press(.enter, .end)
            #expect(state.session.ending == ending)
        }
    }

    @Test("a task's name is a command of its own")
    func taskAsCommand() throws {
        var state = try AppState.adding()
        state.type(":add 1 2")
        state.press(.enter)
        #expect(state.session.problem.title() == "ADD 1 + 2")
        state.type(":add 1")
        state.press(.enter)
        #expect(state.view.prompt?.text == "another add 1")
    }

    @Test("another task than the run's goes as well; of a car only the name need be told")
    func otherTasks() throws {
        var state = AppState(
            try Session(
                Problem(task: .add, input: ["96", "125"]), predictor: ExpertPredictor([.add, .sort, .car])),
            sourceName: "test")
        for (line, title) in [
            ("sort 3 1 2", "BUBBLESORT 3 1 2"), ("car truck-1", "GOTO truck-1 -45,45 to 0,15"),
            ("add 1 2", "ADD 1 + 2"),
        ] {
            state.type(":run \(line)")
            state.press(.enter)
            #expect(state.session.problem.title() == title)
        }
    }

    @Test(
        "what cannot be run is asked for again with a reason, and the run stays as it was",
        arguments: [
            ("add 1", "add takes"), ("sort 3 1x", "no single digit"), ("1 -2", "sign"), ("sort 2 1", "BUBBLESORT"),
        ])
    func refused(text: String, reason: String) throws {
        var state = try AppState.adding()
        state.press(.end)
        state.type(":run \(text)")
        state.press(.enter)
        #expect(state.session.problem.title() == "ADD 96 + 125")
        #expect(state.position == 39)
        #expect(state.view.prompt?.text == "another \(text)")
        #expect(state.view.prompt?.problem?.contains(reason) == true)
    }

    @Test("Tab knows the tasks and the cars")
    func completion() throws {
        var state = try AppState.adding()
        state.type(":run so")
        state.press(.tab)
        #expect(state.view.prompt?.text == "run sort ")
        state.press(.escape)
        state.type(":run car truck-2")
        state.press(.tab)
        #expect(state.view.prompt?.completions.allSatisfy { $0.hasPrefix("truck-2") } == true)
    }
}
