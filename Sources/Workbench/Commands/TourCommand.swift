import ArgumentParser
import Assets
import Debugger
import Glibc
import NPIKit
import Support
import TUI
import TerminalKit
import Tours

/// `npi tour`.
struct TourCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tour",
        abstract: "Follow a lesson: stops on a run, with texts and questions.",
        discussion: """
            A tour stops at the steps that matter, tells what is to be seen, and asks now and then. Between stops all
            keys of the debugger work; Backspace comes back. Where a tour was left it goes on the next time.

            EXAMPLES:
              npi tour                      choose from those that are shipped
              npi tour adding
              npi tour adding --restart     from its first stop
              npi tour adding --play        hands-free, at a reader's pace
              npi tour adding --play --pace 5
              npi tour adding --plain       as text, for pipes and screen readers
              npi tour my-lesson.yaml       one of your own; Documentation/Tours.md tells how to write it
            """)

    @Argument(
        help: ArgumentHelp("A shipped tour, or the file of another.", valueName: "name|file"),
        completion: .list((try? TourLibrary.directory().names) ?? []))
    var tour: String?

    @Flag(help: "List the shipped tours.")
    var list = false

    @Flag(help: "Print the tour as text (the default when standard output is not a terminal).")
    var plain = false

    @Flag(help: "Start at the first stop, even if the tour was left elsewhere.")
    var restart = false

    @Flag(help: "Play without waiting for keys.")
    var play = false

    @Option(
        help: ArgumentHelp("With --play: seconds for each page (default: the time to read it).", valueName: "seconds"))
    var pace: Double?

    @OptionGroup var screen: ScreenOptions

    func validate() throws {
        if let pace {
            guard pace > 0, pace <= 86_400 else { throw ValidationError("--pace must be above 0, not \(pace)") }
            guard play else { throw ValidationError("--pace goes with --play") }
        }
        if list, tour != nil { throw ValidationError("--list takes no name") }
        if plain, play { throw ValidationError("--plain and --play exclude each other") }
    }

    func run() throws {
        let opensScreen = !plain && ScreenOptions.isTerminal
        guard let name = tour else {
            guard opensScreen, !list, isatty(STDIN_FILENO) == 1 else { return try printList() }
            return try choose()
        }
        let tour = try TourLibrary.tour(name)
        let (session, source) = try TourLibrary.session(of: tour)
        let plan = try TourPlan(tour, on: session)
        guard opensScreen else {
            var output = StandardOutput()
            TourText(tour, plan).write(to: &output)
            return try output.flush()
        }
        try open(TourPlayer(tour, plan), on: session, source: source)
    }

    private func printList() throws {
        let tours = TourLibrary.offered()
        let width = tours.map(\.name.count).max() ?? 0
        var output = StandardOutput()
        for tour in tours {
            let name = tour.name + String(repeating: " ", count: width - tour.name.count)
            output.writeLine("\(name)  \(tour.title)")
        }
        try output.flush()
    }

    /// Lets the user choose on a screen.
    private func choose() throws {
        let entries = TourLibrary.offered().map { PickerEntry($0) }
        let screen = try self.screen.configuration().openScreen()
        defer { screen.close() }
        var picker = PickerApp(PickerState(entries), on: screen)
        guard let choice = picker.run() else { return }
        screen.close()
        var command = self
        command.tour = choice.arguments.last
        try command.run()
    }

    private func open(_ player: TourPlayer, on session: Session, source: String) throws {
        let bookmarks = TourBookmarks.standardPath(ProcessVariables.all).map { TourBookmarks(path: $0) }
        let key = TourLibrary.key(of: player.tour)
        var player = player
        if !restart, let stop = bookmarks?.stop(of: key), stop > 0 { player.go(to: stop) }
        let configuration = try screen.configuration()
        var state = AppState(session, sourceName: source, keys: CommandTable.keys)
        configuration.apply(to: &state, speed: nil)
        state.begin(player, pace: pace.map { .seconds($0) }, isPlaying: play)
        let screen = try configuration.openScreen()
        defer { screen.close() }
        var app = DebuggerApp(state, on: screen) { player in
            // A tour that was played to its end begins anew.
            bookmarks?.keep(player.isAtLast ? 0 : player.index, of: key)
        }
        let recordings = app.run()
        screen.close()
        try RecordingOutcome.report(recordings)
    }
}
