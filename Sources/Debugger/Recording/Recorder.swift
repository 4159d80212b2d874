import NPIKit
import Scratchpads

/// Turns a session into the lines of a recording, as far as it is known, as it becomes known.
///
///     var recorder = Recorder(session, model: identity)
///     while let lines = recorder.newLines(of: session) { send(lines) }     // again whenever the session has grown
///     send(recorder.endLine(of: session))
///
/// A recording holds one run. Where a person changed the run, the recording breaks off at what had been
/// written by then.
package struct Recorder: Sendable {
    /// The first line.
    package let header: RecordingHeader
    /// How many events have been turned into lines.
    package private(set) var eventCount = 0
    /// Whether the last of them is the return of the top program.
    private var isHalted = false

    private var writer: EventLineWriter
    private var hasHeader = false
    private let run: RunIdentity

    /// Prepares to record `session`.
    package init(_ session: Session, model: ModelIdentity?, seed: Int = 0) {
        header = RecordingHeader(
            task: session.problem.task.name, input: session.problem.input,
            program: session.library[session.program], model: model, seed: max(seed, 0),
            programs: session.library.names,
            attachment: session.problem.attachment)
        writer = EventLineWriter(session.library)
        run = session.history.identity
    }

    /// Whether the session is still the run that is being recorded.
    package func follows(_ session: Session) -> Bool {
        session.history.identity === run
    }

    /// The lines of what is not written yet, the header before all, or nil if there is nothing new.
    ///
    /// - Parameter limit: For how many events at most.
    package mutating func newLines(of session: Session, limit: Int = 1_024) -> [UInt8]? {
        var bytes: [UInt8] = []
        if !hasHeader {
            bytes = header.line
            hasHeader = true
        }
        if follows(session), session.log.count > eventCount {
            let world = session.world
            let last = min(session.log.count, eventCount + max(limit, 1))
            for number in eventCount + 1...last {
                writer.write(
                    session.log[number], in: world, expertChance: session.log.expertChance(at: number), to: &bytes)
            }
            eventCount = last
            isHalted = session.log.depth(at: last) == 0
        }
        return bytes.isEmpty ? nil : bytes
    }

    /// The last line, for when all events are written and no more will come.
    package func endLine(of session: Session) -> [UInt8] {
        guard follows(session) else { return RecordingEnd(isHalted: isHalted, eventCount: eventCount).line }
        let world = session.latestWorld
        var end = RecordingEnd(
            isHalted: session.log.isHalted, output: session.problem.output(of: world),
            isCorrect: session.problem.isCorrect(world), eventCount: session.log.count)
        end.bookmarks = Array(session.bookmarks)
        end.breakpoints = session.stopPoints.breakpoints.map(\.typed)
        end.watches = session.stopPoints.watches.map(\.typed)
        switch session.ending {
        case .stepLimit(let limit): end.stepLimit = limit
        case .depthLimit(let limit): end.depthLimit = limit
        case .halted, .recordingCut, nil: break
        }
        return end.line
    }
}
