import Assets
import NPIKit
import Scratchpads

/// The environment's share of a step in tasks from files: what is seen, what the programs decide by it, and the action, against a step
/// of the smallest shipped network.
struct TaskBenchmark {
    /// The bar: at most so many nanoseconds a step, on the tasks' own existential types.
    static let bar = 1_000.0
    /// The bar for reading a file: at most so many milliseconds for 5,000 lines.
    static let readingBar = 200.0

    private let problems = [
        ("add", [String(repeating: "95", count: 50), String(repeating: "47", count: 40)]),
        ("quicksort", (0..<60).map { "\($0 * 7 % 10)" }), ("long-multiply", ["347347347", "828282"]),
        ("palindrome", [String(repeating: "abba", count: 20)]), ("hanoi", ["8"]),
    ]

    /// Prints the table; says whether the bar was reached.
    func run() throws -> Bool {
        let contenders = try problems.map { try environment(of: $0.0, $0.1) }
        let results = Contest.run([try networkSteps()] + contenders, rounds: 50)
        print("The environment's share of a step, tasks from files, one core")
        print(Table.head)
        for result in results { print(Table.row(result, against: results[0])) }
        let slowest = results.dropFirst().map(\.median).max() ?? .infinity
        print(
            "  \(slowest <= Self.bar ? "reached" : "MISSED"): \(Table.ratio(slowest)) ns (bar: \(Self.bar) ns), \(Table.ratio(slowest / results[0].median)) x a network's step\n"
        )
        return try isReadInTime() && slowest <= Self.bar
    }

    private func isReadInTime() throws -> Bool {
        let short = ShippedTasks.text(of: "add") ?? ""
        // A chain of programs behind those of addition.
        var programs = ""
        var lines = short.split(separator: "\n", omittingEmptySubsequences: false).count
        var index = 0
        while lines < 5_000 {
            programs += """

                program X\(index) "goes on unless this is so"
                  if INP1 + INP2 > \(index % 10) and CARRY == 1
                    move OUT right                       say "{INP1} + {INP2}"
                    move OUT left
                  else
                    X\(index + 1)

                """
            index += 1
            lines += 7
        }
        let long =
            short.replacing("    LSHIFT\n", with: "    X0\n    LSHIFT\n") + programs + "\nprogram X\(index)\n  return\n"
        func reading(_ name: String, _ text: String) throws -> Contest.Contender {
            let source = TaskSource(file: "add.task", text: text)
            _ = try TaskDefinition(source)
            return Contest.Contender(name: name, repetitions: 1) { (try? TaskDefinition(source)) == nil ? 0 : 1 }
        }
        return Table.isWithin(
            Self.readingBar,
            Contest.run([try reading("add.task", short), try reading("\(lines) lines", long)], rounds: 20),
            title: "Reading a task file")
    }

    private func networkSteps() throws -> Contest.Contender {
        let network = try ModelFile.read(try Assets.path(of: Assets.model(for: "reverse"))).network
        let problem = try Problem(
            task: .named("reverse"), input: (0..<60).map { "\($0 * 7 % 10)" })
        let start = try Interpreter(
            NetworkPredictor(network), in: problem.makeWorld(), running: try network.library.require(problem.program))
        var interpreter = start
        return Contest.Contender(name: "a step of a network of 16 units", repetitions: 1_000) {
            if interpreter.step() == nil { interpreter = start }
            return 1
        }
    }

    /// Whole runs of the programs.
    private func environment(of name: String, _ input: [String]) throws -> Contest.Contender {
        let problem = try Problem(task: .named(name), input: input)
        let library = ProgramLibrary(for: [problem.task])
        let program = try library.require(problem.program)
        let expert = try problem.makeExpert(library)
        let start = problem.makeWorld()
        var observation = Observation(for: start.observationSpec)
        var frames: [(program: ProgramID, arguments: Arguments, place: Int)] = []
        return Contest.Contender(name: name, repetitions: 1) {
            var world = start
            var steps = 0
            frames.append((program, .none, 0))
            while let top = frames.last {
                steps += 1
                world.observe(into: &observation)
                let decision = expert.decide(
                    program: top.program, arguments: top.arguments, step: top.place, in: world)
                frames[frames.count - 1].place = expert.step(
                    after: top.place, program: top.program, arguments: top.arguments, in: world)
                switch decision {
                case .call(let callee, let arguments): frames.append((callee, arguments, 0))
                case .act(let arguments): _ = world.perform(arguments)
                case .end: frames.removeLast()
                }
            }
            return steps
        }
    }
}
