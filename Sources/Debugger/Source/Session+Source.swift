import NPIKit
package import Scratchpads

/// Where a run is in the text of its task's file. Lines are counted from 1.
package struct SourceMarks: Hashable, Sendable {
    /// The file's lines.
    package let lines: SourceLines
    /// What the file says that the innermost frame does next; nil where no frame is open.
    package var next: Int?
    /// The lines whose calls the other open frames wait for, each once, the innermost frame's first.
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
    /// How many open frames are asked for the lines that they wait on, from the innermost on: recursion may be thousands deep, and
    /// a file has few lines with calls.
    private static var markedFrames: Int { 256 }

    /// Where the position is in the text of the task's file; nil for a task without one.
    package var sourceMarks: SourceMarks? {
        guard let lines = problem.task.sourceLines, let expert else { return nil }
        var marks = SourceMarks(lines: lines)
        let frames = stack(limit: Self.markedFrames)
        guard let top = frames.first else { return marks }
        marks.next = expert.line(program: top.program, arguments: top.arguments, step: top.place, in: world)
        for frame in frames.dropFirst() {
            guard let line = expert.lineDone(program: frame.program, step: frame.place) else { continue }
            if !marks.waiting.contains(line) { marks.waiting.append(line) }
        }
        if selection > 0, let frame = selectedFrame {
            marks.selected = expert.lineDone(program: frame.program, step: frame.place)
        }
        if let next = knownNext(at: position), next.judgement == .differs, let decision = next.decision {
            marks.departure = SourceMarks.Departure(line: expert.line(doing: decision, program: top.program))
        }
        return marks
    }

    /// The place where a breakpoint on line `number` of the task's file stops.
    ///
    /// - Throws: ``SpecError`` where there is no such line, or nothing happens behind it.
    package func linePlace(_ number: Int) throws(SpecError) -> LinePlace {
        try LinePlace(line: number, vocabulary, column: 1)
    }

    /// The breakpoints on each line of the task's file in `range`; those on the calls of a program stand on its heading.
    package func breakpoints(onLines range: ClosedRange<Int>) -> [Int: [StopPoint]] {
        guard let lines = problem.task.sourceLines else { return [:] }
        var found: [Int: [StopPoint]] = [:]
        for breakpoint in stopPoints.breakpoints {
            let line: Int? =
                switch breakpoint.spec?.trigger {
                case .line(let line, _)?: line
                case .call(let program)?: lines.lines(of: library[program])?.lowerBound
                default: nil
                }
            if let line, range.contains(line) { found[line, default: []].append(breakpoint) }
        }
        return found
    }
}
