/// A step that a person wants to find again, and why.
package struct Bookmark: Hashable, Sendable {
    /// The step.
    package var step: Int
    /// Why; may be empty.
    package var note: String

    /// Makes a bookmark.
    package init(step: Int, note: String) {
        self.step = step
        self.note = note
    }
}

/// The bookmarks of a session, in the order of their steps; at most one at each.
package struct Bookmarks: RandomAccessCollection, Hashable, Sendable {
    private var all: [Bookmark] = []

    /// Where the first one stands.
    package var startIndex: Int { 0 }
    /// How many there are.
    package var endIndex: Int { all.count }
    /// The bookmark at `index`.
    package subscript(index: Int) -> Bookmark { all[index] }

    /// The note at `step`; nil where there is no bookmark.
    package func note(at step: Int) -> String? { all.first { $0.step == step }?.note }

    /// Sets a bookmark at `step`, or changes its note.
    package mutating func set(_ note: String, at step: Int) {
        remove(at: step)
        all.insert(Bookmark(step: step, note: note), at: all.firstIndex { $0.step > step } ?? all.count)
    }

    /// Removes the bookmark at `step`, if there is one.
    package mutating func remove(at step: Int) {
        all.removeAll { $0.step == step }
    }

    /// Removes those after `step`.
    mutating func cut(after step: Int) {
        all.removeAll { $0.step > step }
    }
}
