import ArgumentParser
import Debugger
import Experiments
import Foundation
import NPIKit
import Scratchpads
import Support
import TUI
import TerminalKit

/// `npi evaluate`.
struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Measure networks: a quick look, or the experiments of the paper with their baselines.",
        discussion: """
            SUITES:
              quick    the network on fresh problems of several lengths (about a minute)
              table1   one task, several tasks, MAX added: the paper's Table 1
              fig5     sorting after 1, 2, 4, ... 512 examples, NPI and seq2seq (an hour)
              fig6     sorting arrays longer than those trained on, NPI and seq2seq
              fig9     adding numbers of up to 3,000 digits, NPI and three forms of seq2seq
              seeds    20 small networks each for addition and sorting: with loops,
                       recursive, and recursive until proven

            With --failures, wrong runs are recorded and listed by their first
            mistake, and on a terminal Enter opens one there.

            Every point is kept in a results file as soon as it is known. Ctrl-C stops;
            the same command goes on from there, and prints the table anew when
            everything has been measured.

            EXAMPLES:
              npi evaluate                        a quick look at the shipped network
              npi evaluate quicksort --lengths 20,70     on the one shipped for a task
              npi evaluate subtract.task --model npi-subtract.safetensors
              npi evaluate add --lengths 20,80 --problems 1000
              npi evaluate add --model half-trained --failures wrong
              npi evaluate --suite table1 --model my.safetensors
              npi evaluate --suite fig6 --plot fig6.svg
              npi evaluate --suite fig5 --quick   in seconds; its figures mean nothing
              npi evaluate --suite fig9 --json | jq -c '[.series, .length, .right]'
            """)

    @Argument(
        help: ArgumentHelp(
            "Tasks or task files to measure it on (default: all that it has learned).", valueName: "task"),
        completion: .file(extensions: ["task"]))
    var files: [String] = []

    @Option(
        help: ArgumentHelp(
            "What to measure: \(SuiteName.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "suite"),
        completion: .list(SuiteName.allCases.map(\.rawValue)), transform: Self.suiteName)
    var suite = SuiteName.quick

    @Flag(help: "Print one JSON object per line: the suite, then each point.")
    var json = false

    @Option(help: ArgumentHelp("Write the figure as SVG.", valueName: "file"), completion: .file(extensions: ["svg"]))
    var plot: String?

    @Option(help: "The seed of all random numbers.")
    var seed: UInt32 = 1

    @Flag(help: "Reduce the suite to seconds, to try it out.")
    var quick = false

    @Option(
        help: ArgumentHelp(
            "With quick: the lengths of the problems, separated by commas (default: as each task says).",
            valueName: "lengths"),
        transform: Self.lengthList)
    var lengths: [Int]?

    @Option(
        help: ArgumentHelp("With quick: how many problems of each length (default: as each task says).", valueName: "n")
    )
    var problems: Int?

    @Option(
        help: ArgumentHelp(
            "With quick: keep recordings of wrong runs in this new folder, and list them by their first mistake.",
            valueName: "folder"),
        completion: .directory)
    var failures: String?

    @Option(help: ArgumentHelp("With --failures: how many recordings are kept.", valueName: "n"))
    var mostFailures = 100

    @Flag(help: "Ask the network at every step, also where it has been asked the same before.")
    var noCache = false

    @OptionGroup var modelChoice: ModelChoice

    @Option(
        help: ArgumentHelp(
            "The results file, to start or to continue (default: npi-SUITE.jsonl for suites that train).",
            valueName: "file"))
    var state: String?

    private static func suiteName(_ text: String) throws -> SuiteName {
        if let name = SuiteName(rawValue: text) { return name }
        let names = SuiteName.allCases.map(\.rawValue).joined(separator: ", ")
        let guess = SuiteName.nearest(to: text).map { "did you mean \($0.rawValue)? There" } ?? "there"
        throw ValidationError("--suite: there is no suite '\(text)'; \(guess) are \(names)")
    }

    private static func lengthList(_ text: String) throws -> [Int] {
        try text.split(separator: ",", omittingEmptySubsequences: false).map { word in
            guard let length = Int(word), (1...1_000_000).contains(length) else {
                throw ValidationError(
                    "--lengths are numbers from 1, separated by commas, such as 10,20,80; not '\(word)'")
            }
            return length
        }
    }

    func validate() throws {
        guard suite == .quick || (lengths == nil && problems == nil) else {
            throw ValidationError(
                "--lengths and --problems are for the suite quick; the others are laid out as in the paper")
        }
        guard problems.map((1...1_000_000).contains) ?? true else {
            throw ValidationError("--problems must be 1 to 1,000,000, not \(problems ?? 0)")
        }
        guard failures == nil || suite == .quick else {
            throw ValidationError("--failures is for the suite quick, which measures one network on fresh problems")
        }
        guard failures == nil || state == nil else {
            throw ValidationError(
                "--failures runs all problems; leave out --state, with which known points are not run")
        }
        guard (1...100_000).contains(mostFailures) else {
            throw ValidationError("--most-failures must be 1 to 100,000, not \(mostFailures)")
        }
        if plot != nil, !suite.hasFigure {
            throw ValidationError("--plot: \(suite.rawValue) has no figure; fig5, fig6 and fig9 have one")
        }
        if noCache, !Suite.measuresModel(suite) {
            throw ValidationError("--no-cache: \(suite.rawValue) trains its own networks, whose answers are not kept")
        }
        if modelChoice.model != nil, !Suite.measuresModel(suite) {
            throw ValidationError(
                "--model: \(suite.rawValue) trains its own networks; quick and table1 measure a given one")
        }
    }

    func run() throws {
        Interruption.catchSignals()
        let named = try files.map { try TaskFile.task($0) }
        let chosen = Suite.measuresModel(suite) ? try modelChoice.readWarning(for: named) : nil
        let model = chosen?.contents
        let look = QuickLook(lengths: lengths, count: problems, tasks: named)
        let suite = try Suite(suite, isQuick: quick, seed: seed, model: model?.network, look: look)
        let file = state ?? (suite.trains ? Self.defaultState(suite) : nil)
        if let plot { try checkWritable(plot) }
        let measured = model.map { MeasuredNetwork($0.network, sha256: $0.sha256, isCached: !noCache) }
        var run = try SuiteRun(suite, model: model, file: file) { measured?.solvers($0) ?? Solvers($0) }
        let folder = try failures.map { try FailureFolder($0, limit: mostFailures) }
        defer { measured?.keepAnswers() }
        try measure(&run, file: file)
        try report(run.suite, run.results)
        if let folder, let chosen { try keep(run, of: chosen, in: folder) }
    }

    /// Looks at the wrong runs, records some of each kind, and lists them.
    private func keep(_ run: SuiteRun, of model: ChosenModel, in folder: FailureFolder) throws {
        let predictor = CachedPredictor(model.network)
        var groups = FailureGroups(by: predictor)
        for problem in run.failed {
            guard !Interruption.isRequested else { throw ExitCode(130) }
            try groups.add(problem)
        }
        let sorted = groups.sorted
        let names = try folder.keep(sorted, by: predictor, model.identity)
        let wrongCount = run.results.points.reduce(0) { $0 + $1.count - $1.right }
        let report = FailureReport(
            sorted, names: names, in: failures ?? "", restCount: wrongCount - run.failed.count,
            tables: json ? [] : Self.tables(sorted, by: predictor))
        var output = StandardOutput()
        if json {
            report.writeJSON(to: &output)
        } else {
            output.writeLine()
            report.write(to: &output)
        }
        try output.flush()
        guard !json, ScreenOptions.isTerminal else { return }
        let options = modelChoice.model.map { ["--model", $0] } ?? []
        try ProblemMenu(report.openings.map { words in words.map { $0 + options } }).run { words in
            let command = try Replay.parse(words)
            try command.run()
        }
    }

    /// What the programs that went wrong make of each pair of digits, where that is what they see.
    private static func tables(_ groups: [FailureGroups.Group], by predictor: any StepPredictor) -> [DigitTable] {
        var programs: [String] = []
        return groups.compactMap { group in
            guard let program = group.mistake?.program, !programs.contains(program), let run = group.runs.first else {
                return nil
            }
            programs.append(program)
            return DigitTable(of: program, on: run.problem, by: predictor)
        }
    }

    private static func defaultState(_ suite: Suite) -> String {
        "npi-\(suite.name.rawValue)\(suite.isQuick ? "-quick" : "").jsonl"
    }

    private func measure(_ run: inout SuiteRun, file: String?) throws {
        var reporter = SuiteReporter(run.suite, run.progress, file: file)
        while !run.isFinished, !Interruption.isRequested {
            try run.advance()
            reporter.show(run.progress, newest: run.results.points.last)
        }
        reporter.end()
        guard !run.isFinished else { return }
        try run.pause()
        let known = "\(run.progress.pointsDone) of \(run.progress.pointCount) points"
        StandardError.say(
            file.map { "npi: stopped with \(known); continue with: \(command(state: $0))" }
                ?? "npi: stopped with \(known); with --state FILE a suite can be stopped and continued")
        throw ExitCode(130)
    }

    /// The command line that goes on.
    private func command(state: String) -> String {
        var words = ["npi evaluate"] + files + ["--suite \(suite.rawValue)"]
        if quick { words.append("--quick") }
        if seed != 1 { words.append("--seed \(seed)") }
        if let lengths { words.append("--lengths \(lengths.map(String.init).joined(separator: ","))") }
        if let problems { words.append("--problems \(problems)") }
        if let model = modelChoice.model { words.append("--model \(model)") }
        if json { words.append("--json") }
        if let plot { words.append("--plot \(plot)") }
        words.append("--state \(state)")
        return words.joined(separator: " ")
    }

    private func report(_ suite: Suite, _ results: SuiteResults) throws {
        let chart = Chart(suite, results)
        if let plot, let chart { try replace(plot, with: chart.svg) }
        var output = StandardOutput()
        if json {
            for line in results.lines { output.writeLine(line) }
        } else {
            output.write(SuiteReport(suite, results).table.text)
            if let chart { Self.draw(chart, to: &output) }
        }
        try output.flush()
    }

    private static func draw(_ chart: Chart, to output: inout StandardOutput) {
        let look = TerminalLook(of: STDOUT_FILENO)
        var canvas = Canvas(size: Size(78, chart.lineCount), glyphs: look.glyphs)
        chart.draw(into: &canvas)
        output.writeLine()
        guard !look.isTerminal else { return output.write(canvas, depth: look.depth) }
        for line in canvas.lines { output.writeLine(line) }
    }

    private func checkWritable(_ path: String) throws {
        do {
            try FileWriting.check(path)
        } catch {
            throw RunFailure("\(error)")
        }
    }

    private func replace(_ path: String, with text: String) throws {
        do {
            try FileWriting.replace(path, with: Data(text.utf8))
        } catch {
            throw RunFailure("\(error)")
        }
    }
}
