package import NPIKit

/// A recording that was read: a run without its network, and the branches that a person tried.
package struct Recording: Sendable {
    /// Its first line.
    package internal(set) var header: RecordingHeader
    /// The programs: those of the header, or those seen in the order in which they were seen.
    package internal(set) var library: ProgramLibrary
    /// The run that was looked at last. What the actions changed is not known: that takes the world, which a ``Session`` has.
    package internal(set) var run: RecordedBranch
    /// The other runs; empty where nothing was changed.
    package internal(set) var others: [RecordedBranch] = []
    /// The number of a last line that broke off and was left out.
    package internal(set) var cutLine: Int?

    /// The events of the run that was looked at last.
    package var log: EventLog { run.log }
    /// The last line; nil if it is missing, as after a crash.
    package var end: RecordingEnd? { run.end }

    /// Whether it holds all of the run that it was made from.
    package var isComplete: Bool { end != nil }

    /// The same with `branch` as its only run.
    package func only(_ branch: RecordedBranch) -> Recording {
        Recording(header: header, library: library, run: branch)
    }

    /// All runs, in the order of their numbers.
    package var branches: [RecordedBranch] { ([run] + others).sorted { $0.id < $1.id } }
}
