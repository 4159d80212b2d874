package import CarModels
package import Debugger
import Scratchpads

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
    package var watch: StopPoint.ID?
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
    /// Where the camera is seen from while it moves to the next pose on the screen; nil while it stands still.
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
