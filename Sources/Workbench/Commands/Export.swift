import ArgumentParser
import Debugger
import Exporters
import Glibc
import NPIKit
import Scratchpads
import Support
import TUI
import TerminalKit

/// `npi export`.
struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Turn a recorded run into an animation, a picture, a page, a profile or data.",
        discussion: """
            FORMATS:
            \(ExportFormat.help)

            EXAMPLES:
              npi run add 96 125 --record sum.npitrace
              npi export sum.npitrace --format svg --step 17
              npi export sum.npitrace --format html --at mistake
              npi export sum.npitrace --format asciicast --speed 8 --size 120x36
              npi export sum.npitrace --format folded -o - | flamegraph.pl > sum.svg
              npi export sum.npitrace --format npz        then numpy.load("sum.npz"); Documentation/Data.md
            """)

    @Argument(help: ArgumentHelp("The recording.", valueName: "file"), completion: .file(extensions: ["npitrace"]))
    var file: String

    @Option(help: ArgumentHelp("What to make of it.", valueName: "format"))
    var format: ExportFormat

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Where to write; - is standard output (default: beside the recording).", valueName: "out"),
        completion: .file())
    var output: String?

    @Flag(help: "Replace a file that is there already.")
    var overwrite = false

    @Option(help: ArgumentHelp("The first step (default: 0).", valueName: "n"))
    var from: Int?

    @Option(help: ArgumentHelp("The last step (default: the end).", valueName: "n"))
    var to: Int?

    @OptionGroup var moment: MomentOption

    @Option(
        help: ArgumentHelp(
            "For \(ExportFormat.list(taking: .step, conjunction: "and")): the one step to show.", valueName: "n"))
    var step: Int?

    @Option(
        help: ArgumentHelp(
            "For \(ExportFormat.list(taking: .speed, conjunction: "and")): steps a second (default: 4).", valueName: "n"
        ))
    var speed: Double?

    @Option(
        help: ArgumentHelp(
            "For \(ExportFormat.list(taking: .size, conjunction: "and")): columns and rows (default: 100x30).",
            valueName: "columnsxrows"),
        transform: ScreenSize.init)
    var size: ScreenSize?

    @Option(
        help: ArgumentHelp(
            """
            For \(ExportFormat.list(taking: .theme, conjunction: "and")): the looks: \
            \(Theme.all.map(\.name).joined(separator: ", ")).
            """, valueName: "name"),
        completion: .list(Theme.all.map(\.name)))
    var theme: String?

    @Option(
        help: ArgumentHelp(
            """
            For \(ExportFormat.list(taking: .model, conjunction: "and")): the network to ask at each step: a weight file, or \
            a shipped one by its name (default: the one that was recorded, if it is shipped).
            """, valueName: "file"),
        completion: .file(extensions: ["safetensors"]))
    var model: String?

    func validate() throws {
        if let speed, !(0.01...1_000 ~= speed) { throw ValidationError("--speed is 0.01 to 1000, not \(speed)") }
        if let theme, Theme.named(theme) == nil {
            let names = Theme.all.map(\.name).joined(separator: ", ")
            throw ValidationError("--theme: there is no theme \(theme); there are \(names)")
        }
        if step != nil { try requireOption(.step) }
        if moment.at != nil { try requireOption(.at) }
        if step != nil, from != nil || to != nil || speed != nil {
            throw ValidationError("--step shows one step; --from, --to and --speed are for a picture that moves")
        }
        let given: [(ExportOption, Bool)] = [
            (.speed, speed != nil), (.size, size != nil), (.theme, theme != nil), (.model, model != nil),
        ]
        for (option, isGiven) in given where isGiven { try requireOption(option) }
        if format.exporter.isBinary, output == "-", isatty(STDOUT_FILENO) == 1 {
            throw ValidationError(
                "\(format.exporter.name) is no text for a terminal; name a file with -o, or use a pipe")
        }
        if file == "-", output == nil { throw ValidationError("a recording from standard input needs -o OUT") }
    }

    /// Checks that the format takes `option`.
    private func requireOption(_ option: ExportOption) throws {
        guard !format.exporter.options.contains(option) else { return }
        let formats = ExportFormat.list(taking: option, conjunction: "or")
        throw ValidationError("--\(option.rawValue) goes with --format \(formats)")
    }

    func run() throws {
        let recording = try Recording(path: file)
        var session = try Session(replaying: recording)
        try moment.go(in: &session)
        session.problem.remark.map(StandardError.warn)
        var run = exportedRun(session, recording.header, try range(in: session))
        if format.exporter.options.contains(.model) { run.network = try network(for: session, recording.header) }
        let path = output ?? format.path(for: file)
        var out = try OutputFile(path, overwriting: overwrite)
        do {
            try format.exporter.export(run, to: &out)
        } catch {
            out.abandon()
            throw error
        }
        try out.finish()
        if path != "-" { try StandardOutput.print("exported: \(path)") }
    }

    private func exportedRun(
        _ session: Session, _ header: RecordingHeader, _ range: ClosedRange<Int>
    ) -> ExportedRun {
        var run = ExportedRun(
            session, range: range, sourceName: "replay of \(ModelChoice.name(of: file))",
            pictures: RunPictures(
                screen: DebuggerPictures.screen(of:sourceName:size:glyphs:),
                environment: DebuggerPictures.environment(of:)))
        run.model = header.model
        run.seed = header.seed
        run.isStill = step != nil
        if moment.at != nil { run.opening = session.position }
        if let speed { run.stepsPerSecond = speed }
        if let size { run.size = size.size }
        if let theme = theme.flatMap(Theme.named) { run.theme = theme }
        return run
    }

    /// The network that tells what the recording does not hold; nil where there is none at hand.
    private func network(for session: Session, _ header: RecordingHeader) throws -> NetworkPredictor? {
        guard let chosen = try ModelChoice(model).readRecorded(header, of: session.problem.task) else {
            StandardError.warn(
                "the recorded network is not at hand: query and states are left out, and probabilities are those recorded; --model names a network"
            )
            return nil
        }
        return NetworkPredictor(chosen.network)
    }

    /// The positions that are asked for.
    private func range(in session: Session) throws -> ClosedRange<Int> {
        let last = session.log.count
        for (name, value) in [("--step", step), ("--from", from), ("--to", to)] {
            if let value, !(0...last ~= value) {
                throw UsageError("\(name) \(value): the recording has the steps 0 to \(last.grouped)")
            }
        }
        if let step { return step...step }
        let (first, end) = (from ?? 0, to ?? last)
        guard first <= end else { throw UsageError("--from \(first) is after --to \(end)") }
        return first...end
    }
}
