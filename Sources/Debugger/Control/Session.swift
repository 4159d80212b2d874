package import NPIKit
package import Scratchpads

/// A run as a line of events with a position on it, which moves both ways.
///
///     var session = try Session(problem, predictor: network)
///     session.perform(.over(.forward))
///     session.position            // somewhere on the line
///     session.world               // as it is there
///     session.perform(.step(.backward))
///
/// The line is known up to its last event, the *frontier*. Moving within the known part undoes and performs actions and
/// never asks the network; moving beyond extends the line by running the network. A replayed recording is all known.
///
/// A session is a value: a copy is a bookmark, a branch or an undo, and shares almost all of its memory with the original.
package struct Session: Sendable {
    /// What is being computed.
    package let problem: Problem
    /// The programs.
    package let library: ProgramLibrary
    /// The program that runs first.
    package let program: ProgramID
    /// Its arguments.
    package let arguments: Arguments
    /// The algorithm that judges the steps; nil if the library lacks one of its programs.
    package let expert: TaskExpert?
    /// What a person should be told when the session opens, such as that its recording breaks off. One line each.
    package let notices: [String]

    /// The events known so far.
    package internal(set) var log: EventLog
    /// How the line ends after the last known event; nil while it goes on.
    package internal(set) var ending: Ending?
    /// Where runs stop.
    package var breakpoints = BreakpointTable() {
        didSet { dropStaleScans() }
    }
    /// What is watched.
    package var watches = WatchTable() {
        didSet { dropStaleScans() }
    }
    /// The breakpoint that stopped a motion last, which may be gone since.
    package internal(set) var latestHit: Breakpoint?
    /// Which open frame is looked at: 0 is the innermost, and every motion goes back to it.
    package internal(set) var selection = 0

    /// How often the future was cut off and another begun; recordings hold one future only.
    package internal(set) var branchCount = 0
    /// The future that it has.
    var future = RunIdentity()

    /// What was found of the breakpoints' matches, by their numbers.
    var scans: [Breakpoint.ID: MatchScan] = [:]
    /// What was found of the watches' changes, by their numbers.
    var changeScans: [Watch.ID: ChangeScan] = [:]

    /// The bookmarks' notes, by their steps.
    var bookmarkNotes: [Int: String] = [:]

    var line: StateHistory
    var live: LiveRun?
    /// The network that a replay is looked at with, which has no part in it.
    var observer: (any StepPredictor)?
    var motion: MotionState?

    /// Begins a live run at position 0; nothing is computed yet.
    ///
    /// - Parameter stepLimit: After how many events a run is given up; the problem's own limit if nil.
    /// - Throws: ``SessionError`` if the model cannot run the problem.
    package init(_ problem: Problem, predictor: any StepPredictor, stepLimit: Int? = nil) throws(SessionError) {
        self.problem = problem
        library = predictor.library
        do throws(ProgramLibraryError) {
            program = try library.require(problem.program)
        } catch {
            throw .library(error)
        }
        arguments = problem.arguments
        expert = try? problem.makeExpert(library)
        notices = []
        let world = problem.makeWorld()
        log = EventLog(programCount: library.count)
        line = StateHistory(world)
        do throws(StepPredictorError) {
            live = try LiveRun(
                predictor, in: world, running: program, arguments: arguments,
                stepLimit: max(stepLimit ?? problem.defaultStepLimit, 1))
        } catch {
            throw .predictor(error)
        }
    }

    /// A run that is known already and has no network.
    init(
        problem: Problem, library: ProgramLibrary, program: ProgramID, arguments: Arguments, log: EventLog,
        line: StateHistory, ending: Ending, notices: [String]
    ) {
        self.problem = problem
        self.library = library
        self.program = program
        self.arguments = arguments
        self.notices = notices
        self.log = log
        self.line = line
        self.ending = ending
        expert = try? problem.makeExpert(library)
    }

    /// How many events have been applied, `0...log.count`.
    package var position: Int { line.position }

    /// The environment at the position.
    package var world: AnyScratchpad { line.world }

    /// The environment after the last known event.
    package var latestWorld: AnyScratchpad {
        if let live { return live.interpreter.world }
        var line = line
        line.move(to: log.count, in: log)
        return line.world
    }

    /// Whether there is a network behind it.
    package var isLive: Bool { live != nil }

    /// How many events the whole run has; nil while that is not known.
    package var eventCount: Int? { ending == nil ? nil : log.count }

    /// Whether the position is the end of the line.
    package var isAtEnd: Bool { ending != nil && position == log.count }

    /// Whether the top program has returned at the position.
    package var isHalted: Bool { position > 0 && log.depth(at: position) == 0 }
}
