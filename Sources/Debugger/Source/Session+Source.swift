import NPIKit
package import Scratchpads

/// Where a run is in the text of its task's file. Lines are counted from 1.
package struct SourceMarks: Hashable, Sendable {
    /// The file's text.
    package let source: TaskSource
    /// What the file says that the innermost frame does next; nil where no frame is open.
    package var next: Int?
    /// The lines whose calls the other open frames wait for, the innermost first.
    package var waiting: [Int] = []
    /// The line of the frame that is looked at, where that is not the innermost.
    package var selected: Int?
    /// Where the network departs from the file next: the line that has what it does, if one in its program has. Nil where it
    /// does what the file says.
    package var departure: Departure?

    /// What the network does in place of what the file says.
    package struct Departure: Hashable, Sendable {
        /// The line that says that; nil where the frame's program has none.
        package var line: Int?
    }
}

extension Session {
    /// Where the position is in the text of the task's file; nil for a task without one.
    package var sourceMarks: SourceMarks? {
        guard let source = problem.task.source, let expert else { return nil }
        var marks = SourceMarks(source: source)
        let frames = stack()
        guard let top = frames.first else { return marks }
        marks.next = expert.line(program: top.program, arguments: top.arguments, step: top.place, in: world)
        marks.waiting = frames.dropFirst().compactMap { expert.lineDone(program: $0.program, step: $0.place) }
        if selection > 0, frames.indices.contains(selection) {
            let frame = frames[selection]
            marks.selected = expert.lineDone(program: frame.program, step: frame.place)
        }
        if let next = knownNext(at: position), next.judgement == .differs, let decision = next.decision {
            marks.departure = SourceMarks.Departure(line: expert.line(doing: decision, program: top.program))
        }
        return marks
    }
}
