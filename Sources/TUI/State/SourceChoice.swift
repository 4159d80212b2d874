import Debugger
import Scratchpads

/// What a person has chosen in the text of the task.
package struct SourceChoice: Hashable, Sendable {
    /// The line that is chosen, from 1; nil follows the line that is carried out.
    package var cursor: Int?
    /// Whether the text is shown because a tour's stop shows it.
    var isOpenedByTour = false

    /// The line on which a key acts: the chosen one, or the one that matters in the selected frame.
    func line(in marks: SourceMarks) -> Int {
        min(max(cursor ?? marks.selected ?? marks.next ?? 1, 1), max(marks.lines.count, 1))
    }

    /// Chooses the line so many lines below.
    mutating func move(by offset: Int, in marks: SourceMarks) {
        cursor = min(max(line(in: marks) + offset, 1), max(marks.lines.count, 1))
    }
}
