import CarModels
import Experiments
import NPIKit
import Scratchpads
import Testing

@Suite("What suites measure")
struct SuiteTests {
    private func network(_ tasks: [TaskDefinition]) -> Network {
        TrainingRecipe(tasks: tasks, seed: 1).makeNetwork()
    }

    @Test("figure 5 goes from 1 to 512 examples, each set within the next")
    func fig5() throws {
        let experiments = try Suite(.fig5).experiments
        for series in ["NPI", "seq2seq"] {
            let own = experiments.filter { $0.series == series && ($0.id.hasSuffix("-1") || series == "seq2seq") }
            #expect(own.compactMap(\.exampleCount) == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512])
            var earlier: [Problem] = []
            for experiment in own {
                let problems = try #require(Self.examples(of: experiment))
                #expect(problems.count == experiment.exampleCount)
                #expect(Array(problems.prefix(earlier.count)) == earlier)
                #expect(problems.allSatisfy { $0.input.count == 20 })
                earlier = problems
            }
        }
    }

    @Test("figure 5 has ten networks for each number of examples up to 16, each from other examples and other weights")
    func networksOfFigure5() throws {
        let programs = try Suite(.fig5).experiments.filter { $0.series == "NPI" }
        #expect(Set(programs.map(\.id)).count == 55 && programs.count == 55)
        for count in [1, 2, 4, 8, 16] {
            let own = programs.filter { $0.exampleCount == count }
            #expect(own.count == 10)
            #expect(Set(own.compactMap { Self.examples(of: $0)?.first?.input.joined() }).count == 10)
            #expect(Set(own.compactMap { Self.networkSeed(of: $0) }).count == 10)
            #expect(Set(own.map(\.tests)).count == 1)
        }
    }

    @Test(
        "NPI and its baselines learn from the same problems and are tested on the same",
        arguments: [SuiteName.fig5, .fig6])
    func sameProblems(name: SuiteName) throws {
        let experiments = try Suite(name).experiments
        for experiment in experiments
        where experiment.series == "NPI" && (name != .fig5 || experiment.id.hasSuffix("-1")) {
            let other = try #require(
                experiments.first { $0.series == "seq2seq" && $0.exampleCount == experiment.exampleCount })
            #expect(Self.examples(of: experiment) == Self.examples(of: other))
            #expect(experiment.tests == other.tests)
        }
    }

    @Test("the easy form of figure 9 gets twice the examples, and the others are also trained on 64 times as many")
    func fig9() throws {
        let counts = try Suite(.fig9).experiments.map { Self.examples(of: $0)?.count }
        #expect(counts == [640, 1_280, 640, 640, 40_960, 40_960])
    }

    @Test(
        "no test or held-out problems come from a seed that is trained on",
        arguments: [SuiteName.fig5, .fig6, .fig9, .seeds])
    func seeds(name: SuiteName) throws {
        let experiments = try Suite(name, seed: 7).experiments
        var trained: Set<UInt64> = []
        var heldOut: Set<UInt64> = []
        for experiment in experiments {
            switch experiment.source {
            case .programs(let problems, let options): trained.formUnion([problems.seed, options.seed])
            case .sequences(_, let problems, let held, _, let options):
                trained.formUnion([problems.seed, options.seed])
                heldOut.insert(held.seed)
            case .examined(let recipe, let options): trained.formUnion([recipe.seed, options.seed])
            default: Issue.record("\(experiment.id) is not trained")
            }
        }
        let tested = Set(experiments.flatMap(\.tests).map(\.seed))
        #expect(trained.isDisjoint(with: tested))
        #expect(heldOut.isDisjoint(with: tested))
        #expect(heldOut.isDisjoint(with: trained))
    }

    @Test(
        "many seeds: 20 networks for each task and form, tested at 10 and 50 times the length that they are trained on")
    func manySeeds() throws {
        let experiments = try Suite(.seeds).experiments
        #expect(experiments.count == 120)
        #expect(Set(experiments.map(\.id)).count == 120)
        var seeds: Set<UInt64> = []
        for experiment in experiments {
            guard case .examined(let recipe, let options) = experiment.source else {
                Issue.record("\(experiment.id) is not examined")
                continue
            }
            #expect((recipe.proof != nil) == experiment.series.hasSuffix("until proven"))
            #expect(experiment.tests.map(\.length) == [10, 50].map { $0 * recipe.longestLength })
            seeds.insert(options.seed)
        }
        #expect(seeds.count >= 80)
    }

    @Test("Table 1 measures MAX where the network knows it, and what it did before")
    func table1() throws {
        let series = try Suite(.table1, model: network([.add, .sort, .max])).experiments.map(\.series)
        #expect(series == ["single-task", "single-task", "multi-task", "+ MAX"])
        let without = try Suite(.table1, model: network([.add, .sort]))
        #expect(without.experiments.map(\.series) == ["single-task", "single-task", "multi-task"])
        let report = SuiteReport(without, SuiteResults(SuiteResults.Header(without, model: nil)))
        #expect(report.table.text.contains("not learned [100.0]"))
    }

    @Test("Table 1 turns seen and unseen cars from up to four steps away where the network knows cars")
    func cars() throws {
        let suite = try Suite(.table1, model: network([.add, .sort, .car]))
        #expect(suite.experiments.map(\.id) == ["single-add", "single-sort", "single-car", "multi"])
        let tests = suite.experiments[2].tests
        #expect(tests.map(\.cars) == [.seen, .unseen] && tests == suite.experiments[3].tests.suffix(2))
        for test in tests {
            let problems = test.makeProblems()
            #expect(problems.count == 1_000)
            let names = Set((test.cars ?? .seen).designs.map(\.name))
            #expect(problems.allSatisfy { names.contains($0.input[0]) })
            let starts = Set(problems.map { $0.input[1] })
            let near = CarPose.paperStarts.filter { (1...4).contains($0.distance(to: .paperTarget)) }
            #expect(starts == Set(near.map(\.text)))
        }
    }

    @Test("a network that lacks a task is refused in a line")
    func lacksTasks() {
        let error = #expect(throws: SuiteError.self) { try Suite(.table1, model: network([.add])) }
        #expect(error == .lacksTasks(.table1, [.sort]))
        #expect(error?.description.contains("needs a network that has learned sort") == true)
    }

    @Test(
        "a misspelt name finds the suite that is meant",
        arguments: [("figure5", SuiteName.fig5), ("tabel1", .table1), ("Fig6", .fig6), ("quik", .quick), ("fig", nil)])
    func nearest(text: String, name: SuiteName?) {
        #expect(SuiteName.nearest(to: text) == name)
    }

    private static func networkSeed(of experiment: Experiment) -> UInt64? {
        if case .programs(_, let options) = experiment.source { options.seed } else { nil }
    }

    private static func examples(of experiment: Experiment) -> [Problem]? {
        switch experiment.source {
        case .programs(let problems, _), .sequences(_, let problems, _, _, _): problems.makeProblems()
        case .given, .recipe, .examined: nil
        }
    }
}
