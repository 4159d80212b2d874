import NPIKit
import Scratchpads
import Testing

@Suite struct AdditionTraceTests {
    @Test func ninetySixPlusOneHundredAndTwentyFiveGivesThePapersTrace() throws {
        let run = try ExpertRun(Problem(task: .add, input: ["96", "125"]))
        let expected = """
            ADD
              ADD1
                WRITE OUT 1
                CARRY
                  PTR CARRY LEFT
                  WRITE CARRY 1
                  PTR CARRY RIGHT
              LSHIFT
                PTR INP1 LEFT
                PTR INP2 LEFT
                PTR CARRY LEFT
                PTR OUT LEFT
              ADD1
                WRITE OUT 2
                CARRY
                  PTR CARRY LEFT
                  WRITE CARRY 1
                  PTR CARRY RIGHT
              LSHIFT
                PTR INP1 LEFT
                PTR INP2 LEFT
                PTR CARRY LEFT
                PTR OUT LEFT
              ADD1
                WRITE OUT 2
              LSHIFT
                PTR INP1 LEFT
                PTR INP2 LEFT
                PTR CARRY LEFT
                PTR OUT LEFT
            """
        #expect(run.lines.joined(separator: "\n") == expected)
        #expect(run.eventCount == 39)
    }

    @Test func everyStepIsToldInPlainWords() throws {
        let run = try ExpertRun(Problem(task: .add, input: ["96", "125"]))
        let told = run.sentences.map { "\($0.program): \($0.text)" }
        #expect(
            told.prefix(14) == [
                "ADD: add up this column: 6 + 5",
                "ADD1: 6 + 5 = 11: write 1, carry 1",
                "ADD1: 11 is more than 9: carry the 1",
                "CARRY: go to the column on the left, where the 1 belongs",
                "CARRY: write the 1 that is carried",
                "CARRY: come back to this column",
                "CARRY: the 1 stands ready for the next column: return",
                "ADD1: the 1 is carried: this column is done",
                "ADD: carry the 1: step to the next column",
                "LSHIFT: move all pointers one column left: INP1",
                "LSHIFT: move all pointers one column left: INP2",
                "LSHIFT: move all pointers one column left: CARRY",
                "LSHIFT: move all pointers one column left: OUT",
                "LSHIFT: all four pointers stand on the next column: return",
            ])
        #expect(told.contains("ADD1: 9 + 2 + 1 carried = 12: write 2, carry 1"))
        #expect(told.contains("ADD1: 1 + 1 carried = 2: write 2"))
        #expect(told.contains("ADD1: 2 is less than 10: nothing to carry, this column is done"))
        #expect(told.contains("ADD: this column is done: step to the next one"))
        #expect(told.last == "ADD: both numbers and the carry are used up: done")
    }

    @Test func columnsOfOneDigitOrACarryAreToldWithoutASum() throws {
        let told = try ExpertRun(Problem(task: .add, input: ["75", "5"])).sentences.map(\.text)
        #expect(told.contains("7 + 1 carried = 8: write 8"))
        #expect(try ExpertRun(Problem(task: .add, input: ["70", "5"])).sentences.map(\.text).contains("7: write 7"))
        #expect(
            try ExpertRun(Problem(task: .add, input: ["5", "5"])).sentences.map(\.text).contains("1 carried: write 1"))
    }

    @Test func aMistakeIsToldWithWhatWouldBeRight() throws {
        let library = ProgramLibrary(for: [.add])
        let problem = try Problem(task: .add, input: ["96", "125"])
        let expert = try problem.makeExpert(library)
        let world = problem.makeWorld()
        func told(_ decision: Decision, in program: String) throws -> Narration {
            expert.narrate(
                decision, program: try library.require(program), arguments: .none, step: 0, in: world)
        }
        let wrongDigit = try told(.act(Arguments(3, 2, 3)), in: "ADD1")
        #expect(!wrongDigit.isExpected)
        #expect(wrongDigit.expected == .act(Arguments(3, 2, 1)))
        #expect(wrongDigit.text == "WRITE OUT 3 is a mistake; right: 6 + 5 = 11: write 1, carry 1")
        #expect(
            try told(.end, in: "ADD").text == "returning is a mistake; right: add up this column: 6 + 5")
        #expect(
            try told(.call(library.require("LSHIFT"), .none), in: "ADD").text
                == "calling LSHIFT is a mistake; right: add up this column: 6 + 5")
        #expect(
            try told(.act(Arguments(7, 1, 2)), in: "LSHIFT").text
                == "nothing (7 1 2) is a mistake; right: move all pointers one column left: INP1")
        #expect(try told(.end, in: "LSHIFT").isExpected == false)
        #expect(
            try told(.call(library.require("ADD1"), Arguments(1, 2, 0)), in: "ADD").text
                == "calling ADD1 (1 2 0) is a mistake; right: add up this column: 6 + 5")
    }

    @Test func aProgramOfAnotherTaskReturnsAtOnceAndSaysSo() throws {
        var library = ProgramLibrary(for: [.add])
        let stranger = try library.append("GOTO")
        let problem = try Problem(task: .add, input: ["1", "2"])
        let told = try problem.makeExpert(library).narrate(
            .end, program: stranger, arguments: .none, step: 0, in: problem.makeWorld())
        #expect(told.isExpected)
        #expect(told.text == "GOTO has nothing to do in add: return")
    }

    @Test func aModelWithoutTheProgramsIsRefusedWithTheMissingName() throws {
        let problem = try Problem(task: .add, input: ["1", "2"])
        let library = try ProgramLibrary(names: ["ADD", "ADD1", "LSHIFT", "ACT"])
        #expect(throws: ProgramLibraryError.unknown("CARRY", known: library.names)) {
            try problem.makeExpert(library)
        }
    }
}
