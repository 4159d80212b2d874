public import NPIKit

/// A place to stop.
///
/// The trigger names the events that it may stop at, cheaply, so that whole stretches without one are jumped over. What
/// further narrows a breakpoint down is asked only at those.
public struct Breakpoint: Hashable, Identifiable, Sendable {
    /// A number that a person can type; never used twice in a session.
    public typealias ID = Int

    /// Which events it is about.
    public enum Trigger: Hashable, Sendable {
        /// Every call of a program. The run stops when the frame is open and has done nothing yet.
        case call(ProgramID)
    }

    /// Its number.
    public let id: ID
    /// Which events it is about.
    public let trigger: Trigger
    /// Whether it stops anything.
    public var isEnabled = true
    /// How often it has stopped a motion.
    public internal(set) var hitCount = 0
}

extension Breakpoint.Trigger {
    /// The events in `log` that it is about.
    func events(in log: EventLog) -> EventIndex {
        switch self {
        case .call(let program): log.calls(of: program)
        }
    }
}
