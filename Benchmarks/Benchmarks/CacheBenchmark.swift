import Assets
import NPIKit
import Scratchpads

/// Runs whose steps have all been asked before, so that they are looked up, against runs that ask the network.
struct CacheBenchmark {
    /// The bar: events come at least so many times as fast as from a network of 256 units a layer, the usual size.
    static let bar = 60.0

    /// Prints the table; says whether the bar was reached.
    func run() throws -> Bool {
        let digits = (0..<1_000).map { String($0 * 7 % 10) }
        let sum = [digits.joined(), digits.reversed().joined()]
        let values = (0..<60).map { "\($0 * 7 % 10)" }
        let large = try ModelFile.read(try Assets.path(of: Assets.defaultModel)).network
        var contenders = [
            try events(
                "asking 256 units: add, 30 digits", task("add"), sum.map { String($0.prefix(30)) },
                NetworkPredictor(large))
        ]
        for (name, input) in [("add-recursive", sum), ("sort-recursive", values)] {
            let network = try ModelFile.read(try Assets.path(of: Assets.model(for: name))).network
            contenders.append(try events("asking 16 units: \(name)", task(name), input, NetworkPredictor(network)))
            contenders.append(try events("looking up: \(name)", task(name), input, CachedPredictor(network)))
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

    private func task(_ name: String) -> TaskDefinition {
        guard let task = TaskCatalog.task(named: name) else { preconditionFailure("the task \(name) is shipped") }
        return task
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
