package import CarModels
package import Debugger
import Scratchpads

/// How the run is looked at: everything that the screen shows beside the session itself.
package struct ViewState: Sendable {
    /// Which key does what.
    package var keys: KeyAssignment
    /// The pane that has the arrow keys.
    package var focus = PaneName.scratchpad
    /// Whether that pane has the whole screen.
    package var isZoomed = false
    /// Whether the screen is for a projector: few panes, large digits, and the pressed key is shown.
    package var isProjected = false
    /// What the latest key is called, for a projector's screen.
    package var pressedKey: String?
    /// Whether playing begins again at the end.
    package var isLooping = false
    /// For how many steps' time the end has been shown since.
    var stepsAtEnd = 0
    /// The look inside the network, in place of the run.
    package var inside = InsideView()
    /// The network's states over time.
    package var states = StatesView()
    /// What is counted of the run, once that was looked at.
    package var numbers: RunNumbers?
    /// How far panes are scrolled.
    package var scroll = ScrollOffsets()
    /// Whether the text of the task stands in the place of the trace.
    package var showsSource = false
    /// What is chosen in it.
    package var source = SourceChoice()
    /// What is chosen in the trace.
    package var trace = TraceChoice()
    /// The latest search.
    package var search = SearchState()
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
    /// Another run beside this one.
    package var comparison: ComparisonView?
    /// The recordings that were listed last, the folder in which they are, and which of them was opened.
    var failures: [RecordedFailure] = []
    var failureFolder = ""
    var failureChoice = 0
    /// The cell of the environment that is being edited.
    package var editing: EditCursor?
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

    /// Whether two runs are looked at side by side.
    var isComparing: Bool { (comparison?.isShown ?? false) && inside.mode == .run && tour == nil }

    /// The view at the beginning.
    package init(keys: KeyAssignment) { self.keys = keys }
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
