/// A step that a person wants to find again, and why.
package struct Bookmark: Hashable, Sendable {
    /// The step.
    package var step: Int
    /// Why; may be empty.
    package var note: String
}

extension Session {
    /// The bookmarks, in the order of their steps.
    package var bookmarks: [Bookmark] {
        bookmarkNotes.map { Bookmark(step: $0.key, note: $0.value) }.sorted { $0.step < $1.step }
    }

    /// The note at `step`; nil where there is no bookmark.
    package func bookmarkNote(at step: Int) -> String? { bookmarkNotes[step] }

    /// Sets a bookmark at the position, or changes its note.
    package mutating func setBookmark(_ note: String) {
        bookmarkNotes[position] = note
    }

    /// Removes the bookmark at `step`, if there is one.
    package mutating func removeBookmark(at step: Int) {
        bookmarkNotes[step] = nil
    }

    /// The position before the step of which the network was least sure, and how sure it was; nil if it was never in
    /// doubt, as far as is known.
    package var leastConfident: (position: Int, confidence: Probability)? {
        var least: (position: Int, confidence: Probability)?
        for index in 0..<log.lowConfidence.count {
            let position = log.lowConfidence[index]
            let next = log.events[position]
            let confidence = next.prediction.confidence(of: next.kind)
            if least.map({ confidence < $0.confidence }) ?? true { least = (position, confidence) }
        }
        return least
    }
}
