import Experiments
import NPIKit
import Scratchpads
import Support
import Testing

@Suite("Problems of task files until no step is new")
struct StepCoverageTests {
    /// Tells whether two digits are alike, of numbers of three digits.
    static let alike = """
        task alike
        input A, B: number of 1..3 digits
        check compare A with B
        row FIRST: digits = A, aligned right
        row SECOND: digits = B, aligned right
        row SIGN: symbols "<=>", width 1
        width: longest
        output SIGN as symbol
        pointer FIRST, SECOND, SIGN at left
        see FIRST, SECOND, FIRST at end
        program COMPARE
          until FIRST > SECOND or FIRST < SECOND or FIRST at end
            NEXT
          if FIRST > SECOND
            write SIGN ">"
          else if FIRST < SECOND
            write SIGN "<"
          else
            write SIGN "="
        program NEXT
          move FIRST right
          move SECOND right
        """

    private func recipe() throws -> TrainingRecipe {
        let task = try TaskDefinition(TaskSource(file: "alike.task", text: Self.alike))
        var recipe = TrainingRecipe(tasks: [task], seed: 1)
        recipe.problemsPerLength = 4
        return recipe
    }

    @Test("each pair of single digits is among them, though four problems of a length hold few")
    func pairs() throws {
        var recipe = try recipe()
        func singles() -> Set<[String]> {
            Set(recipe.makeProblems().map(\.input).filter { $0.allSatisfy { $0.count == 1 } })
        }
        #expect(singles().count < 10)
        recipe.coverage = StepCoverage()
        let problems = recipe.makeProblems()
        #expect(singles().count == 100)
        #expect(problems == recipe.makeProblems(), "the same seed draws the same")
        #expect(problems.count < 600, "only problems that show something new are added")
    }

    @Test("lengths are those of the file, or shorter ones")
    func lengths() throws {
        var recipe = try recipe()
        func longest() -> Int { recipe.makeProblems().flatMap(\.input).map(\.count).max() ?? 0 }
        #expect(longest() == 3)
        recipe.longestLength = 2
        #expect(longest() == 2)
    }

    @Test("a file cannot ask for endless drawing")
    func limits() throws {
        var recipe = try recipe()
        recipe.coverage = StepCoverage()
        #expect(recipe.objection() == nil)
        recipe.coverage?.patience = .max
        #expect(recipe.objection()?.contains("must be 1 to 100,000") == true)
    }

    @Test("a training in rounds ends with the first round that reaches its goal, and a failed one can have another")
    func goal() throws {
        var recipe = try recipe()
        recipe.unitCount = 16
        recipe.longestLength = 1
        var options = TrainingOptions()
        options.firstRound = 1
        options.updateCount = 3
        var run = try TrainingRun(recipe, options: options)
        while !run.isFinished { run.advance() }
        #expect(run.trainer.updateCount == 3 && !run.isRight)
        run.planAnotherRound()
        #expect(!run.isFinished && run.progress.plannedCount == 3)
        run.advance()
        #expect(run.progress.plannedCount == 7)
        run.plan(updateCount: 4)
        #expect(run.isFinished)
    }
}
