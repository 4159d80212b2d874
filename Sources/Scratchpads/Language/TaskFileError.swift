import Support

/// What is wrong with a task file: everything at once, in the order of its lines.
package struct TaskFileError: Error, Hashable, CustomStringConvertible {
    /// The file's name, for messages.
    package let file: String
    /// What is wrong; not empty.
    package let problems: [TaskFileProblem]

    /// A file that cannot be read at all.
    package init(unreadable file: String, _ reason: String) {
        self.file = file
        problems = [
            TaskFileProblem(
                span: SourceSpan(line: 1, column: 1, length: 1), message: "the file cannot be read: \(reason)",
                line: nil)
        ]
    }

    init(file: String, problems: [TaskFileProblem]) {
        self.file = file
        self.problems = problems
    }

    /// A few lines for each problem: where, what, and the line itself with a mark.
    package var description: String {
        problems.map { $0.text(file: file) }.joined(separator: "\n")
    }
}

/// One thing that is wrong with a task file.
package struct TaskFileProblem: Hashable, Sendable {
    /// Where.
    package let span: SourceSpan
    /// What is wrong, and what would be right.
    package let message: String
    /// The line itself; nil where there is none, such as behind the end.
    package let line: String?

    /// "add.task:12:7: there is no pointer INP3; did you mean INP2?" with the line and a mark below it.
    func text(file: String) -> String {
        let place = "\(file.printable):\(span.line):\(span.column): \(message.printable)"
        guard let line, !line.isEmpty else { return place }
        let shown = String(line.prefix(160)).replacing("\t", with: " ").printable
        let width = max(min(span.length, shown.count - span.column + 1), 1)
        let mark = String(repeating: " ", count: min(span.column - 1, 160)) + String(repeating: "^", count: width)
        return "\(place)\n    \(shown)\n    \(mark)"
    }
}

/// A piece of a line of a task file.
package struct SourceSpan: Hashable, Sendable {
    /// The line, from 1.
    package var line: Int
    /// The first character, from 1.
    package var column: Int
    /// How many characters.
    package var length: Int

    /// From the first character of this one to the last of `other`, in the same line.
    func through(_ other: SourceSpan) -> SourceSpan {
        SourceSpan(line: line, column: column, length: max(other.column + other.length - column, length))
    }
}
