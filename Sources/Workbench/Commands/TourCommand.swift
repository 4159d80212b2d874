import ArgumentParser
import Assets
import Debugger
import Exporters
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
            A tour stops at the steps that matter, tells what is to be seen, and asks
            now and then. Between stops all keys of the debugger work; Backspace comes
            back. Where a tour was left it goes on the next time.

            EXAMPLES:
              npi tour                      choose from those that are shipped
              npi tour adding
              npi tour adding --restart     from its first stop
              npi tour adding --play        hands-free, at a reader's pace
              npi tour adding --play --pace 5
              npi tour adding --plain       as text, for pipes and screen readers
              npi tour adding --html        as one web page, for a browser, offline
              npi tour my-lesson.yaml       one of your own: Documentation/Tours.md
            """)

    @Argument(
        help: ArgumentHelp("A shipped tour, or the file of another.", valueName: "name|file"),
        completion: .list((try? TourLibrary.directory().names) ?? []))
    var tour: String?

    @Flag(help: "List the shipped tours.")
    var list = false

    @Flag(help: "Print the tour as text (the default when standard output is not a terminal).")
    var plain = false

    @Flag(help: "Write the tour as one web page that leads through it in a browser, offline.")
    var html = false

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "With --html: where to write; - is standard output (default: NAME.html here).", valueName: "out"),
        completion: .file())
    var output: String?

    @Flag(help: "With --html: replace a file that is there already.")
    var overwrite = false

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
        if html {
            guard tour != nil else { throw ValidationError("--html needs the tour: npi tour adding --html") }
            guard !plain, !play, !list else {
                throw ValidationError("--html writes a page; leave out --plain, --play and --list")
            }
        } else if output != nil || overwrite {
            throw ValidationError("-o and --overwrite go with --html")
        }
        if plain, play { throw ValidationError("--plain and --play exclude each other") }
    }

    func run() throws {
        if html, let tour { return try writePage(of: tour) }
        let opensScreen = !plain && ScreenOptions.isTerminal
        guard let name = tour else {
            guard opensScreen, !list, isatty(STDIN_FILENO) == 1 else { return try printList() }
            return try choose()
        }
        guard opensScreen else {
            let tour = try TourLibrary.tour(name)
            let plan = try TourPlan(tour, on: TourLibrary.session(of: tour).session)
            var output = StandardOutput()
            TourText(tour, plan).write(to: &output)
            return try output.flush()
        }
        var next: String? = name
        while let name = next { next = try open(name) }
    }

    private func writePage(of name: String) throws {
        let tour = try TourLibrary.tour(name)
        let (session, source) = try TourLibrary.session(of: tour)
        let page = LessonPage(tour, try TourPlan(tour, on: session), sourceName: source)
        let path = output ?? "\(tour.name).html"
        var file = try OutputFile(path, overwriting: overwrite)
        do {
            try page.write(to: &file)
        } catch {
            file.abandon()
            throw error
        }
        try file.finish()
        if path != "-" { try StandardOutput.print("exported: \(path)") }
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
        var chosen: PickerChoice?
        while true {
            let screen = try self.screen.configuration().openScreen()
            defer { screen.close() }
            var picker = PickerApp(PickerState(entries, choosing: chosen), on: screen)
            guard let choice = picker.run() else { return }
            screen.close()
            chosen = choice
            var command = self
            command.tour = choice.arguments.last
            try command.run()
        }
    }

    /// Plays the tour `name` on the screen. Returns the tour that the user wants to see next.
    private func open(_ name: String) throws -> String? {
        let tour = try TourLibrary.tour(name)
        let (session, source) = try TourLibrary.session(of: tour)
        let player = TourPlayer(tour, try TourPlan(tour, on: session))
        return try open(player, on: session, source: source, following: TourLibrary.following(name))
    }

    private func open(
        _ player: TourPlayer, on session: Session, source: String, following: FollowingTour?
    ) throws -> String? {
        let bookmarks = TourBookmarks.standardPath(ProcessVariables.all).map { TourBookmarks(path: $0) }
        let key = TourLibrary.key(of: player.tour)
        var player = player
        if !restart, let stop = bookmarks?.stop(of: key), stop > 0 { player.go(to: stop) }
        let configuration = try screen.configuration()
        var state = AppState(session, sourceName: source, keys: CommandTable.keys)
        configuration.apply(to: &state, speed: nil)
        state.begin(player, pace: pace.map { .seconds($0) }, isPlaying: play, following: following)
        let screen = try configuration.openScreen()
        defer { screen.close() }
        var app = DebuggerApp(
            state, on: screen,
            keepPlace: { player in
                // A tour that was played to its end begins anew.
                bookmarks?.keep(player.isAtLast ? 0 : player.index, of: key)
            })
        let recordings = app.run()
        screen.close()
        try RecordingOutcome.report(recordings)
        return app.nextTour
    }
}
