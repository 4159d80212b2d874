import CarModels
package import NPIKit
package import Scratchpads
import Support

/// What a suite measures, laid out in full before anything is measured.
package struct Suite: Hashable, Sendable {
    /// Its name.
    package let name: SuiteName
    /// Whether it is cut down to seconds, to try it out.
    package let isQuick: Bool
    /// Where all random numbers come from.
    package let seed: UInt32
    /// What is measured, in order.
    package let experiments: [Experiment]

    /// Whether the suite measures a given network.
    package var measuresModel: Bool {
        experiments.contains { if case .given = $0.source { true } else { false } }
    }

    /// Whether any network is trained.
    package var trains: Bool {
        experiments.contains { if case .given = $0.source { false } else { true } }
    }

    /// How many points there are in all.
    package var pointCount: Int { experiments.reduce(0) { $0 + $1.tests.count } }

    /// Lays out a suite.
    ///
    /// - Parameters:
    ///   - name: Which.
    ///   - isQuick: Whether it is cut down to seconds.
    ///   - seed: Where all random numbers come from.
    ///   - model: The network that is measured, for suites that measure one.
    ///   - look: What the suite `quick` measures in place of what each task says.
    /// - Throws: ``SuiteError`` if the network lacks what the suite needs.
    package init(
        _ name: SuiteName, isQuick: Bool = false, seed: UInt32 = 1, model: Network? = nil, look: QuickLook = QuickLook()
    ) throws(SuiteError) {
        self.name = name
        self.isQuick = isQuick
        self.seed = seed
        let seeds = SuiteSeeds(seed)
        switch name {
        case .quick: experiments = try Self.quick(of: model, isQuick: isQuick, look, seeds)
        case .table1: experiments = try Self.table1(of: model, isQuick: isQuick, seeds)
        case .fig5: experiments = Self.fig5(isQuick: isQuick, seeds)
        case .fig6: experiments = Self.fig6(isQuick: isQuick, seeds)
        case .fig9: experiments = Self.fig9(isQuick: isQuick, seeds)
        case .seeds: experiments = Self.seeds(isQuick: isQuick, seeds)
        }
    }

    /// Whether the suite called `name` measures a given network.
    package static func measuresModel(_ name: SuiteName) -> Bool {
        name == .quick || name == .table1
    }
}

/// Which problems the suite `quick` draws.
package struct QuickLook: Hashable, Sendable {
    /// Their lengths; nil for those that each task says.
    package var lengths: [Int]?
    /// How many of each length; nil for as many as each task says.
    package var count: Int?
    /// The tasks; empty for all that the network has learned.
    package var tasks: [TaskDefinition]

    /// What each task says.
    package init(lengths: [Int]? = nil, count: Int? = nil, tasks: [TaskDefinition] = []) {
        self.lengths = lengths
        self.count = count
        self.tasks = tasks
    }

    /// The longest length that is asked for.
    var longest: Int { lengths?.max() ?? 0 }

    /// The parts that are drawn in place of `parts`.
    func parts(_ parts: [ValidationParts.Part]) -> [ValidationParts.Part] {
        let drawn = lengths.map { $0.map { ValidationParts.Part(length: $0, count: 50) } } ?? parts
        return drawn.map { ValidationParts.Part(length: $0.length, count: count ?? $0.count) }
    }
}

/// The seeds of a suite. No two uses share one, nor do they share one with `npi train --seed N` for any small N.
struct SuiteSeeds {
    private enum Use: UInt64 {
        case training = 1
        case network
        case heldOut
        case test
    }

    private let seed: UInt32

    init(_ seed: UInt32) {
        self.seed = seed
    }

    private func make(_ use: Use, _ index: Int) -> UInt64 {
        use.rawValue << 56 | UInt64(index & 0xFF_FFFF) << 32 | UInt64(seed)
    }

    /// What a task's seeds have of its name, in 24 bits; 0 where there is one task alone.
    private func index(of task: TaskDefinition?) -> Int { Int((task?.seed ?? 0) & 0xFF_FFFF) }

    /// Of problems to learn from.
    func training(of task: TaskDefinition? = nil) -> UInt64 { make(.training, index(of: task)) }
    /// Of untrained networks and of what is drawn while they are trained.
    func network(of task: TaskDefinition? = nil) -> UInt64 { make(.network, index(of: task)) }
    /// The same for one of many trainings.
    func training(of task: TaskDefinition, _ number: Int) -> UInt64 { make(.training, index(of: task) ^ number << 16) }
    /// The same for one of many trainings.
    func network(of task: TaskDefinition, _ number: Int) -> UInt64 { make(.network, index(of: task) ^ number << 16) }
    /// Of problems to choose by.
    func heldOut(_ index: Int = 0) -> UInt64 { make(.heldOut, index) }
    /// Of problems to be tested on, by their length.
    private func test(_ task: TaskDefinition, length: Int, variant: Int) -> UInt64 {
        make(.test, (variant << 20 | length) ^ index(of: task))
    }

    /// A test.
    func test(_ task: TaskDefinition, length: Int, cars: CarSplit.Part? = nil, count: Int) -> SuiteTest {
        let variant = cars.map { $0 == .seen ? 1 : 2 } ?? 0
        return SuiteTest(
            task: task, length: length, count: count, seed: test(task, length: length, variant: variant), cars: cars)
    }
}

/// Why a suite cannot be laid out.
package enum SuiteError: Error, Equatable, CustomStringConvertible {
    /// The network has not learned these tasks.
    case lacksTasks(SuiteName, [TaskDefinition])
    /// The task takes no inputs of that length.
    case tooLong(TaskDefinition, Int, limit: Int)

    /// One line for the user.
    package var description: String {
        switch self {
        case .lacksTasks(let suite, let tasks):
            "the suite \(suite.rawValue) needs a network that has learned "
                + "\(tasks.map(\.name).joined(separator: " and ")), which this one has not; "
                + "npi model lists what it knows"
        case .tooLong(let task, let length, let limit):
            "\(task.name) takes inputs up to a length of \(limit.grouped), not of \(length.grouped)"
        }
    }
}
