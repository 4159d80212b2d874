public import Debugger
package import Scratchpads

/// A pane of the debugger's screen.
public enum PaneName: String, CaseIterable, Hashable, Sendable {
    /// The environment.
    case scratchpad
    /// The open frames.
    case stack
    /// What the network says of the next event.
    case forecast
    /// The calls so far and to come.
    case trace
}

/// How the run is looked at: everything that the screen shows beside the session itself.
public struct ViewState: Hashable, Sendable {
    /// Which key does what.
    public var keys = KeyAssignment.standard
    /// The pane that has the arrow keys.
    public var focus = PaneName.scratchpad
    /// Whether that pane has the whole screen.
    public var isZoomed = false
    /// What the panes are about.
    public var sight = Sight.run
    /// What goes on in the network in the selected frame, while that is looked at and once it is found.
    public var insight: Insight?
    /// How many columns or values the environment is scrolled away from its pointers; negative to the left.
    public var scratchpadScroll = 0
    /// How many rows the program memory is scrolled away from the program that runs; negative upwards.
    public var memoryScroll = 0
    /// The first frame shown in the stack pane, from the innermost.
    public var stackScroll = 0
    /// The event whose line is chosen in the trace; nil follows the position.
    public var traceCursor: Int?
    /// Calls whose insides are not shown, by event number.
    public var folded: Set<Int> = []
    /// What is going on.
    public var activity = Activity.idle
    /// Steps a second while playing.
    public var speed = PlaySpeed()
    /// The latest message, until the next key.
    public var message: Message?
    /// What lies over the panes.
    public var overlay: Overlay?
    /// The command line or another question at the bottom.
    public var prompt: Prompt?
    /// The watch whose last change is asked for; nil for the latest one.
    public var watch: Watch.ID?
    /// The futures, as their list shows them while it is open.
    public var branchLines: [BranchLine] = []
    /// The cell of the environment that is being edited.
    public var editing: EditCursor?
    /// The text last searched for; its matches are shown in the trace.
    public var searchText = ""
    /// What the title calls the network, or the recording.
    public var sourceName = ""
    /// The file that is being recorded to, if any.
    public var recordingName: String?
    /// What is shown of a tour; nil without one, and while its text is put away.
    public var tour: TourView?
    /// Whether pictures may be drawn in 256 colours.
    public var hasColors = true
    /// Where the camera is seen from while it glides to the next pose; nil while it stands still.
    package var camera: CameraView?

    /// The view at the beginning.
    public init() {}
}

/// What the panes are about.
public enum Sight: String, CaseIterable, Hashable, Sendable {
    /// The run.
    case run
    /// The network's state in the selected frame, and all that it says of the frame's next step.
    case inside
    /// What the network remembers of its programs.
    case memory
}

/// What is going on while no key is pressed.
public enum Activity: Hashable, Sendable {
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
public struct Message: Hashable, Sendable {
    /// What it says.
    public var text: String
    /// Whether something was wrong.
    public var isError: Bool

    /// Makes a message.
    public init(_ text: String, isError: Bool = false) {
        self.text = text
        self.isError = isError
    }
}

/// What lies over the panes.
public enum Overlay: Hashable, Sendable {
    /// The keys, scrolled down by so many lines.
    case help(scroll: Int)
    /// The breakpoints, and which of them is chosen.
    case breakpoints(selected: Int)
    /// The futures, and which of them is chosen.
    case branches(selected: Int)
    /// The bookmarks, and which of them is chosen.
    case bookmarks(selected: Int)
    /// What is watched, and which of it is chosen.
    case watches(selected: Int)
}

/// A question at the bottom of the screen.
public struct Prompt: Hashable, Sendable {
    /// What is asked for.
    public enum Kind: Hashable, Sendable {
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
    public var kind: Kind
    /// What has been typed.
    public var text: String
    /// Where the next character goes: characters before it.
    public var cursor: Int
    /// What could stand in the place of the last word, if the user asked.
    public var completions: [String] = []
    /// What is wrong where the cursor stands, until the answer is changed.
    public var problem: String?

    /// An answer that begins with `text`.
    public init(_ kind: Kind, _ text: String = "") {
        self.kind = kind
        self.text = text
        cursor = text.count
    }
}

/// A cell of the environment under a cursor.
public struct EditCursor: Hashable, Sendable {
    /// The row: of the addition pad 0...3; of an array 0.
    public var row: Int
    /// The column from the left.
    public var column: Int

    /// A cursor.
    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }
}

/// How fast a run is played: steps a second, in powers of two.
public struct PlaySpeed: Hashable, Sendable {
    /// Steps a second.
    public private(set) var stepsPerSecond = 4.0

    /// Four steps a second.
    public init() {}

    /// The pace nearest to `stepsPerSecond`, 1/4...4096.
    public init(stepsPerSecond: Double) {
        self.stepsPerSecond = min(max(stepsPerSecond.isFinite ? stepsPerSecond : 4, 0.25), 4_096)
    }

    /// Twice as fast, or half.
    public mutating func change(faster: Bool) {
        self = PlaySpeed(stepsPerSecond: stepsPerSecond * (faster ? 2 : 0.5))
    }

    /// Such as "4 steps/s".
    public var text: String {
        let number = stepsPerSecond >= 1 ? "\(Int(stepsPerSecond))" : stepsPerSecond == 0.5 ? "1/2" : "1/4"
        return stepsPerSecond == 1 ? "1 step/s" : "\(number) steps/s"
    }
}
