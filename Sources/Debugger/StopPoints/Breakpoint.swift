/// A place to stop.
package struct Breakpoint: Hashable, Identifiable, Sendable {
    /// A number that a person can type; never used twice in a session.
    package typealias ID = Int

    /// Its number.
    package let id: ID
    /// Where it is.
    package let spec: BreakpointSpec
    /// How a person says that.
    package let text: String
    /// Whether it stops anything.
    package var isEnabled = true
    /// How often it has stopped a motion.
    package internal(set) var hitCount = 0
}
