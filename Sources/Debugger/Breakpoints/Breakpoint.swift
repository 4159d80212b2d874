/// A place to stop.
public struct Breakpoint: Hashable, Identifiable, Sendable {
    /// A number that a person can type; never used twice in a session.
    public typealias ID = Int

    /// Its number.
    public let id: ID
    /// Where it is.
    public let spec: BreakpointSpec
    /// How a person says that.
    public let text: String
    /// Whether it stops anything.
    public var isEnabled = true
    /// How often it has stopped a motion.
    public internal(set) var hitCount = 0
}
