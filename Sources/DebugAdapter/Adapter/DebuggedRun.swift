import Debugger
import Scratchpads

/// The run that a client debugs, and what it is doing at present.
struct DebuggedRun {
    var session: Session
    private(set) var source: SourceFile?
    let launch: LaunchArguments
    /// The motion under way; nil while the run is stopped.
    private(set) var activity: Activity?
    /// Whether what the run came to has been told since it last stood elsewhere than at its end.
    private var isEndTold = false
    /// Whether it has stopped at what an exception filter is about.
    var isAtException = false

    /// A motion that a client has asked for.
    struct Activity {
        /// The protocol's word for where it comes to rest.
        var word: String
        /// Log points have printed what they match up to here.
        var logged: Int
        /// Why it came to rest, once it has.
        var rest: StopReason?
    }

    /// What became of one share of work.
    enum Progress {
        case running
        case stopped(StopReason, word: String)
    }

    /// How many positions are looked at, and lines printed, before the client is listened to again.
    private static let scanShare = 1 << 14
    private static let lineShare = 500

    /// A run that stands at its beginning.
    init(_ opened: OpenedRun, _ launch: LaunchArguments) {
        session = opened.session
        source = SourceFile(opened)
        self.launch = launch
    }

    /// Whether a motion is under way.
    var isMoving: Bool { activity != nil }

    /// Takes a file that the client knows for the task's, where it has its text.
    mutating func adopt(_ source: JSON) { self.source?.adopt(source) }

    /// Begins a motion; where it comes to rest is called `word`.
    mutating func begin(_ motion: Motion, arrivingAs word: String) {
        session.begin(motion)
        // Who jumps passes nothing.
        let isJump = if case .go = motion { true } else { false }
        activity = Activity(word: word, logged: isJump || launch.isUndebugged ? .max : session.position)
    }

    /// Stops the motion under way.
    mutating func pause() {
        guard activity != nil, activity?.rest == nil else { return }
        activity?.rest = session.interrupt()
    }

    /// Carries on the motion under way, and prints what log points say on its way.
    mutating func advance(
        budget: Int, logging book: BreakpointBook, for client: Client, to outbox: inout Outbox
    ) -> Progress {
        if activity?.rest == nil, case .stopped(let reason) = session.advance(budget: budget) {
            activity?.rest = reason
        }
        if activity?.rest != nil {
            // Before its first call a run has nothing that a client could show.
            if session.position == 0 { session.perform(.go(to: 1)) }
            // What comes next is shown, and conditions may ask for it.
            _ = session.next(at: session.position)
        }
        guard printLogs(of: book.logPoints, for: client, to: &outbox), let activity, let rest = activity.rest else {
            return .running
        }
        self.activity = nil
        return .stopped(rest, word: activity.word)
    }

    /// Tells what the run came to, where it has just come to its end.
    mutating func tellEnd(to outbox: inout Outbox) {
        guard session.isAtEnd, let ending = session.ending else { return isEndTold = false }
        guard !isEndTold else { return }
        isEndTold = true
        guard ending == .halted else {
            return outbox.say(ending == .recordingCut ? "\(ending)" : "the run \(ending)", .important)
        }
        let verdict = Verdict(ending, of: session)
        // Not every task file says what would be right.
        let isJudged = session.branchCount > 0 || session.problem.answer(for: session.problem.makeWorld()) != nil
        let mark =
            switch verdict.isRight {
            case _ where !isJudged: ""
            case true?: " (correct)"
            case false?: " (not correct, \(verdict.expected.map { "it should be \($0)" } ?? "no output would be"))"
            case nil: ""
            }
        outbox.say("\(verdict.output.isEmpty ? "no output" : verdict.output)\(mark)", .stdout)
    }

    /// Changes a value of the scratchpad as a what-if: the network runs on from there.
    ///
    /// - Returns: The value as it is shown, and what is to be told.
    /// - Throws: ``CellError`` where it cannot stand there, ``SessionError`` in a replay.
    mutating func change(_ name: String, to value: String) throws -> (value: String, told: String) {
        let change = try CellChange("\(name) \(value)", in: session.world)
        try session.edit(change)
        _ = session.next(at: session.position)
        let cell = session.world.cells[change.address.cell]
        let what = session.isAtEnd ? "the run has ended here" : "the run goes on from step \(session.position)"
        return (
            session.world.value(at: change.address).map(cell.text) ?? "blank", "what if \(change.text): \(what)"
        )
    }

    /// Prints what the log points match on the way so far. Returns whether that is all.
    private mutating func printLogs(
        of points: [(point: StopPoint.ID, message: LogMessage, line: Int?)], for client: Client,
        to outbox: inout Outbox
    ) -> Bool {
        guard let activity, activity.logged < .max, !points.isEmpty else { return true }
        guard activity.rest == nil || session.scan(budget: Self.scanShare) else { return false }
        // Whether the last position matches may depend on what comes next.
        let limit = activity.rest == nil ? min(session.position, session.log.count - 1) : session.position
        var reader = session
        for _ in 0..<Self.lineShare {
            guard let logged = self.activity?.logged,
                let position = points.compactMap({ session.match(of: $0.point, after: logged) }).min(),
                position <= limit
            else { return true }
            reader.perform(.go(to: position))
            for point in points where session.match(of: point.point, after: position - 1) == position {
                let line = point.line.map { JSON(client.shown($0)) }
                let place: JSON = .members(["source": line == nil ? nil : source?.json, "line": line])
                outbox.say(point.message.line(at: reader), at: place)
            }
            self.activity?.logged = position
        }
        return false
    }
}
