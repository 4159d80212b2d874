import ArgumentParser
import Debugger
import NPIKit
import Scratchpads
import TUI
import TerminalKit

/// `npi run`.
struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run a problem in the debugger, stopped at step 0.",
        discussion: """
            TASKS:
              add A B        add two numbers of any length
              sort V...      sort an array of digits
              max V...       find the largest of an array of digits
              car            turn a camera around a car, by what it sees\(TaskCatalog.otherHelpLines)

            EXAMPLES:
              npi run add 96 125
              npi run add 96 125 --play --speed 8
              npi run sort 9 2 5 --break COMPSWAP
              npi run add 96 125 --plain --narrate
              npi run add 96 125 --at "CARRY 1" --why
              npi run car --car truck-1 --from -60,45
              npi run add 999 1 --json | jq 'select(.k == "act")'
              npi run subtract.task 91 17 --expert --break subtract.task:29
              npi run add 96 125 --break "CARRY if depth > 2" --break "low-confidence 0.9"

            BREAKPOINTS:
              PROGRAM, FILE:LINE, return [PROGRAM], act [ACTION], step N, depth N, mistake,
              low-confidence [P], each with "if CONDITION", or a condition alone:
              carry == 1, ptr1 == ptr2, p(ADD1) < 0.9, end in 0.3..0.7; then once, log,
              off, every N, after N, hit N.
            """)

    @Argument(
        help: ArgumentHelp(
            "What to do: \(TaskCatalog.names), or a task file.", valueName: "task"),
        completion: .list(TaskCatalog.ownNames))
    var task: String

    // Unrecognized options are taken too, so that "-5" can be answered as the number that it was meant to be.
    @Argument(parsing: .allUnrecognized, help: ArgumentHelp("Its input.", valueName: "input"))
    var input: [String] = []

    @OptionGroup var problemOptions: ProblemOptions

    @Flag(help: "Run the programs of a task file themselves, without a network.")
    var expert = false

    @Flag(help: "Ask the network at every step, also where it has been asked the same before.")
    var noCache = false

    @OptionGroup var modelChoice: ModelChoice
    @OptionGroup var moment: MomentOption
    @OptionGroup var report: ReportOptions
    @OptionGroup var trace: TraceOptions
    @OptionGroup var screen: ScreenOptions

    @Flag(help: "Begin to play at once.")
    var play = false

    @Flag(help: "Begin to play at once, and again at the end.")
    var loop = false

    @Option(help: ArgumentHelp("Steps a second while playing.", valueName: "n"))
    var speed: Double?

    @Option(
        name: .customLong("break"),
        help: ArgumentHelp("Where to stop, as listed above. Can be given again.", valueName: "spec"))
    var breakpoints: [String] = []

    @Option(
        help: ArgumentHelp(
            "Record the run to a file, for npi replay; - is standard output, instead of the trace.", valueName: "file"),
        completion: .file(extensions: ["npitrace"]))
    var record: String?

    @Flag(help: "Let --record replace a file that is there already.")
    var overwrite = false

    @Option(help: ArgumentHelp("Give a run up after so many steps.", valueName: "n"))
    var maxSteps: Int?

    func validate() throws {
        if record == "-" {
            guard !trace.plain, !trace.json, !trace.narrate else {
                throw ValidationError(
                    "--record - writes the recording to standard output, as --json does; name a file, such as run.npitrace"
                )
            }
            guard !trace.opensScreen else {
                throw ValidationError(
                    "--record - writes the recording to standard output, which is the terminal; send it to a pipe or a file, or name a file"
                )
            }
            guard !overwrite else { throw ValidationError("--overwrite goes with --record FILE, not with --record -") }
        }
        let others = [("--record", record != nil), ("--play", play), ("--loop", loop)].filter(\.1).map(\.0)
        try report.check(trace, moment, others: others)
        if moment.at != nil, !trace.opensScreen, report.name == nil {
            throw ValidationError(
                "--at says where the screen opens, which needs a terminal; without one the whole run is printed")
        }
        if let maxSteps, maxSteps < 1 { throw ValidationError("--max-steps must be at least 1, not \(maxSteps)") }
        if overwrite, record == nil { throw ValidationError("--overwrite goes with --record FILE") }
        if let speed, !(speed > 0) { throw ValidationError("--speed must be above 0, not \(speed)") }
    }

    func run() throws {
        let problem = try problemOptions.problem(task, input, command: "run")
        if expert { return try runPrograms(of: problem) }
        let chosen = try modelChoice.read(for: problem.task)
        let model = chosen.identity
        let cache = noCache ? nil : AnswerCache(of: model.sha256)
        let network = chosen.network
        let cached =
            noCache ? nil : cache?.predictor(network, isShared: true) ?? CachedPredictor(network, isShared: true)
        defer { if let cached { cache?.keep(cached) } }
        let predictor: any StepPredictor = if let cached { cached } else { NetworkPredictor(network, isShared: true) }
        var session = try Session(problem, predictor: predictor, stepLimit: maxSteps)
        let notes = try setBreakpoints(in: &session)
        let warnings = chosen.warnings + [problem.remark, chosen.caution(about: problem)].compactMap { $0 } + notes
        if report.name != nil {
            warnings.forEach(StandardError.warn)
            try report.write(&session, at: moment, asJSON: trace.json)
            if report.numbers { try checkEnding(of: session) }
        } else if trace.opensScreen {
            try open(session, model, warnings)
        } else {
            warnings.forEach(StandardError.warn)
            try write(&session, model)
        }
    }

    /// Runs the programs of a task file in the network's place.
    private func runPrograms(of problem: Problem) throws {
        guard let predictor = FilePredictor(problem.task) else {
            throw UsageError("--expert runs the programs of a task file; \(problem.task.name) has none")
        }
        var session = try Session(problem, predictor: predictor, stepLimit: maxSteps)
        let notes = try setBreakpoints(in: &session)
        let model = ModelIdentity(name: "the programs", sha256: "")
        if report.name != nil {
            try report.write(&session, at: moment, asJSON: trace.json)
            if report.numbers { try checkEnding(of: session) }
        } else if trace.opensScreen {
            try open(session, model, notes)
        } else {
            notes.forEach(StandardError.warn)
            try write(&session, model)
        }
    }

    /// Sets the breakpoints, and returns what is to be said of where they are.
    private func setBreakpoints(in session: inout Session) throws -> [String] {
        try breakpoints.compactMap { spec in
            do throws(SpecError) {
                let breakpoint = try session.addBreakpoint(spec)
                return breakpoint.note.map { "breakpoint \(breakpoint.text): \($0)" }
            } catch {
                throw UsageError("--break \"\(spec)\": \(error)")
            }
        }
    }

    private func open(_ session: Session, _ model: ModelIdentity, _ warnings: [String]) throws {
        var session = session
        try moment.go(in: &session)
        let configuration = try screen.configuration()
        let recording = try record.map { try RecordingFile($0, of: session, model: model, overwriting: overwrite) }
        var state = AppState(session, sourceName: model.name, keys: CommandTable.keys)
        configuration.apply(to: &state, speed: speed)
        if !warnings.isEmpty { state.warn(warnings.joined(separator: "; ")) }
        if play || loop { state.startPlaying(isLooping: loop) }
        let given = state.session.stopPoints.breakpoints.map(\.typed)
        let file = KeptWorkFile(
            of: ["run", session.problem.task.name] + session.problem.input + [model.name, model.sha256])
        if let work = file?.work { state.offer(work) }
        let isOffered = state.kept != nil
        let screen = try configuration.openScreen()
        defer { screen.close() }
        var app = DebuggerApp(state, on: screen, model: model, recording: recording, openOther: ComparedSource.open)
        let recordings = app.run()
        screen.close()
        // Another problem that was opened in between is another run.
        if app.state.session.problem.input == session.problem.input, !app.state.isElsewhere {
            let work = KeptWork(app.state, given: given)
            file?.keep(
                app.state.kept.map(work.merged) ?? work, wasRestored: isOffered && app.state.kept == nil)
        }
        try RecordingOutcome.report(recordings)
    }

    private func write(_ session: inout Session, _ model: ModelIdentity) throws {
        guard record != "-" else {
            // A recording is what --json prints.
            var trace = trace
            trace.json = true
            try trace.write(&session, model: model)
            return try checkEnding(of: session)
        }
        let recording = try record.map { try RecordingFile($0, of: session, model: model, overwriting: overwrite) }
        var failure: (any Error)?
        do {
            // Of a run that is recorded, neither output has to end because the other cannot be written.
            try trace.write(&session, model: model, isRecorded: recording != nil) { session in
                guard failure == nil else { return }
                do throws(RecordingError) {
                    try recording?.append(session)
                } catch {
                    failure = error
                }
            }
        } catch let error as OutputFailure {
            if failure == nil { try recording?.finish(session) }
            throw failure ?? error
        }
        if let failure { throw failure }
        try recording?.finish(session)
        try checkEnding(of: session)
    }

    private func checkEnding(of session: Session) throws {
        if let ending = session.ending, ending != .halted { throw RunFailure("\(problemName(session)) \(ending)") }
    }

    private func problemName(_ session: Session) -> String {
        session.problem.title(width: 60)
    }
}

extension TaskCatalog {
    /// The registered tasks, each on a line of its own, for help texts.
    fileprivate static var otherHelpLines: String { others.map { "\n" + $0.helpLine }.joined() }
}

extension TaskDefinition {
    /// What stands of the task in the help of `npi run`: how it is typed, and what it is.
    package var helpLine: String {
        let usage = inputSyntax.isEmpty ? name : "\(name) \(inputSyntax)"
        return "  \(usage)\(String(repeating: " ", count: Swift.max(15 - usage.count, 2)))\(summary)"
    }
}
