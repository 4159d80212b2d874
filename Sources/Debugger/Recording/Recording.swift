package import NPIKit

/// A recording that was read: a run without its network.
package struct Recording: Sendable {
    /// Its first line.
    package internal(set) var header: RecordingHeader
    /// The programs: those of the header, or those seen in the order in which they were seen.
    package internal(set) var library: ProgramLibrary
    /// The events. What the actions changed is not known: that takes the world, which a ``Session`` has.
    package internal(set) var log: EventLog
    /// Its last line; nil if it is missing, as after a crash.
    package internal(set) var end: RecordingEnd?
    /// The number of a last line that broke off and was left out.
    package internal(set) var cutLine: Int?

    /// Whether it holds all of the run that it was made from.
    package var isComplete: Bool { end != nil }
}
