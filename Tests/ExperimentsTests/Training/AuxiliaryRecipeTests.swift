import Experiments
import NPIKit
import Scratchpads
import Testing

@Suite("Auxiliary programs before MAX is learned")
struct AuxiliaryRecipeTests {
    func recipe(_ tasks: [TaskDefinition], programs: Int) -> TrainingRecipe {
        var recipe = TrainingRecipe(tasks: tasks, seed: 1)
        recipe.longestLength = 3
        recipe.problemsPerLength = 4
        recipe.auxiliary = AuxiliaryPrograms(programCount: programs)
        return recipe
    }

    @Test("neither MAX nor RJMP is an auxiliary program: no script jumps to the end, nor sorts and then does so")
    func nothingOfMax() throws {
        let recipe = recipe([.sort], programs: 3_000)
        let (network, frames) = try recipe.makeFrameGroups()
        let library = network.library
        let shift = try library.require("RSHIFT")
        let end = try #require(TaskDefinition.sort.observationSpec.fields.firstIndex { $0.name == "PTR 1 END" })
        let fields = TaskDefinition.sort.observationSpec.fields.count
        // RJMP's frames: RSHIFT until pointer 1 is at the end. A script that did the same in each of its frames would be RJMP.
        let auxiliary = Dictionary(
            grouping: frames.filter { AuxiliaryPrograms.isAuxiliary(library[$0.program]) }, by: \.program)
        #expect(auxiliary.count == 3_000)
        for frames in auxiliary.values {
            let isJump = frames.allSatisfy { frame in
                frame.decisions.indices.allSatisfy { step in
                    frame.decisions[step]
                        == (frame.categories[step * fields + end] == 1 ? .end : .call(shift, .none))
                }
            }
            #expect(!isJump)
        }
    }

    @Test("what comes out has the real programs alone")
    func forgotten() throws {
        var options = TrainingOptions()
        options.updateCount = 2
        options.rowLimit = 32
        var run = try TrainingRun(recipe([.sort], programs: 12), options: options)
        #expect(run.progress.groups.map(\.program).contains("auxiliary"))
        while !run.isFinished { run.advance() }
        #expect(run.best.library == ProgramLibrary(for: [.sort]))
        #expect(run.summary["practice_programs"] == "12")
    }

    @Test("where no other task can be learned later, there are no auxiliary programs")
    func additionAlone() throws {
        let (network, frames) = try recipe([.add], programs: 12).makeFrameGroups()
        #expect(!frames.contains { AuxiliaryPrograms.isAuxiliary(network.library[$0.program]) })
    }
}
