/// What a frame does next, chosen by the network or by an expert.
public enum Decision: Hashable, Sendable {
    /// Call a program.
    case call(ProgramID, Arguments)
    /// Let the environment perform an action (the program ACT).
    case act(Arguments)
    /// Return to the caller.
    case end
}
