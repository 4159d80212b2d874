import Experiments
import Foundation
import NPIKit
import Scratchpads
import Support
import Testing

@Suite("New tasks on a frozen network")
struct FrozenCoreTests {
    /// An untrained small network: what is tested here holds for any.
    func network(_ tasks: [TaskDefinition]) -> Network {
        return TrainingRecipe(tasks: tasks, seed: 1).makeNetwork(configuration: .tiny)
    }

    func recipe(_ tasks: [TaskDefinition] = [.max]) -> TrainingRecipe {
        var recipe = TrainingRecipe(tasks: tasks, seed: 2)
        recipe.longestLength = 4
        recipe.problemsPerLength = 3
        return recipe
    }

    func options(updates: Int) -> TrainingOptions {
        var options = TrainingOptions()
        options.updateCount = updates
        options.rowLimit = 32
        return options
    }

    func run(on network: Network, mode: FrozenCoreTraining.Mode = .bar, updates: Int = 10) throws -> TrainingRun {
        try TrainingRun(
            growing: network, trainedAs: ["tasks": "add,sort", "seed": "7"], with: recipe(), mode: mode,
            options: options(updates: updates), trials: FrozenCoreTrials(count: 1))
    }

    func error(for tasks: [TaskDefinition], on network: Network) -> FrozenCoreError? {
        do {
            _ = try TrainingRun(
                growing: network, trainedAs: [:], with: recipe(tasks), mode: .bar, options: options(updates: 1))
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "MAX and RJMP are added behind the old programs, which keep their rows",
        arguments: FrozenCoreTraining.Mode.allCases)
    func rows(mode: FrozenCoreTraining.Mode) throws {
        let base = network([.add, .sort])
        let run = try run(on: base, mode: mode)
        #expect(run.best.library.names == base.library.names + ["MAX", "RJMP"])
        #expect(run.frozenCore?.newPrograms == ["MAX", "RJMP"])
        #expect(TaskDefinition.max.isKnown(to: run.best))
        #expect(!TaskDefinition.max.isKnown(to: base))
    }

    @Test("barred, only the new programs' traces are trained on; mixed, the old tasks' as well")
    func frames() throws {
        let base = network([.add, .sort])
        let barred = try run(on: base, mode: .bar).progress.groups.map(\.program)
        #expect(Set(barred) == ["MAX", "RJMP"])
        let mixed = try run(on: base, mode: .mix).progress.groups.map(\.program)
        #expect(Set(mixed) == Set(base.library.names + ["MAX", "RJMP"]).subtracting(["ACT"]))
    }

    @Test("every old tensor is the same to the bit after the training", arguments: FrozenCoreTraining.Mode.allCases)
    func frozen(mode: FrozenCoreTraining.Mode) throws {
        let base = network([.sort])
        var run = try run(on: base, mode: mode, updates: 5)
        while !run.isFinished { run.advance() }
        for tensor in base.layout.tensors {
            let before = base.values(of: tensor.name).map(\.bitPattern)
            let after = run.trainer.network.values(of: tensor.name).map(\.bitPattern)
            #expect(Array(after.prefix(before.count)) == before, "\(tensor.name)")
        }
    }

    @Test("barred, a run of an old task is the same event by event, with the same probabilities")
    func sameRun() throws {
        let base = network([.sort])
        let grown = try run(on: base).best
        let problem = try Problem(task: .sort, input: ["3", "1", "2"])
        var before = try interpreter(base, problem)
        var after = try interpreter(grown, problem)
        for _ in 0..<300 {
            let (old, new) = (before.predict(), after.predict())
            #expect(old?.end == new?.end)
            #expect(old?.programs == new.map { Array($0.programs.dropLast(2)) })
            #expect(old?.arguments == new?.arguments)
            let event = before.step()
            #expect(event == after.step())
            guard event != nil else { break }
        }
    }

    private func interpreter(_ network: Network, _ problem: Problem) throws -> Interpreter<AnyScratchpad> {
        try Interpreter(
            NetworkPredictor(network), in: problem.makeWorld(),
            running: try network.library.require(problem.program))
    }

    @Test("a checkpoint goes on as if the training had never stopped", arguments: FrozenCoreTraining.Mode.allCases)
    func resume(mode: FrozenCoreTraining.Mode) throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("frozen-core-\(mode).checkpoint").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        var whole = try run(on: network([.sort]), mode: mode)
        for _ in 0..<4 { whole.advance() }
        try whole.checkpoint(to: path)
        var resumed = try TrainingRun(resuming: path)
        #expect(resumed.frozenCore == whole.frozenCore)
        for _ in 0..<3 {
            whole.advance()
            resumed.advance()
        }
        for name in ["memory.keys", "memory.programs", "core.weight_hh_l1"] {
            #expect(resumed.trainer.network.values(of: name) == whole.trainer.network.values(of: name))
        }
        #expect(resumed.trainer.network.callableCounts == whole.trainer.network.callableCounts)
        #expect(resumed.summary == whole.summary)
    }

    @Test("the file tells of both trainings")
    func summary() throws {
        let summary = try run(on: network([.add, .sort])).summary
        #expect(summary["tasks"] == "add,sort,max")
        #expect(summary["seed"] == "7")
        #expect(summary["grown_seed"] == "2")
        #expect(summary["grown_programs"] == "MAX,RJMP")
        #expect(summary["grown_way"] == "bar")
    }

    @Test("a network without what MAX calls is refused in a line that says what is missing")
    func missingPrograms() {
        let error = error(for: [.max], on: network([.add]))
        #expect(
            error?.description == """
                max cannot be learned on this network: it lacks BUBBLESORT, BUBBLE, RESET, BSTEP, COMPSWAP, RSHIFT; \
                train it on sort first
                """)
    }

    @Test("a network that knows MAX already is refused")
    func knownAlready() {
        #expect(error(for: [.max], on: network([.max])) == .isKnown(.max))
        #expect(error(for: [.max, .max], on: network([.sort])) == .isKnown(.max))
    }

    @Test("a task of its own is refused")
    func noFoundation() {
        #expect(error(for: [.add], on: network([.sort])) == .hasNoFoundation(.add))
    }

    @Test("a network that sees other fields is refused")
    func otherEncoder() {
        var generator = SeededGenerator(seed: 1)
        let spec = ObservationSpec(encoder: "sorting", fields: [.init("PTR 1", size: 10)])
        let network = Network(encoders: [spec], library: ProgramLibrary(for: [.sort]), using: &generator)
        #expect(error(for: [.max], on: network) == .lacksEncoder(.max, foundation: .sort))
    }
}
