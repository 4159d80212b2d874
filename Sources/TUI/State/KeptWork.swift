import Debugger
import Scratchpads

/// What a person has set up on a run, to be kept from one time to the next: breakpoints, watches, bookmarks, branches, and where
/// they were.
package struct KeptWork: Codable, Hashable, Sendable {
    /// A step with a note.
    package struct Note: Codable, Hashable, Sendable {
        /// The step.
        package var step: Int
        /// The note; may be empty.
        package var text: String
    }

    /// A branch, by what made it.
    package struct Change: Codable, Hashable, Sendable {
        /// The branch's number when it was kept.
        package var id: Int
        /// That of the branch from which it branched off.
        package var parent: Int
        /// The step at which it did.
        package var step: Int
        /// The command that made it.
        package var command: String
    }

    /// The breakpoints, as they are typed.
    package var breakpoints: [String] = []
    /// The watches, as they are typed.
    package var watches: [String] = []
    /// The bookmarks.
    package var bookmarks: [Note] = []
    /// The branches other than the original run.
    package var changes: [Change] = []
    /// The branch that was looked at.
    package var branch = 1
    /// The step that was looked at.
    package var position = 0

    /// What was set up in `state`, other than the breakpoints `given` on the command line.
    package init(_ state: AppState, given: [String] = []) {
        breakpoints = state.session.stopPoints.breakpoints.map(\.typed).filter { !given.contains($0) }
        watches = state.session.stopPoints.watches.map(\.typed)
        bookmarks = state.session.bookmarks.map { Note(step: $0.step, text: $0.note) }
        changes = state.branches.all.compactMap { branch in
            guard let parent = branch.parent, let command = branch.command else { return nil }
            return Change(id: branch.id, parent: parent, step: branch.start, command: command)
        }
        branch = state.branches.current
        position = state.session.position
    }

    /// The same with what `older` has besides, which nobody has taken back.
    package func merged(with older: KeptWork) -> KeptWork {
        var all = self
        all.breakpoints += older.breakpoints.filter { !breakpoints.contains($0) }
        all.watches += older.watches.filter { !watches.contains($0) }
        all.bookmarks += older.bookmarks.filter { note in !bookmarks.contains { $0.step == note.step } }
        // Branches have numbers of their own.
        if changes.isEmpty { (all.changes, all.branch) = (older.changes, older.branch) }
        return all
    }

    /// Whether there is nothing worth keeping.
    package var isEmpty: Bool { breakpoints.isEmpty && watches.isEmpty && bookmarks.isEmpty && changes.isEmpty }

    /// Whether it is the same but for the place that is looked at.
    package func isSame(as other: KeptWork) -> Bool {
        var other = other
        (other.position, other.branch) = (position, branch)
        return self == other
    }

    /// What there is, such as "2 breakpoints, 1 bookmark".
    package var summary: String {
        let parts = [
            (breakpoints.count, "breakpoint", "breakpoints"), (watches.count, "watch", "watches"),
            (bookmarks.count, "bookmark", "bookmarks"), (changes.count, "branch", "branches"),
        ]
        return parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }.joined(separator: ", ")
    }
}
