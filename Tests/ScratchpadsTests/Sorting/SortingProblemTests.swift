import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite struct SortingProblemTests {
    @Test(arguments: SortingProblems.Kind.allCases, [1, 2, 3, 5, 10, 30])
    func theExpertSortsAndFindsTheLargestOfEveryKindOfArray(_ kind: SortingProblems.Kind, _ length: Int) throws {
        var generator = SplitMix(seed: UInt64(length))
        for task in [TaskDefinition.sort, .max] {
            let problem = SortingProblems.draw(kind, length: length, task: task, using: &generator)
            let run = try ExpertRun(problem, narrated: false)
            #expect(problem.input.count == length)
            #expect(problem.isCorrect(run.world))
            #expect(run.eventCount <= problem.expertEventBound)
        }
    }

    @Test func theBoundIsReachedByAllSwapsButThoseOfSettledPairs() throws {
        let run = try ExpertRun(Problem(task: .sort, input: ["2", "1"]))
        let problem = try Problem(task: .sort, input: ["2", "1"])
        #expect(run.eventCount == problem.expertEventBound - 1)
    }

    @Test func kindsLookAsTheyAreCalled() throws {
        var generator = SplitMix(seed: 11)
        func draw(_ kind: SortingProblems.Kind) -> [String] {
            SortingProblems.draw(kind, length: 30, using: &generator).input
        }
        #expect(Set(draw(.random)).count > 5)
        let sorted = draw(.sorted)
        #expect(sorted == sorted.sorted())
        let reversed = draw(.reversed)
        #expect(reversed == reversed.sorted(by: >) && reversed.first != reversed.last)
        #expect(Set(draw(.equal)).count == 1)
        #expect((2...3).contains(Set(draw(.repeated)).count))
        func drawAll(_ seed: UInt64) -> [Problem] {
            var generator = SplitMix(seed: seed)
            return SortingProblems.Kind.allCases.map { SortingProblems.draw($0, length: 9, using: &generator) }
        }
        #expect(drawAll(3) == drawAll(3))
        #expect(drawAll(3) != drawAll(4))
    }

    @Test func aProblemKnowsItsProgramTitleAndRightOutput() throws {
        let sort = try Problem(task: .sort, input: ["9", "2", "5"])
        #expect(sort.program == "BUBBLESORT")
        #expect(sort.title() == "BUBBLESORT 9 2 5")
        #expect(sort.goal() == "sort 9 2 5 by passes that swap neighbours")
        #expect(sort.expectedOutput == "2 5 9")
        #expect(sort.output(of: sort.makeWorld()) == "9 2 5")
        let max = try Problem(task: .max, input: ["3", "1", "4"])
        #expect(max.program == "MAX")
        #expect(max.title() == "MAX 3 1 4")
        #expect(max.goal() == "find the largest of 3 1 4: sort, then go to the last")
        #expect(max.expectedOutput == "4")
    }

    @Test func theLargestCountsOnlyWherePointerOneStandsAtTheEnd() throws {
        let problem = try Problem(task: .max, input: ["4", "1", "4"])
        var world = problem.makeWorld()
        #expect(problem.output(of: world) == "", "the pointer stands on a 4, but has not gone anywhere")
        for _ in 0..<2 { _ = world.perform(SortingAction.move(.first, .right).arguments) }
        #expect(problem.output(of: world) == "4")
    }

    @Test func longTitlesKeepWholeValues() throws {
        let problem = try Problem(task: .sort, input: (0..<60).map { "\($0 % 10)" })
        #expect(problem.title(width: 30) == "BUBBLESORT 0 1 2 3 4 … 6 7 8 9")
        #expect(problem.title(width: 30, ellipsis: "...") == "BUBBLESORT 0 1 2 3 ... 6 7 8 9")
        #expect(problem.title(width: 11 + 119) == problem.title())
        #expect(problem.title(width: 11 + 118).count <= 129)
        #expect(problem.title(width: 0) == "BUBBLESORT 0 … 9")
        #expect(try Problem(task: .sort, input: ["1", "2"]).title(width: 0) == "BUBBLESORT 1 2")
    }

    @Test func oneNetworkSharesTheProgramsOfTheSameName() throws {
        let library = ProgramLibrary(for: [.add, .sort, .max])
        #expect(
            library.names == [
                "ADD", "ADD1", "CARRY", "LSHIFT", "ACT", "BUBBLESORT", "BUBBLE", "RESET", "BSTEP", "COMPSWAP", "RSHIFT",
                "MAX", "RJMP",
            ])
        for (task, input) in [(TaskDefinition.sort, ["3", "1"]), (.max, ["3", "1"]), (.add, ["3", "1"])] {
            #expect(throws: Never.self) { try Problem(task: task, input: input).makeExpert(library) }
        }
    }

    @Test func aModelWithoutMaxSortsButFindsNoLargest() throws {
        let library = ProgramLibrary(for: [.sort])
        #expect(throws: Never.self) { try Problem(task: .sort, input: ["1"]).makeExpert(library) }
        #expect(throws: ProgramLibraryError.unknown("MAX", known: library.names)) {
            try Problem(task: .max, input: ["1"]).makeExpert(library)
        }
    }

    @Test(arguments: [
        (TaskDefinition.sort, [], "sort takes one or more single digits, but none was given; for example: sort 9 2 5"),
        (.max, [], "max takes one or more single digits, but none was given; for example: max 3 1 4"),
        (.sort, ["1", ""], "input 2 of sort is empty; give one or more single digits, such as: sort 9 2 5"),
        (.sort, ["12"], "\"12\" is no single digit 0-9; give one or more single digits, such as: sort 9 2 5"),
        (.sort, ["1", "-3"], "\"-3\" is no single digit 0-9; give one or more single digits, such as: sort 9 2 5"),
        (.max, ["x"], "\"x\" is no single digit 0-9; give one or more single digits, such as: max 3 1 4"),
        (.max, ["+"], "\"+\" is no single digit 0-9; give one or more single digits, such as: max 3 1 4"),
        (.sort, ["٣"], "\"٣\" is no single digit 0-9; give one or more single digits, such as: sort 9 2 5"),
    ])
    func wrongInputIsRefusedInOneClearLine(_ task: TaskDefinition, _ input: [String], _ message: String) {
        do throws(ProblemError) {
            _ = try Problem(task: task, input: input)
            Issue.record("\(input.prefix(3)) was taken")
        } catch {
            #expect(error.description == message)
        }
    }

    @Test func longInputIsRefusedInOneShortLine() {
        wrongInputIsRefusedInOneClearLine(
            .sort, [String(repeating: "7", count: 50_000)],
            "\"77777777777...7777777777\" is no single digit 0-9; give one or more single digits, such as: sort 9 2 5")
        wrongInputIsRefusedInOneClearLine(
            .sort, Array(repeating: "1", count: 10_000), "sort was given 10000 values; the limit is 1000")
    }

    @Test func aThousandValuesAreTaken() throws {
        let problem = try Problem(task: .sort, input: Array(repeating: "3", count: 1_000))
        #expect(problem.isCorrect(problem.makeWorld()))
    }
}
