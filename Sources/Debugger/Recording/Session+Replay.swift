import NPIKit
package import Scratchpads

extension Session {
    /// Replays a recording, without a network.
    ///
    /// The actions are performed once from the start to the end, which tells what each changed.
    ///
    /// - Throws: ``RecordingError`` if the recording is of a task or an input that this version does not know.
    package init(replaying recording: consuming Recording) throws(RecordingError) {
        let problem = try Self.problem(of: recording.header)
        var library = recording.library
        // The expert can only speak of a run if it knows all of its programs, also those that were never called.
        for name in problem.task.programNames where library.program(named: name) == nil {
            _ = try? library.append(name)
        }
        guard let program = library.program(named: recording.header.program) else {
            throw RecordingError(.problem("its library lacks \(recording.header.program)"))
        }
        // Moved out, not copied: the events are changed below, and there may be a million.
        var log = EventLog(programCount: 0)
        swap(&log, &recording.run.log)
        log.growPrograms(to: library.count)
        var changes = recording.run.changes[...]
        let start = problem.makeWorld()
        var line = StateHistory(start)
        var world = start
        let expert = try? problem.makeExpert(library)
        // Programs with branches are followed, to know where in them each frame was.
        let guide = problem.task.source == nil ? nil : expert
        for number in 0..<log.count + 1 {
            while let change = changes.first, change.position == number {
                line.edit(try change.read(in: world), at: number, in: &world)
                changes.removeFirst()
            }
            line.offerCheckpoint(world, at: number)
            guard number < log.count else { continue }
            if let guide { log.followPlace(of: number + 1, by: guide, in: world) }
            guard log.events[number].kind == .act else { continue }
            let arguments = log.events[number].arguments
            let effect = world.perform(arguments)
            log.setEffect(effect, of: number + 1, highlight: world.mark(of: arguments, effect))
        }
        self.init(
            problem: problem, library: library, program: program,
            arguments: log.count > 0 ? log[1].arguments : problem.arguments,
            history: RunHistory(
                log, line, ending: log.isHalted ? .halted : recording.ending, judgedBy: expert,
                changeCount: recording.run.changes.count + log.forced.count),
            notices: (problem.remark.map { [$0] } ?? [])
                + recording.notices(eventCount: log.count, output: problem.output(of: world)))
        if let end = recording.end { adopt(end) }
    }

    /// Sets the bookmarks and stop points that a recording holds; what this version does not understand is left out.
    private mutating func adopt(_ end: RecordingEnd) {
        for bookmark in end.bookmarks where bookmark.step <= log.count {
            bookmarks.set(bookmark.note, at: bookmark.step)
        }
        for text in end.breakpoints { _ = try? addBreakpoint(text) }
        for text in end.watches { _ = try? addWatch(text) }
    }

    /// The problem that a recording is of.
    ///
    /// - Parameter isExact: Whether what the input names has to be there even where an old recording has no digest of it.
    package static func problem(of header: RecordingHeader, isExact: Bool = false) throws(RecordingError) -> Problem {
        let held = TaskDefinition(named: header.task, recordedAs: header.attachment)
        guard let task = held ?? TaskCatalog.task(named: header.task) else {
            let known = TaskCatalog.names
            throw RecordingError(.problem("this program knows no task \(header.task.prefix(40)); it knows \(known)"))
        }
        do throws(ProblemError) {
            guard header.attachment != nil || !isExact else { return try Problem(task: task, input: header.input) }
            return try Problem(task: task, input: header.input, recorded: header.attachment)
        } catch {
            throw RecordingError(.problem(error.description))
        }
    }
}

extension RecordedChange {
    /// The change, of the world as it is there.
    ///
    /// - Throws: ``RecordingError`` if it cannot be made.
    func read(in world: AnyScratchpad) throws(RecordingError) -> CellChange {
        do throws(CellError) {
            return try CellChange(text, in: world)
        } catch {
            throw RecordingError(.impossible("the change cannot be made: \(error)"), line: line)
        }
    }
}

extension EventLog {
    /// Finds where the expert sees the deciding frame after event `number`, `world` being as it was before.
    fileprivate mutating func followPlace(of number: Int, by expert: TaskExpert, in world: AnyScratchpad) {
        let frame = Int(events[number - 1].frame)
        guard frame > 0 else { return }
        let call = events[frame - 1]
        setPlace(
            expert.step(
                after: place(at: number - 1), program: ProgramID(rawValue: Int(call.program)),
                arguments: call.arguments, in: world), of: number)
    }
}

extension Recording {
    /// How the run ends if it has not halted.
    fileprivate var ending: Ending {
        if let limit = end?.stepLimit { return .stepLimit(limit) }
        if let limit = end?.depthLimit { return .depthLimit(limit) }
        return .recordingCut
    }

    /// What a person should know, `output` being what the replay came to.
    fileprivate func notices(eventCount: Int, output: String) -> [String] {
        var notices: [String] = []
        if let cutLine { notices.append("line \(cutLine) of the recording breaks off and was left out") }
        if end == nil { notices.append("the recording has no end line: it stops after \(eventCount) events") }
        if let recorded = end?.output, recorded != output {
            notices.append("the recorded output differs from that of the replay: the recording was changed")
        }
        return notices
    }
}
