/// One of the runs of a recording: the original run, or a branch that began where a person changed something.
package struct RecordedBranch: Sendable {
    /// Its number; 1 is the original run.
    package var id: Branch.ID
    /// The branch from which it branched off; nil for the original run.
    package var parent: Branch.ID?
    /// Up to which step it has the events of its parent.
    package var start = 0
    /// What was changed, and where.
    package var name = "original run"
    /// Its events, those of its parent before it among them.
    package internal(set) var log: EventLog
    /// What a person has set on the way, in order.
    package var changes: [RecordedChange] = []
    /// Its end line; nil if it is missing.
    package var end: RecordingEnd?
}

/// A change that a person made, as a line tells it:
///
///     {"k":"set","n":17,"change":"carry[1] = 0"}
package struct RecordedChange: Hashable, Sendable {
    /// After how many events it was made.
    package var position: Int
    /// The change, as it is typed after `:set`.
    package var text: String
    /// The line of the recording, for messages.
    package var line: Int
}
