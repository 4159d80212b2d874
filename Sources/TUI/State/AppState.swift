package import Debugger
import TerminalKit
package import Tours

/// All that the debugger's screen depends on: the session, and how it is looked at. A value; ``update(_:)`` changes it,
/// ``DebuggerScreen`` draws it.
package struct AppState: Sendable {
    /// The run.
    package internal(set) var session: Session
    /// How it is looked at.
    package internal(set) var view: ViewState

    /// The branches that were tried.
    package internal(set) var branches = BranchTree()
    /// What was typed on the command line before.
    var history = CommandHistory()
    /// Whether another run has been opened in place of the one that the screen opened with.
    package internal(set) var isElsewhere = false
    /// What was set up on this run another time, until it is brought back.
    package internal(set) var kept: KeptWork?
    /// Where the motion that is under way is to stop, and what was typed for it; nil for other motions.
    var aim: Aim?
    /// The tour that is played, if one is.
    var touring: TourState?
    /// The screen's size when it was last drawn; pages depend on it.
    var size = Size(80, 24)

    /// A breakpoint that goes with its motion.
    struct Aim: Sendable {
        var id: StopPoint.ID
        var text: String
    }

    /// The player of the tour, if one is played.
    package var tour: TourPlayer? { touring?.player }

    /// Begins to look at `session`.
    ///
    /// - Parameters:
    ///   - branches: The branches that there are already, `session` being the present one.
    ///   - sourceName: What the title calls the network, or the recording.
    ///   - keys: Which key does what.
    package init(
        _ session: Session, in branches: BranchTree = BranchTree(), sourceName: String, keys: KeyAssignment
    ) {
        self.session = session
        self.branches = branches
        view = ViewState(keys: keys)
        view.sourceName = sourceName
        if let notice = session.notices.first { view.message = Message(notice) }
    }

    /// Begins to play when the screen opens.
    ///
    /// - Parameter isLooping: Whether it begins again at the end.
    package mutating func startPlaying(isLooping: Bool = false) {
        view.activity = .playing
        view.isLooping = isLooping
    }

    /// Shows the run for a projector.
    package mutating func project() { view.isProjected = true }

    /// Sets the pace of playing.
    package mutating func setSpeed(_ speed: PlaySpeed) {
        view.speed = speed
    }

    /// Lets keys do what a person has chosen.
    package mutating func setKeys(_ keys: KeyAssignment) {
        view.keys = keys
    }

    /// Tells the user something when the screen opens.
    package mutating func warn(_ text: String) {
        view.message = Message(text)
    }

    mutating func say(_ text: KeyText) {
        view.message = Message(text.text(with: view.keys))
    }

    mutating func complain(_ text: KeyText) {
        view.message = Message(text.text(with: view.keys), isError: true)
    }

    /// Says how the word of `command` is used.
    mutating func complainOfUse(of command: CommandID) {
        complain(KeyText(view.keys.info(command)?.usage ?? ""))
    }

    /// Whether the network could tell more of the run.
    var isRunUnknown: Bool { session.isLive && session.ending == nil }

    /// How many lines a page of a pane has.
    var scrollPage: Int { max(size.height / 2, 1) }

    /// Lets the panes follow the position again.
    mutating func follow() {
        view.trace.cursor = nil
        view.source.cursor = nil
        view.scroll.follow()
    }

    /// Scrolls the environment, whichever pane has the keys.
    mutating func scrollScratchpad(_ way: ScrollWay) {
        view.scroll.moveScratchpad(way, screenWidth: size.width)
    }
}

/// What the world outside has to do after an update.
package enum AppEffect: Hashable, Sendable {
    /// End the program.
    case quit
    /// End this tour and play the one of this name.
    case openTour(String)
    /// Change the looks.
    case setTheme(String)
    /// Put another run of the same problem beside this one: that of a recording or of a network, by this name.
    case compare(String)
    /// List the recordings of a folder.
    case listFailures(String)
    /// Look at a recording in place of this run.
    case open(String)
    /// Record the run to this file, replacing one that is there only if that is said.
    case record(String, overwriting: Bool)
}
