import NPIKit
import Scratchpads

/// Turns a session, and the branches that a person tries, into the lines of a recording, as they become known.
///
///     var recorder = Recorder(session, model: identity)
///     while let lines = recorder.newLines(of: session) { send(lines) }     // again whenever the session has grown
///     send(recorder.endLine(of: session))
///
/// Where a person changes the run, a branch begins in the recording too. A session that was changed without being told by a
/// ``BranchTree`` is another run, and the recording breaks off at what had been written by then.
package struct Recorder: Sendable {
    /// The first line.
    package let header: RecordingHeader

    private var writer: EventLineWriter
    private var hasHeader = false
    /// What has been written, by branch.
    private var written: [Branch.ID: Written]
    /// The branch to which the latest lines belong.
    private var current: Branch.ID = 1

    private struct Written {
        let run: RunIdentity
        var eventCount = 0
        /// Up to which position changes have been written.
        var settled = -1
        /// Whether the last event is the return of the top program.
        var isHalted = false
    }

    /// Prepares to record `session`.
    ///
    /// - Parameter branches: The branches that there are already.
    package init(
        _ session: Session, in branches: BranchTree = BranchTree(), model: ModelIdentity?, seed: Int = 0
    ) {
        header = RecordingHeader(
            task: session.problem.task.name, input: session.problem.input,
            program: session.library[session.program], model: model, seed: max(seed, 0),
            programs: session.library.names,
            attachment: session.problem.attachment)
        writer = EventLineWriter(session.library)
        let first = branches.runs(session)[0].session
        written = [1: Written(run: first.history.identity)]
    }

    /// How many events of the original run have been turned into lines.
    package var eventCount: Int { written[1]?.eventCount ?? 0 }

    /// Whether the session is still a run that is being recorded.
    package func follows(_ session: Session) -> Bool {
        written.values.contains { $0.run === session.history.identity }
    }

    /// The lines of what is not written yet, the header before all, or nil if there is nothing new.
    ///
    /// - Parameters:
    ///   - branches: The branches that were tried, `session` being the present one.
    ///   - limit: For how many events at most.
    package mutating func newLines(
        of session: Session, in branches: BranchTree = BranchTree(), limit: Int = 1_024
    ) -> [UInt8]? {
        var bytes: [UInt8] = []
        if !hasHeader {
            bytes = header.line
            hasHeader = true
        }
        var rest = max(limit, 1)
        for run in branches.runs(session) where rest > 0 {
            if written[run.id] == nil { begin(run, in: branches, at: &bytes) }
            rest -= write(run, limit: rest, to: &bytes)
        }
        return bytes.isEmpty ? nil : bytes
    }

    /// Begins a branch: with the events of its parent up to where it parted, and what was set there.
    private mutating func begin(_ branch: Branch, in branches: BranchTree, at bytes: inout [UInt8]) {
        // A parent that was dropped before the recording began leaves only the start to begin from.
        let parent = branch.parent.flatMap { id in written[id].flatMap { _ in branches[id] } }
        let start = parent == nil ? 0 : branch.start
        let cut = CutLine(id: branch.id, parent: parent?.id ?? 1, position: start, name: branch.name)
        bytes += cut.line
        let inherited = parent?.session.changes(at: start).count ?? 0
        for change in branch.session.changes(at: start).dropFirst(inherited) {
            bytes += RecordedChange.line(change, at: start)
        }
        var begun = Written(run: branch.session.history.identity)
        (begun.eventCount, begun.settled) = (start, start)
        begun.isHalted = start > 0 && branch.session.log.depth(at: start) == 0
        written[branch.id] = begun
        current = branch.id
    }

    /// Writes what is new of one run. Returns how many events that is.
    private mutating func write(_ run: Branch, limit: Int, to bytes: inout [UInt8]) -> Int {
        let session = run.session
        guard var known = written[run.id], known.run === session.history.identity,
            session.log.count > known.eventCount || known.settled < 0
        else { return 0 }
        if current != run.id { bytes += CutLine.continuation(of: run.id) }
        current = run.id
        let world = session.world
        let last = min(session.log.count, known.eventCount + limit)
        let count = last - known.eventCount
        for position in known.eventCount...last {
            if position > known.eventCount {
                writer.write(
                    session.log[position], in: world, expertChance: session.log.expertChance(at: position), to: &bytes)
            }
            if position > known.settled {
                for change in session.changes(at: position) { bytes += RecordedChange.line(change, at: position) }
            }
        }
        (known.eventCount, known.settled) = (last, last)
        known.isHalted = last > 0 && session.log.depth(at: last) == 0
        written[run.id] = known
        return count
    }

    /// The last line, for when all events are written and no more will come; with branches one for each, the present one's last.
    package func endLine(of session: Session, in branches: BranchTree = BranchTree()) -> [UInt8] {
        let runs = branches.runs(session).filter { written[$0.id]?.run === $0.session.history.identity }
        let present = session.history.identity
        let ordered =
            runs.filter { $0.session.history.identity !== present }
            + runs.filter { $0.session.history.identity === present }
        guard follows(session) else {
            let known = written[current]
            return RecordingEnd(isHalted: known?.isHalted ?? false, eventCount: known?.eventCount ?? 0).line
        }
        var bytes: [UInt8] = []
        for run in ordered {
            if ordered.count > 1 || run.id != current { bytes += CutLine.continuation(of: run.id) }
            bytes += RecordingEnd(of: run.session).line
        }
        return bytes
    }
}

extension RecordingEnd {
    /// What is to be said of a run that goes no further.
    init(of session: Session) {
        let world = session.latestWorld
        self.init(
            isHalted: session.log.isHalted, output: session.problem.output(of: world),
            // Of what a person has set the problem does not say what is right.
            isCorrect: session.history.states.edits.isEmpty ? session.problem.isCorrect(world) : nil,
            eventCount: session.log.count)
        bookmarks = Array(session.bookmarks)
        breakpoints = session.stopPoints.breakpoints.map(\.typed)
        watches = session.stopPoints.watches.map(\.typed)
        switch session.ending {
        case .stepLimit(let limit): stepLimit = limit
        case .depthLimit(let limit): depthLimit = limit
        case .halted, .recordingCut, nil: break
        }
    }
}

extension CutLine {
    /// Its line: `{"k":"cut","n":17,"branch":2,"from":1,"say":"step 17: carry[1] = 0"}`.
    fileprivate var line: [UInt8] {
        var line = JSONLine()
        line.raw("{\"k\":\"cut\",\"n\":")
        line.integer(position)
        line.raw(",\"branch\":")
        line.integer(id)
        line.raw(",\"from\":")
        line.integer(parent)
        line.raw(",\"say\":")
        line.string(name)
        line.raw("}")
        line.endLine()
        return line.bytes
    }

    /// The line behind which the branch `id` goes on: `{"k":"branch","branch":1}`.
    fileprivate static func continuation(of id: Branch.ID) -> [UInt8] {
        var line = JSONLine()
        line.raw("{\"k\":\"branch\",\"branch\":")
        line.integer(id)
        line.raw("}")
        line.endLine()
        return line.bytes
    }
}

extension RecordedChange {
    /// The line of a change after so many events.
    fileprivate static func line(_ change: CellChange, at position: Int) -> [UInt8] {
        var line = JSONLine()
        line.raw("{\"k\":\"set\",\"n\":")
        line.integer(position)
        line.raw(",\"change\":")
        line.string(change.text)
        line.raw("}")
        line.endLine()
        return line.bytes
    }
}
