/// How a run ends where its last known event is.
package enum Ending: Hashable, Sendable, CustomStringConvertible {
    /// The top program returned.
    case halted
    /// It made this many events without coming to an end.
    case stepLimit(Int)
    /// It opened this many frames within each other without coming to an end.
    case depthLimit(Int)
    /// The recording breaks off here.
    case recordingCut

    /// One line for the user.
    package var description: String {
        switch self {
        case .halted: "the program has returned"
        case .stepLimit(let limit): "did not halt within \(limit) steps"
        case .depthLimit(let limit): "did not halt within \(limit) nested calls"
        case .recordingCut: "the recording breaks off here"
        }
    }
}
