import ArgumentParser
import Assets
import Debugger
import Foundation
import NPIKit
import Scratchpads
import Support
import TUI
import TerminalKit

/// `npi replay`.
struct Replay: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Replay a recorded run; no network is needed.",
        discussion: """
            EXAMPLES:
              npi run add 96 125 --record sum.npitrace
              npi replay sum.npitrace                the same screen, both ways through time
              npi replay sum.npitrace --plain
              npi replay sum.npitrace --verify       run the network again and compare every event
              npi replay sum.npitrace --model npi.safetensors
                                                     look into the network while it is replayed
            """)

    @Argument(help: ArgumentHelp("The recording.", valueName: "file"), completion: .file(extensions: ["npitrace"]))
    var file: String

    @Flag(help: "Run the network again and compare every event with the recording.")
    var verify = false

    @OptionGroup var modelChoice: ModelChoice
    @OptionGroup var moment: MomentOption
    @OptionGroup var report: ReportOptions
    @OptionGroup var trace: TraceOptions
    @OptionGroup var screen: ScreenOptions

    @Flag(help: "Start playing at once.")
    var play = false

    @Flag(help: "Begin to play at once, and again at the end.")
    var loop = false

    @Option(help: ArgumentHelp("Steps per second while playing.", valueName: "n"))
    var speed: Double?

    func validate() throws {
        if let speed, !(speed > 0) { throw ValidationError("--speed must be above 0, not \(speed)") }
        if modelChoice.model != nil, !verify, !report.why, !trace.opensScreen {
            throw ValidationError(
                "--model is used with --verify or --why, or on the screen, to look inside the network")
        }
        let others = [("--verify", verify), ("--play", play), ("--loop", loop)].filter(\.1).map(\.0)
        try report.check(trace, moment, others: others)
        if moment.at != nil, report.name == nil, verify || !trace.opensScreen {
            throw ValidationError(
                "--at says where the screen opens, which needs a terminal; without one the whole run is printed")
        }
        if verify, trace.plain || trace.json || trace.narrate {
            throw ValidationError("--verify prints its own result; leave out --plain, --json and --narrate")
        }
    }

    func run() throws {
        let recording = try Recording(path: file)
        if report.why, modelChoice.model == nil {
            let name = recording.header.model?.name
            throw UsageError(
                "--why asks a network, and a recording has none; add --model"
                    + (name.map { " \($0), the network that it was made with" } ?? " FILE"))
        }
        if verify { return try check(recording) }
        // Only where there are others is a second copy of the events kept.
        let branched = recording.others.isEmpty ? nil : recording
        let model = recording.header.model
        var session = try Session(replaying: recording)
        if report.name != nil {
            let warning = try modelChoice.model == nil ? nil : look(with: &session, recording.header.model)
            warning.map(StandardError.warn)
            return try report.write(&session, at: moment, asJSON: trace.json)
        }
        guard trace.opensScreen else {
            session.problem.remark.map(StandardError.warn)
            return try trace.write(&session, model: model)
        }
        try moment.go(in: &session)
        let modelWarning = try modelChoice.model == nil ? nil : look(with: &session, model)
        let branches = try branched.map { (whole) throws(RecordingError) in
            try BranchTree(replaying: whole, present: session)
        }
        var state = AppState(
            session, in: branches ?? BranchTree(), sourceName: "replay of \(ModelChoice.name(of: file))",
            keys: CommandTable.keys)
        let configuration = try screen.configuration()
        configuration.apply(to: &state, speed: speed)
        if play || loop { state.startPlaying(isLooping: loop) }
        if let modelWarning { state.warn((session.notices.prefix(1) + [modelWarning]).joined(separator: "; ")) }
        let isStream = ScreenOptions.isStandardInput(file)
        let kept = isStream ? nil : KeptWorkFile(of: ["replay", URL(fileURLWithPath: file).standardizedFileURL.path])
        let before = KeptWork(state)
        if let work = kept?.work, !work.isSame(as: before) { state.offer(work) }
        let isOffered = state.kept != nil
        if isStream { ScreenOptions.takeKeyboard() }
        let screen = try configuration.openScreen()
        defer { screen.close() }
        var app = DebuggerApp(state, on: screen, openOther: ComparedSource.open)
        app.run()
        screen.close()
        let after = KeptWork(app.state)
        // What the recording itself holds need not be kept beside it.
        if !after.isSame(as: before), !app.state.isElsewhere {
            kept?.keep(
                app.state.kept.map(after.merged) ?? after, wasRestored: isOffered && app.state.kept == nil)
        }
    }

    /// Puts the network beside the replay. Returns what a person should know of it, such as that it is not the recorded one.
    private func look(with session: inout Session, _ recorded: ModelIdentity?) throws -> String? {
        let model = try modelChoice.read(for: session.problem.task)
        try session.look(with: NetworkPredictor(model.network))
        var warnings = model.warnings
        if let recorded, recorded.sha256 != model.contents.sha256 {
            warnings.append(
                "this is not the network that was recorded: the inside views show what it computes on the run")
        }
        return warnings.isEmpty ? nil : warnings.joined(separator: "; ")
    }

    private func check(_ recording: Recording) throws {
        let task = try Session.problem(of: recording.header).task
        var choice = modelChoice
        // A shipped network that is not the usual one is known by its name.
        if choice.model == nil, let recorded = recording.header.model?.name,
            Assets.models.contains(where: { $0.name == recorded })
        {
            choice.model = recorded
        }
        let chosen = try choice.readWarning(for: [task])
        let model = chosen.identity
        let result = try recording.verify(with: NetworkPredictor(chosen.network, isShared: true), model: model)
        let other = result.otherModel.map {
            " (recorded with another network, \($0.name); this one is \(model.name))"
        }
        guard result.isVerified else {
            throw RunFailure("\(file) is not what the network does: \(result.differences)\(other ?? "")")
        }
        let places = result.branchCount > 1 ? " in \(result.branchCount) branches" : ""
        try StandardOutput.print("\(file): \(result.eventCount.grouped) events verified\(places)\(other ?? "")")
    }
}
