package import CarModels
package import Debugger
import Scratchpads
package import TerminalKit

/// How the run is looked at: everything that the screen shows beside the session itself.
package struct ViewState: Hashable, Sendable {
    /// Which key does what.
    package var keys = KeyAssignment.standard
    /// The pane that has the arrow keys.
    package var focus = PaneName.scratchpad
    /// Whether that pane has the whole screen.
    package var isZoomed = false
    /// What the panes are about.
    package var mode = ViewMode.run
    /// What goes on in the network in the selected frame, while that is looked at and once it is found.
    package var insight: Insight?
    /// How many columns or values the environment is scrolled away from its pointers; negative to the left.
    package var scratchpadScroll = 0
    /// How many rows the program memory is scrolled away from the program that runs; negative upwards.
    package var memoryScroll = 0
    /// The first frame shown in the stack pane, from the innermost.
    package var stackScroll = 0
    /// The event whose line is chosen in the trace; nil follows the position.
    package var traceCursor: Int?
    /// Calls whose insides are not shown, by event number.
    package var folded: Set<Int> = []
    /// What is going on.
    package var activity = Activity.idle
    /// Steps a second while playing.
    package var speed = PlaySpeed()
    /// The latest message, until the next key.
    package var message: Message?
    /// What lies over the panes.
    package var overlay: Overlay?
    /// The command line or another question at the bottom.
    package var prompt: Prompt?
    /// The watch whose last change is asked for; nil for the latest one.
    package var watch: Watch.ID?
    /// The branches, as their list shows them while it is open.
    package var branchLines: [BranchLine] = []
    /// The cell of the environment that is being edited.
    package var editing: EditCursor?
    /// The text last searched for; its matches are shown in the trace.
    package var searchText = ""
    /// What the title calls the network, or the recording.
    package var sourceName = ""
    /// The file that is being recorded to, if any.
    package var recordingName: String?
    /// What is shown of a tour; nil without one, and while its text is put away.
    package var tour: TourView?
    /// Whether a tour is played, even while its text is put away.
    package var isTouring = false
    /// Whether pictures may be drawn in 256 colours.
    package var hasColors = true
    /// Where the camera is seen from while it glides to the next pose; nil while it stands still.
    package var camera: CameraView?

    /// The view at the beginning.
    package init() {}
}

/// What the panes are about.
package enum ViewMode: String, CaseIterable, Hashable, Sendable {
    /// The run.
    case run
    /// The network's state in the selected frame, and all that it says of the frame's next step.
    case inside
    /// What the network remembers of its programs.
    case memory
}

/// What is going on while no key is pressed.
package enum Activity: Hashable, Sendable {
    /// Nothing.
    case idle
    /// Steps are made at a pace.
    case playing
    /// A tour goes from stop to stop at a pace.
    case touring
    /// A motion such as "continue" is under way.
    case moving
    /// A search is under way.
    case searching
}

/// A line to tell the user something.
package struct Message: Hashable, Sendable {
    /// What it says.
    package var text: String
    /// Whether something was wrong.
    package var isError: Bool

    /// Makes a message.
    package init(_ text: String, isError: Bool = false) {
        self.text = text
        self.isError = isError
    }
}

/// What lies over the panes.
package struct Overlay: Hashable, Sendable {
    /// What an overlay shows.
    package enum Kind: Hashable, Sendable {
        case help, breakpoints, branches, bookmarks, watches

        /// Where its own keys act; nil for the help, which has none.
        var context: Command.Context? {
            switch self {
            case .help: nil
            case .breakpoints: .breakpoints
            case .branches: .branches
            case .bookmarks: .bookmarks
            case .watches: .watches
            }
        }
    }

    /// What it shows.
    package let kind: Kind
    /// Which line is chosen, or in the help which one stands on top.
    package var list: ListState

    /// The keys, scrolled down by so many lines.
    package static func help(scroll: Int) -> Self { Overlay(kind: .help, list: ListState(selected: scroll)) }

    /// The breakpoints, and which of them is chosen.
    package static func breakpoints(selected: Int) -> Self {
        Overlay(kind: .breakpoints, list: ListState(selected: selected))
    }

    /// The branches, and which of them is chosen.
    package static func branches(selected: Int) -> Self {
        Overlay(kind: .branches, list: ListState(selected: selected))
    }

    /// The bookmarks, and which of them is chosen.
    package static func bookmarks(selected: Int) -> Self {
        Overlay(kind: .bookmarks, list: ListState(selected: selected))
    }

    /// What is watched, and which of it is chosen.
    package static func watches(selected: Int) -> Self {
        Overlay(kind: .watches, list: ListState(selected: selected))
    }
}

/// A question at the bottom of the screen.
package struct Prompt: Hashable, Sendable {
    /// What is asked for.
    package enum Kind: Hashable, Sendable {
        /// A command.
        case command
        /// A text to search for, forwards or backwards.
        case search(isForward: Bool)
        /// A step to go to.
        case position
        /// A note for a bookmark at the position.
        case bookmark
        /// What is to happen next in place of what the network would do.
        case force
        /// A value to watch.
        case watch
        /// The answer to a tour's question.
        case answer
        /// A file to record to.
        case record
        /// Whether a file that is there already is to be replaced by a recording: y or n.
        case overwrite(path: String)
    }

    /// What is asked for.
    package var kind: Kind
    /// What has been typed.
    package var text: String
    /// Where the next character goes: characters before it.
    package var cursor: Int
    /// What could stand in the place of the last word, if the user asked.
    package var completions: [String] = []
    /// What is wrong where the cursor stands, until the answer is changed.
    package var problem: String?

    /// An answer that begins with `text`.
    package init(_ kind: Kind, _ text: String = "") {
        self.kind = kind
        self.text = text
        cursor = text.count
    }
}

/// A cell of the environment under a cursor.
package struct EditCursor: Hashable, Sendable {
    /// The row: of the addition pad 0...3; of an array 0.
    package var row: Int
    /// The column from the left.
    package var column: Int

    /// A cursor.
    package init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }
}

/// How fast a run is played: steps a second, in powers of two.
package struct PlaySpeed: Hashable, Sendable {
    /// Steps a second.
    package private(set) var stepsPerSecond = 4.0

    /// Four steps a second.
    package init() {}

    /// The pace nearest to `stepsPerSecond`, 1/4...4096.
    package init(stepsPerSecond: Double) {
        self.stepsPerSecond = min(max(stepsPerSecond.isFinite ? stepsPerSecond : 4, 0.25), 4_096)
    }

    /// Twice as fast, or half.
    package mutating func change(faster: Bool) {
        self = PlaySpeed(stepsPerSecond: stepsPerSecond * (faster ? 2 : 0.5))
    }

    /// Such as "4 steps/s".
    package var text: String {
        let number = stepsPerSecond >= 1 ? "\(Int(stepsPerSecond))" : stepsPerSecond == 0.5 ? "1/2" : "1/4"
        return stepsPerSecond == 1 ? "1 step/s" : "\(number) steps/s"
    }
}
