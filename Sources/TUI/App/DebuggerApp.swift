package import Debugger
package import Scratchpads
package import TerminalKit
package import Tours

/// The loop of the full-screen debugger: waits for input, updates the state, works while none comes, and paints.
///
///     var app = DebuggerApp(AppState(session, sourceName: "npi"), on: screen)
///     let recordings = app.run()
///
/// Input never waits for work: work is done in slices of a few milliseconds, and all input that has come is taken before
/// the next frame is painted, so that a key held down does not run on after it is released.
package struct DebuggerApp {
    /// What is shown.
    package private(set) var state: AppState

    /// The tour that the user has asked for next.
    package private(set) var nextTour: String?

    private let screen: any Screen
    private let model: ModelIdentity?
    private var recording: RecordingFile?
    private var outcomes: [RecordingOutcome] = []
    private let keepPlace: (TourPlayer) -> Void
    private let openOther: (String, Problem) throws -> (name: String, session: Session)
    private var keptStop: Int?
    private let clock = ContinuousClock()
    private var isDirty = true
    private var latestFrame: ContinuousClock.Instant
    private var nextPlayStep: ContinuousClock.Instant
    private var animation: CameraAnimation?

    /// How long work goes on before input is looked at again.
    private static let slice = Duration.milliseconds(6)
    /// How long input is taken before a frame is painted.
    private static let longestInput = Duration.milliseconds(100)
    /// The shortest time between frames of a camera that moves.
    private static let animationInterval = Duration.milliseconds(16)
    /// The shortest time between other frames that no key asked for: nobody sees single steps that follow faster.
    private static let frameInterval = Duration.seconds(1) / 30
    /// The same for what only the growing length of the run changes.
    private static let backgroundInterval = Duration.milliseconds(120)

    /// Prepares to show `state`.
    ///
    /// - Parameters:
    ///   - state: What to begin with.
    ///   - screen: Where to show it.
    ///   - model: What recordings say of the network.
    ///   - recording: A recording that was begun already.
    ///   - openOther: Opens the recording or the run of the network that is to stand beside a run of the problem.
    ///   - keepPlace: Called when a tour has come to another stop, so that its place outlives even a terminal that is
    ///     closed.
    package init(
        _ state: AppState, on screen: any Screen, model: ModelIdentity? = nil, recording: RecordingFile? = nil,
        openOther: @escaping (String, Problem) throws -> (name: String, session: Session) = Self.openRecording,
        keepPlace: @escaping (TourPlayer) -> Void = { _ in }
    ) {
        self.state = state
        self.screen = screen
        self.model = model
        self.recording = recording
        self.openOther = openOther
        self.keepPlace = keepPlace
        self.state.view.recordingName = recording?.path
        self.state.view.hasColors = screen.depth == .palette
        latestFrame = clock.now
        nextPlayStep = clock.now
        // A run begins to play at once; a tour's first page is to be read first.
        if self.state.view.activity == .touring { nextPlayStep += self.state.playInterval }
    }

    /// Runs until the user quits, and returns what became of each recording that was made.
    @discardableResult
    package mutating func run() -> [RecordingOutcome] {
        paint()
        keepTourPlace()
        while true {
            let isQuitting = takeInput()
            if isQuitting { break }
            workForASlice()
            keepTourPlace()
            paintIfDue()
        }
        if let recording {
            do throws(RecordingError) {
                try recording.finish(state.session, in: state.branches)
                outcomes.append(.kept(recording.path))
            } catch {
                outcomes.append(.failed(error))
            }
        }
        return outcomes
    }

    /// Takes all input that has come, waiting for some if there is nothing else to do. Returns true to quit.
    private mutating func takeInput() -> Bool {
        var event = screen.nextEvent(timeout: timeout)
        guard event != nil else { return false }
        let end = clock.now + Self.longestInput
        while var present = event {
            let isText = state.takesText
            if isText { (present, event) = screen.joinText(after: present) }
            let wasPlaying = state.pendingWork == .playing
            for effect in state.update(present) {
                if carryOut(effect) { return true }
            }
            isDirty = true
            if !wasPlaying, state.pendingWork == .playing { nextPlayStep = clock.now + state.playInterval }
            // A flood of input must not keep the screen from being painted.
            if !isText { event = clock.now < end ? screen.nextEvent(timeout: 0) : nil }
        }
        keepTourPlace()
        if isDirty { paint() }
        return false
    }

    /// How long to wait for input, in milliseconds.
    private var timeout: Int? {
        switch state.pendingWork {
        case .nothing where isAnimating: return Int(Self.animationInterval / .milliseconds(1))
        case .nothing: return nil
        case .foreground, .background: return 0
        case .playing where state.isRunUnknown: return 0
        case .playing:
            let next = isDirty ? min(nextPlayStep, latestFrame + Self.frameInterval) : nextPlayStep
            let wait = max(0, Int(((next - clock.now) / .milliseconds(1)).rounded(.up)))
            return isAnimating ? min(wait, Int(Self.animationInterval / .milliseconds(1))) : wait
        }
    }

    private mutating func workForASlice() {
        defer { record() }
        let end = clock.now + Self.slice
        repeat {
            switch state.pendingWork {
            case .nothing: return
            case .playing:
                if clock.now >= nextPlayStep {
                    state.work()
                    nextPlayStep += state.playInterval
                    isDirty = true
                } else if state.isRunUnknown {
                    state.learnMore()
                } else {
                    return
                }
            case .foreground, .background:
                state.work()
                hasWorked = true
            }
        } while clock.now < end
    }

    private mutating func paintIfDue() {
        let age = clock.now - latestFrame
        if isAnimating {
            if age >= Self.animationInterval { paint() }
            return
        }
        switch state.pendingWork {
        case .foreground: if age >= Self.frameInterval { paint() }
        case .background: if age >= (isDirty ? Self.frameInterval : Self.backgroundInterval) { paint() }
        case .playing: if isDirty, age >= Self.frameInterval { paint() }
        case .nothing: if hasWorked || isDirty { paint() }
        }
    }

    /// Whether work was done since the latest frame: its end may show in anything, such as a message that nothing was found.
    private var hasWorked = false

    /// Whether the camera is on its way on the screen.
    private var isAnimating: Bool { state.view.camera != nil }

    /// Moves the camera on the screen toward where the run has it.
    private mutating func moveCamera() {
        guard case .camera(let scene) = state.session.world.drawing.content else { return }
        var animation = animation ?? CameraAnimation(scene.pose, now: clock.now)
        state.view.camera = animation.view(to: scene.pose, now: clock.now)
        self.animation = animation
    }

    private mutating func paint() {
        moveCamera()
        let size = screen.size
        if state.size != size { _ = state.update(.resize(size)) }
        var canvas = screen.makeCanvas()
        let cursor = DebuggerScreen.draw(state, into: &canvas)
        screen.present(canvas, cursor: cursor)
        latestFrame = clock.now
        hasWorked = false
        isDirty = false
    }

    /// Lets the place of a tour be kept when it has come to another stop.
    private mutating func keepTourPlace() {
        guard let tour = state.tour, tour.index != keptStop else { return }
        keptStop = tour.index
        keepPlace(tour)
    }

    /// Carries out an effect. Returns true to quit.
    private mutating func carryOut(_ effect: AppEffect) -> Bool {
        switch effect {
        case .quit: return true
        case .openTour(let name):
            nextTour = name
            return true
        case .setTheme(let name):
            if let theme = Theme.named(name) { screen.theme = theme }
        case .compare(let name):
            let openOther = openOther
            attempt {
                let other = try openOther(name, $0.session.problem)
                $0.compare(with: other.session, named: other.name)
            }
        case .listFailures(let folder): state.show(RecordedFailure.all(in: folder), in: folder)
        case .open(let path):
            attempt {
                let recording = try Recording(path: path)
                let session = try Session(replaying: recording)
                let branches = try BranchTree(replaying: recording, present: session)
                $0.open(session, in: branches, named: "replay of \(path.split(separator: "/").last ?? "")")
            }
        case .record(let path, let overwriting): beginRecording(path, overwriting: overwriting)
        }
        return false
    }

    /// Changes the state, or shows why that is not possible.
    private mutating func attempt(_ change: (inout AppState) throws -> Void) {
        do {
            try change(&state)
        } catch {
            state.view.message = Message("\(error)", isError: true)
        }
    }

    /// A recording to stand beside a run, where nobody opens anything else.
    package static func openRecording(_ path: String, _ problem: Problem) throws -> (name: String, session: Session) {
        (path, try Session(replaying: Recording(path: path)))
    }

    private mutating func beginRecording(_ path: String, overwriting: Bool) {
        do throws(RecordingError) {
            let file = try RecordingFile(
                path, of: state.session, in: state.branches, model: model, overwriting: overwriting)
            try file.append(state.session, in: state.branches)
            recording = file
            state.view.recordingName = path
            state.view.message = Message("recording to \(path)")
        } catch  where error.cause == .exists {
            state.askToOverwrite(path)
        } catch {
            state.view.message = Message("\(error)", isError: true)
        }
    }

    private mutating func record() {
        guard let recording else { return }
        do throws(RecordingError) {
            try recording.append(state.session, in: state.branches)
        } catch {
            self.recording = nil
            outcomes.append(.failed(error))
            state.view.recordingName = nil
            state.view.message = Message("\(error)", isError: true)
        }
    }
}
