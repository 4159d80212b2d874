import Assets
import Experiments
import NPIKit
import Scratchpads
import Support

/// Runs whose steps have all been asked before, so that they are looked up, against runs that ask the network.
struct CacheBenchmark {
    /// The bar: events come at least so many times as fast as from a network of 256 units a layer, the usual size.
    static let bar = 60.0

    /// The bar for many problems: so many times as many a second as one by one.
    static let problemsBar = 6.0

    /// Prints the tables; says whether the bars were reached.
    func run() throws -> Bool {
        let isFast = try areEventsFast()
        return try areProblemsFast() && isFast
    }

    /// Problems as `npi evaluate` solves them, against the same ones one by one by a network that is asked at every step.
    private func areProblemsFast() throws -> Bool {
        var isReached = true
        for (name, lengths) in [
            ("add", 5...60), ("sort", 2...14), ("add-recursive", 5...60), ("sort-recursive", 2...14),
        ] {
            let task = TaskDefinition.named(name)
            let path = Assets.learnedTogether.contains(name) ? Assets.model(for: name) : Assets.defaultModel
            let network = try ModelFile.read(try Assets.path(of: path)).network
            var generator = SeededGenerator(seed: 5)
            let problems = lengths.flatMap { length in
                (0..<4).map { _ in task.randomProblem(length: length, using: &generator) }
            }
            // Failing to make a world of a problem that was made for the task cannot be.
            let results = Contest.run(
                [
                    Contest.Contender(name: "one by one", repetitions: 1) {
                        let predictor = NetworkPredictor(network)
                        return problems.count { (try? RunResult(of: $0, by: predictor)) != nil }
                    },
                    Contest.Contender(name: "at once, nothing known before", repetitions: 1) {
                        ((try? Solvers(network).results(of: problems)) ?? []).count
                    },
                ], rounds: 5)
            print("A problem of \(name), \(lengths.lowerBound) to \(lengths.upperBound) long, all cores against one")
            print(Table.head)
            for result in results { print(Table.row(result, against: results[0])) }
            let ratio = results[0].median / results[1].median
            isReached = ratio >= Self.problemsBar && isReached
            print(
                "  \(ratio >= Self.problemsBar ? "reached" : "MISSED"): \(Table.ratio(ratio)) times as many a second (bar: \(Self.problemsBar))\n"
            )
        }
        return isReached
    }

    private func areEventsFast() throws -> Bool {
        let digits = (0..<1_000).map { String($0 * 7 % 10) }
        let sum = [digits.joined(), digits.reversed().joined()]
        let values = (0..<60).map { "\($0 * 7 % 10)" }
        let large = try ModelFile.read(try Assets.path(of: Assets.defaultModel)).network
        var contenders = [
            try events(
                "asking 256 units: add, 30 digits", .named("add"), sum.map { String($0.prefix(30)) },
                NetworkPredictor(large))
        ]
        for (name, input) in [("add-recursive", sum), ("sort-recursive", values)] {
            let network = try ModelFile.read(try Assets.path(of: Assets.model(for: name))).network
            contenders.append(try events("asking 32 units: \(name)", .named(name), input, NetworkPredictor(network)))
            contenders.append(try events("looking up: \(name)", .named(name), input, CachedPredictor(network)))
        }
        let results = Contest.run(contenders, rounds: 10)
        print("An event of a run, the environment included, one core")
        print(Table.head)
        for result in results { print(Table.row(result, against: results[0])) }
        let slowest = max(results[2].median, results[4].median)
        let ratio = results[0].median / slowest
        print(
            "  \(ratio >= Self.bar ? "reached" : "MISSED"): \(Table.ratio(ratio)) times as fast (bar: \(Self.bar)); \(Int(1e9 / slowest)) events a second\n"
        )
        return ratio >= Self.bar
    }

    /// Whole runs.
    private func events(
        _ name: String, _ task: TaskDefinition, _ input: [String], _ predictor: any StepPredictor
    ) throws -> Contest.Contender {
        let problem = try Problem(task: task, input: input)
        let start = try Interpreter(
            predictor, in: problem.makeWorld(), running: try predictor.library.require(problem.program),
            arguments: problem.arguments)
        return Contest.Contender(name: name, repetitions: 1) {
            var interpreter = start
            while interpreter.step() != nil {}
            return interpreter.eventCount
        }
    }
}
