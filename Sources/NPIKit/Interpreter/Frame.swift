/// One open call of a program: what the call stack holds.
public struct Frame: Sendable {
    /// The program that runs.
    public let program: ProgramID
    /// The arguments it was called with.
    public let arguments: Arguments
    /// How many calls and actions it has made.
    public internal(set) var step: Int
    /// Its recurrent state, private to this frame: for the network h and c of layer 0, then h and c of layer 1.
    public internal(set) var state: [Float]
}
