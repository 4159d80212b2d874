import ArgumentParser
import Debugger
import Exporters
import TUI
import TerminalKit

/// `npi export`.
struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Turn a recorded run into a film, a picture, a page or a profile.",
        discussion: """
            FORMATS:
              asciicast    the debugger's screen, for asciinema and its players (version 2)
              svg          the screen as a picture that moves, for a browser; with --step N it stands still
              html         a page with the debugger's keys, for a browser; it needs nothing else
              speedscope   the calls, for https://www.speedscope.app
              chrome       the calls, for chrome://tracing and https://ui.perfetto.dev
              folded       the calls, for flame graphs

            EXAMPLES:
              npi run add 96 125 --record sum.npitrace
              npi export sum.npitrace --format svg --step 17
              npi export sum.npitrace --format asciicast --speed 8 --size 120x36
              npi export sum.npitrace --format folded -o - | flamegraph.pl > sum.svg
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

    @Option(help: ArgumentHelp("For svg: the one step to show.", valueName: "n"))
    var step: Int?

    @Option(help: ArgumentHelp("For asciicast and svg: steps a second (default: 4).", valueName: "n"))
    var speed: Double?

    @Option(
        help: ArgumentHelp("For asciicast and svg: columns and rows (default: 100x30).", valueName: "columnsxrows"),
        transform: ScreenSize.init)
    var size: ScreenSize?

    @Option(
        help: ArgumentHelp(
            "For asciicast and svg: the looks: \(Theme.all.map(\.name).joined(separator: ", ")).", valueName: "name"),
        completion: .list(Theme.all.map(\.name)))
    var theme: String?

    func validate() throws {
        if let speed, !(0.01...1_000 ~= speed) { throw ValidationError("--speed is 0.01 to 1000, not \(speed)") }
        if let theme, Theme.named(theme) == nil {
            let names = Theme.all.map(\.name).joined(separator: ", ")
            throw ValidationError("--theme: there is no theme \(theme); there are \(names)")
        }
        if step != nil, format != .svg { throw ValidationError("--step goes with --format svg") }
        if step != nil, from != nil || to != nil || speed != nil {
            throw ValidationError("--step shows one step; --from, --to and --speed are for a picture that moves")
        }
        if !format.isFilm,
            let option = [("--speed", speed != nil), ("--size", size != nil), ("--theme", theme != nil)].first(
                where: \.1)
        {
            throw ValidationError("\(option.0) goes with --format asciicast or svg")
        }
        if file == "-", output == nil { throw ValidationError("a recording from standard input needs -o OUT") }
    }

    func run() throws {
        let recording = try Recording(path: file)
        let header = recording.header
        let session = try Session(replaying: recording)
        let range = try range(in: session)
        let path = output ?? format.path(for: file)
        var out = try OutputFile(path, overwriting: overwrite)
        do {
            try write(session, header, range, to: &out)
        } catch {
            out.abandon()
            throw error
        }
        try out.finish()
        if path != "-" { print("exported: \(path)") }
    }

    private func write(
        _ session: Session, _ header: RecordingHeader, _ range: ClosedRange<Int>, to out: inout OutputFile
    ) throws {
        if let calls = format.calls { return try CallExport(session, range: range).write(calls, to: &out) }
        let sourceName = "replay of \(Run.name(of: file))"
        if format == .html {
            let page = try HTMLExport(
                session, sourceName: sourceName, model: header.model, seed: header.seed, range: range)
            return page.write(to: &out)
        }
        var sequence = FrameSequence(
            session, sourceName: sourceName, range: range, size: size?.size ?? Size(100, 30),
            theme: theme.flatMap(Theme.named) ?? .dark)
        if step != nil { return sequence.writeStill(at: range.lowerBound, to: &out) }
        guard sequence.frameCount <= format.frameLimit else {
            throw RunFailure(
                """
                \(grouped(sequence.frameCount)) screens are too many for \(format.rawValue), which takes \
                \(grouped(format.frameLimit)); choose a part of the run with --from and --to
                """)
        }
        if format == .svg {
            sequence.writeAnimation(stepsPerSecond: speed ?? 4, to: &out)
        } else {
            sequence.writeAsciicast(stepsPerSecond: speed ?? 4, to: &out)
        }
    }

    /// The positions that are asked for.
    private func range(in session: Session) throws -> ClosedRange<Int> {
        let last = session.log.count
        for (name, value) in [("--step", step), ("--from", from), ("--to", to)] {
            if let value, !(0...last ~= value) {
                throw UsageError("\(name) \(value): the recording has the steps 0 to \(grouped(last))")
            }
        }
        if let step { return step...step }
        let (first, end) = (from ?? 0, to ?? last)
        guard first <= end else { throw UsageError("--from \(first) is after --to \(end)") }
        return first...end
    }
}
