package import CarModels
import NPIKit
package import Scratchpads

/// A row of Table 1: a task at one size, and what Reed & de Freitas 2016 found, in per cent.
package struct Table1Row: Hashable, Sendable {
    /// What the row is called.
    package var title: String
    /// The task.
    package var task: TaskDefinition
    /// The length of the inputs; of cars, how many steps away they start at most.
    package var length: Int
    /// Which cars, where it is about them.
    package var cars: CarSplit.Part?
    /// The paper's figures; nil where it has none.
    package var paper: [Table1Column: Double]

    /// The rows that are measured here.
    package static let all = [
        Table1Row(
            title: "addition, 10 digits", task: .add, length: 10,
            paper: [.single: 100, .multi: 97, .grown: 97]),
        Table1Row(
            title: "sorting, 5 values", task: .sort, length: 5,
            paper: [.single: 100, .multi: 100, .grown: 100]),
        Table1Row(
            title: "seen cars, 1-4 steps", task: .car, length: 4, cars: .seen,
            paper: [.single: 89.5, .multi: 91.4, .grown: 91.4]),
        Table1Row(
            title: "unseen cars, 1-4 steps", task: .car, length: 4, cars: .unseen,
            paper: [.single: 88.7, .multi: 89.9, .grown: 89.9]),
        Table1Row(title: "MAX, 5 values", task: .max, length: 5, paper: [.grown: 100]),
    ]

    /// The programs that the row's task adds to those of the task it builds on; none for a task of its own.
    var newPrograms: [String] {
        guard let foundation = task.foundation else { return [] }
        return task.programNames.filter { !foundation.programNames.contains($0) }
    }

    /// Whether it is what `test` measures.
    func isMeasured(by test: SuiteTest) -> Bool {
        task == test.task && length == test.length && cars == test.cars
    }
}

/// A column of Table 1.
package enum Table1Column: String, CaseIterable, Hashable, Sendable {
    /// A network for each task.
    case single = "single-task"
    /// One network for all tasks that stand on their own.
    case multi = "multi-task"
    /// The same network, to whose memory MAX was added.
    case grown = "+ MAX"
}

extension Suite {
    /// Table 1: networks of one task each, trained as `npi train` does; the given network without the programs that were
    /// added to it; and with them. Cars and MAX are left out where the given network does not know them.
    static func table1(of model: Network?, isQuick: Bool, _ seeds: SuiteSeeds) throws(SuiteError) -> [Experiment] {
        let count = isQuick ? 10 : 1_000
        func tests(_ rows: [Table1Row]) -> [SuiteTest] {
            rows.map { seeds.test($0.task, length: $0.length, cars: $0.cars, count: count) }
        }
        let known = Table1Row.all.filter { row in model.map(row.task.isKnown(to:)) ?? false }
        let missing = [TaskDefinition.add, .sort].filter { task in !known.contains { $0.task == task } }
        guard missing.isEmpty else { throw .lacksTasks(.table1, missing) }
        let founded = known.filter { $0.task.foundation == nil }
        let tasks = TaskCatalog.all.filter { task in founded.contains { $0.task == task } }
        let singles = tasks.map { task in
            Experiment(
                id: "single-\(task.name)", series: Table1Column.single.rawValue,
                source: single(task, isQuick: isQuick, seeds),
                tests: tests(founded.filter { $0.task == task }))
        }
        let added = known.flatMap(\.newPrograms)
        let multi = Experiment(
            id: "multi", series: Table1Column.multi.rawValue, source: .given(without: added), tests: tests(founded))
        guard !added.isEmpty else { return singles + [multi] }
        return singles + [
            multi,
            Experiment(
                id: "grown", series: Table1Column.grown.rawValue, source: .given(without: []), tests: tests(known)),
        ]
    }

    /// How a network of one task is trained.
    private static func single(_ task: TaskDefinition, isQuick: Bool, _ seeds: SuiteSeeds) -> ModelSource {
        var recipe = TrainingRecipe(tasks: [task], seed: seeds.training(of: task))
        recipe.problemsPerLength = task == .add ? 32 : 64
        var options = TrainingOptions()
        options.seed = seeds.network(of: task)
        options.updateCount = 3_500
        if isQuick {
            recipe.longestLength = 3
            recipe.problemsPerLength = 2
            recipe.cars = CarRecipe(carsPerKind: 1)
            options.updateCount = task.drawsFramesWithoutEnd ? 2 : 40
        }
        return .recipe(recipe, options)
    }

    /// A look at what the given network knows.
    static func quick(
        of model: Network?, isQuick: Bool, _ look: QuickLook, _ seeds: SuiteSeeds
    ) throws(SuiteError) -> [Experiment] {
        let wanted = look.tasks.isEmpty ? TaskCatalog.all : look.tasks
        let known = wanted.filter { task in model.map(task.isKnown(to:)) ?? false }
        let missing = look.tasks.isEmpty ? (known.isEmpty ? [.add] : []) : wanted.filter { !known.contains($0) }
        guard missing.isEmpty else { throw .lacksTasks(.quick, missing) }
        for task in known where look.longest > task.lengthLimit ?? .max {
            throw .tooLong(task, look.longest, limit: task.lengthLimit ?? 0)
        }
        return [
            Experiment(
                id: "model", series: "right", source: .given(without: []),
                tests: known.flatMap { task in
                    let parts = isQuick ? task.validationParts.quick : task.validationParts.full
                    return look.parts(parts).map { seeds.test(task, length: $0.length, count: $0.count) }
                })
        ]
    }
}
