/// A run as the lines of a recording, for a program that reads along.
package struct JSONTrace: Sendable {
    private var recorder: Recorder

    /// Prepares to write `session` from its first event.
    package init(_ session: Session, model: ModelIdentity?, seed: Int = 0) {
        recorder = Recorder(session, model: model, seed: seed)
    }

    /// Writes the header and the known events, as far as they are not written yet.
    package mutating func write(_ session: Session, to stream: inout some TextOutputStream) {
        while let lines = recorder.newLines(of: session) { stream.write(String(decoding: lines, as: UTF8.self)) }
    }

    /// Writes the end line.
    package func finish(_ session: Session, to stream: inout some TextOutputStream) {
        stream.write(String(decoding: recorder.endLine(of: session), as: UTF8.self))
    }
}
