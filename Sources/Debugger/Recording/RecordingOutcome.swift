/// What became of a recording, for whoever tells it when the debugger is left.
package enum RecordingOutcome: Hashable, Sendable {
    /// It is whole, at this path.
    case kept(String)
    /// It is not, or not there; the error says where the rest is.
    case failed(RecordingError)
}
