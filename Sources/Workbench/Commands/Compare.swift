import ArgumentParser
import Debugger
import Scratchpads
import Support
import TUI
import TerminalKit

/// `npi compare`.
struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compare two networks on a problem, or two recorded runs of one.",
        discussion: """
            It prints the first step at which the two do different things, the first one at which a probability differs, and how \
            likely each run was to the other's network, which is led along it step by step.

            Exit status: 0 the same, 1 different.

            EXAMPLES:
              npi compare half-trained npi add 58 67         two networks on the same problem
              npi compare wrong.npitrace npi                  what another network would have done
              npi compare monday.npitrace friday.npitrace
              npi compare a.safetensors b.safetensors sort 3 1 2 --decisions-only
              npi compare half-trained npi add 58 67 --json | jq .decision.event
              npi compare half-trained npi add 58 67 --open  both side by side on the screen, step by step
            """)

    @Argument(
        help: ArgumentHelp("A recording, a weight file, or a shipped network by its name.", valueName: "run|model"),
        completion: .file(extensions: ["npitrace", "safetensors"]))
    var first: String

    @Argument(
        help: ArgumentHelp("What to compare it with.", valueName: "run|model"),
        completion: .file(extensions: ["npitrace", "safetensors"]))
    var second: String

    // Unrecognized options are taken too, as in `npi run`.
    @Argument(
        parsing: .allUnrecognized,
        help: ArgumentHelp(
            "Between two networks: the problem, a task and its input, as for npi run.", valueName: "problem"))
    var problem: [String] = []

    @OptionGroup var problemOptions: ProblemOptions

    @Flag(help: "Let runs be the same whose decisions are, whatever the probabilities.")
    var decisionsOnly = false

    @Option(help: ArgumentHelp("How far probabilities may be apart and count as the same.", valueName: "p"))
    var tolerance = RunComparison.tolerance

    @Flag(help: "Print every step, and not only those where the two part.")
    var steps = false

    @Flag(help: "Print one JSON object, with --steps after one for each step.")
    var json = false

    @Option(help: ArgumentHelp("Give a network's run up after so many steps.", valueName: "n"))
    var maxSteps: Int?

    @Flag(help: "Open the debugger with both runs side by side, step by step.")
    var open = false

    @OptionGroup var screen: ScreenOptions

    func validate() throws {
        if open, json || steps || decisionsOnly {
            throw ValidationError("--open shows both on the screen; leave out --json, --steps and --decisions-only")
        }
        guard (0...1).contains(tolerance) else { throw ValidationError("--tolerance is 0 to 1, not \(tolerance)") }
        if let maxSteps, maxSteps < 1 { throw ValidationError("--max-steps must be at least 1, not \(maxSteps)") }
    }

    func run() throws {
        let sources = [try ComparedSource(first), try ComparedSource(second)]
        if open { return try openScreen(sources) }
        var runs = try sources.map { try $0.recordedRun() }
        let given = try givenProblem(isRecorded: runs.contains { $0 != nil })
        guard let common = given ?? runs.lazy.compactMap({ $0?.session.problem }).first else {
            throw UsageError(
                "two networks are compared on a problem, such as: npi compare \(first) \(second) add 58 67")
        }
        for (index, source) in sources.enumerated() where runs[index] == nil {
            runs[index] = try source.run(of: common, stepLimit: maxSteps)
        }
        guard let a = runs[0], let b = runs[1] else { preconditionFailure("a source is a recording or a network") }
        let comparison = try RunComparison(a, b, tolerance: tolerance)
        var output = StandardOutput()
        if json {
            ComparisonLines(a, b, comparison, hasSteps: steps).write(isSame(comparison), to: &output)
        } else {
            ComparisonReport(
                a, b, comparison, openings: sources.map { $0.words(common) }, hasSteps: steps
            ).write(to: &output)
        }
        try output.flush()
        guard isSame(comparison) else { throw ExitCode(1) }
    }

    /// Shows both side by side.
    private func openScreen(_ sources: [ComparedSource]) throws {
        guard ScreenOptions.isTerminal else { throw UsageError("--open needs a terminal") }
        let recorded = try sources.lazy.compactMap { try $0.recordedProblem() }.first
        guard let problem = try givenProblem(isRecorded: recorded != nil) ?? recorded else {
            throw UsageError(
                "two networks are compared on a problem, such as: npi compare \(first) \(second) add 58 67 --open")
        }
        let runs = try sources.map { try $0.session(of: problem, stepLimit: maxSteps) }
        guard runs[0].session.problem == runs[1].session.problem else {
            throw ComparisonError.differentProblems(
                runs[0].session.problem.title(width: 40), runs[1].session.problem.title(width: 40))
        }
        let configuration = try screen.configuration()
        var state = AppState(runs[0].session, sourceName: runs[0].name, keys: CommandTable.keys)
        configuration.apply(to: &state, speed: nil)
        state.compare(with: runs[1].session, named: runs[1].name)
        let screen = try configuration.openScreen()
        defer { screen.close() }
        var app = DebuggerApp(state, on: screen, openOther: ComparedSource.open)
        let recordings = app.run()
        screen.close()
        try RecordingOutcome.report(recordings)
    }

    private func isSame(_ comparison: RunComparison) -> Bool {
        decisionsOnly ? comparison.hasSameDecisions : comparison.isSame
    }

    /// The problem that is typed; nil where none is.
    private func givenProblem(isRecorded: Bool) throws -> Problem? {
        guard !isRecorded else {
            guard problem.isEmpty, !problemOptions.isGiven else {
                throw UsageError(
                    "a recording has its problem in it; what is \(problem.first ?? "the car's option") for?")
            }
            return nil
        }
        guard let task = problem.first else { return nil }
        return try problemOptions.problem(task, Array(problem.dropFirst()), command: "compare")
    }
}
