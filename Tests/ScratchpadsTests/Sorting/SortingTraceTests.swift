import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite struct SortingTraceTests {
    static let passOfThree = """
          BUBBLE
            PTR 2 RIGHT
            BSTEP
              COMPSWAP
                SWAP 1 2
              RSHIFT
                PTR 1 RIGHT
                PTR 2 RIGHT
            BSTEP
              COMPSWAP
                SWAP 1 2
              RSHIFT
                PTR 1 RIGHT
                PTR 2 RIGHT
          RESET
            LSHIFT
              PTR 1 LEFT
              PTR 2 LEFT
            LSHIFT
              PTR 1 LEFT
              PTR 2 LEFT
          PTR 3 RIGHT
        """

    @Test func nineTwoFiveGivesThePapersTrace() throws {
        let run = try ExpertRun(Problem(task: .sort, input: ["9", "2", "5"]))
        let first = Self.passOfThree.split(separator: "\n").map(String.init)
        // The first pass leaves 2 5 9, so that the others find nothing to swap.
        let others = first.filter { !$0.contains("SWAP 1 2") }
        #expect(run.lines == ["BUBBLESORT"] + first + others + others)
        #expect(run.callCount == run.lines.count)
    }

    @Test func findingTheLargestSortsAndThenGoesToTheEnd() throws {
        let run = try ExpertRun(Problem(task: .max, input: ["3", "1", "4"]))
        #expect(run.lines.prefix(2) == ["MAX", "  BUBBLESORT"])
        #expect(
            run.lines.suffix(8) == [
                "    PTR 3 RIGHT",
                "  RJMP",
                "    RSHIFT", "      PTR 1 RIGHT", "      PTR 2 RIGHT",
                "    RSHIFT", "      PTR 1 RIGHT", "      PTR 2 RIGHT",
            ])
    }

    /// The paper's figure of trace lengths by array length.
    @Test(arguments: [(5, 186.0), (10, 782.0), (20, 3_200.0), (60, 29_000.0), (100, 82_000.0)])
    func tracesAreAsLongAsThePapers(_ length: Int, _ lines: Double) throws {
        var generator = SplitMix(seed: 4)
        let count = length > 20 ? 1 : 20
        let mean =
            try (0..<count).reduce(0.0) { sum, _ in
                let problem = SortingProblems.draw(length: length, using: &generator)
                return sum + Double(try ExpertRun(problem, narrated: false).callCount)
            } / Double(count)
        #expect(abs(mean - lines) < 0.02 * lines)
    }

    @Test func everyStepIsToldInPlainWords() throws {
        let run = try ExpertRun(Problem(task: .sort, input: ["9", "2", "9"]))
        let told = run.sentences.map { "\($0.program): \($0.text)" }
        #expect(
            told.prefix(16) == [
                "BUBBLESORT: pass 1 of 3: compare neighbours from left to right",
                "BUBBLE: put pointer 2 one place ahead of pointer 1",
                "BUBBLE: put the pair 9 and 2 in order and step on",
                "BSTEP: compare 9 and 2",
                "COMPSWAP: 9 is larger than 2: swap them",
                "COMPSWAP: the pair 2 and 9 is in order now: return",
                "BSTEP: step on to the next pair",
                "RSHIFT: move pointers 1 and 2 one place right: PTR 1",
                "RSHIFT: move pointers 1 and 2 one place right: PTR 2",
                "RSHIFT: pointers 1 and 2 are moved: return",
                "BSTEP: both pointers have moved on: return",
                "BUBBLE: put the pair 9 and 9 in order and step on",
                "BSTEP: compare 9 and 9",
                "COMPSWAP: 9 and 9 are equal: nothing to swap",
                "BSTEP: step on to the next pair",
                "RSHIFT: move pointers 1 and 2 one place right: PTR 1",
            ])
        #expect(
            told.dropFirst(16).prefix(9) == [
                "RSHIFT: move pointers 1 and 2 one place right: PTR 2, which can go no further",
                "RSHIFT: pointers 1 and 2 are moved: return",
                "BSTEP: both pointers have moved on: return",
                "BUBBLE: pointer 1 is at the end: no pair is left, the pass is over",
                "BUBBLESORT: the pass is over: bring pointers 1 and 2 back to the start",
                "RESET: pointer 1 is not at the start yet: go one place left",
                "LSHIFT: move pointers 1 and 2 one place left: PTR 1",
                "LSHIFT: move pointers 1 and 2 one place left: PTR 2",
                "LSHIFT: pointers 1 and 2 are moved: return",
            ])
        #expect(told.contains("RESET: pointer 1 is at the start: ready for the next pass"))
        #expect(told.contains("BUBBLESORT: count the pass: 1 of 3 are done"))
        #expect(told.contains("COMPSWAP: 2 is smaller than 9: nothing to swap"))
        #expect(told.last == "BUBBLESORT: 3 of 3 passes are done: the array is sorted")
    }

    @Test func maxIsToldInPlainWords() throws {
        let run = try ExpertRun(Problem(task: .max, input: ["3", "1"]))
        let top = run.sentences.filter { ["MAX", "RJMP"].contains($0.program) }.map(\.text)
        #expect(
            top == [
                "sort first: the largest value then stands last", "go to the last value",
                "pointer 1 is not at the end yet: go one place right", "pointer 1 is at the end: return",
                "pointer 1 stands on the largest value, 3: done",
            ])
    }

    @Test func aMistakeIsToldWithWhatWouldBeRight() throws {
        let library = ProgramLibrary(for: [.add, .sort])
        let problem = try Problem(task: .sort, input: ["9", "2"])
        let expert = try problem.makeExpert(library)
        func told(_ decision: Decision, in program: String) throws -> String {
            expert.narrate(
                decision, program: try library.require(program), arguments: .none, step: 0, in: problem.makeWorld()
            ).text
        }
        #expect(
            try told(.end, in: "BUBBLESORT")
                == "returning is a mistake; right: pass 1 of 2: compare neighbours from left to right")
        #expect(
            try told(.act(SortingAction.swap.arguments), in: "LSHIFT")
                == "SWAP 1 2 is a mistake; right: move pointers 1 and 2 one place left: PTR 1, which can go no further")
        #expect(
            try told(.act(Arguments(3, 2, 1)), in: "RSHIFT")
                == "nothing (3 2 1) is a mistake; right: move pointers 1 and 2 one place right: PTR 1")
        #expect(try told(.end, in: "CARRY") == "CARRY has nothing to do in sort: return")
    }

    @Test func anEndlessOrWrongRunIsNotCalledSorted() throws {
        let library = ProgramLibrary(for: [.max])
        let problem = try Problem(task: .max, input: ["9", "2"])
        let expert = try problem.makeExpert(library)
        var world = problem.makeWorld()
        for _ in 0..<2 {
            _ = world.perform(SortingAction.move(.sweeps, .right).arguments)
            _ = world.perform(SortingAction.move(.first, .right).arguments)
        }
        func told(_ program: String, step: Int) throws -> String {
            expert.narrate(.end, program: try library.require(program), arguments: .none, step: step, in: world).text
        }
        #expect(try told("BUBBLESORT", step: 0) == "2 of 2 passes are done: return")
        #expect(try told("MAX", step: 2) == "both parts are done: return")
    }
}
