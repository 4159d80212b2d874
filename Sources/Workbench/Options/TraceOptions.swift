import ArgumentParser
import Debugger
import Scratchpads
import Support

/// What is written of a run where no screen is opened.
struct TraceOptions: ParsableArguments {
    @Flag(help: "Print one line per call, indented (the default when standard output is not a terminal).")
    var plain = false

    @Flag(help: "Print one JSON object per line, as in a recording.")
    var json = false

    @Flag(help: "With --plain: explain each line in plain words.")
    var narrate = false

    func validate() throws {
        if plain, json { throw ValidationError("--plain and --json exclude each other") }
        if narrate, json { throw ValidationError("--narrate goes with --plain, not with --json") }
    }

    /// Whether a screen is wanted.
    var opensScreen: Bool { !plain && !json && !narrate && ScreenOptions.isTerminal }

    /// Writes the run as it becomes known, to its end.
    ///
    /// - Parameters:
    ///   - session: The run.
    ///   - model: Its network.
    ///   - isRecorded: Whether it is wanted to its end even where standard output cannot be written.
    ///   - afterEach: Called whenever more is known of it.
    /// - Throws: ``OutputFailure`` if standard output cannot be written.
    func write(
        _ session: inout Session, model: ModelIdentity?, isRecorded: Bool = false,
        afterEach: (Session) -> Void = { _ in }
    ) throws {
        var output = StandardOutput()
        var jsonTrace = JSONTrace(session, model: model)
        var plainTrace = PlainTrace(session, isNarrated: narrate)
        repeat {
            session.extend(events: 256)
            afterEach(session)
            if json {
                jsonTrace.write(session, to: &output)
            } else {
                plainTrace.write(session, to: &output)
            }
        } while session.ending == nil && (output.isWritable || isRecorded)
        if json {
            jsonTrace.finish(session, to: &output)
        } else {
            if let verdict = Self.verdict(of: session) { output.writeLine(verdict) }
        }
        try output.flush()
    }

    private static func verdict(of session: Session) -> String? {
        guard session.ending == .halted else { return nil }
        let world = session.latestWorld
        let output = session.problem.output(of: world)
        let expected = session.problem.expectedOutput
        let wrong = expected.isEmpty ? "not correct, no output would be" : "not correct, it should be \(expected)"
        let mark = session.problem.isCorrect(world) ? "correct" : wrong
        return "\(output.isEmpty ? "no output" : output) (\(mark))"
    }
}
