/// Writes a task file in its one shape: two spaces for each level, one space between words, an empty line above each program, and what
/// is said or noted behind a line in one column. Words, comments and single empty lines stay as they are.
struct TaskPrinter {
    /// How many characters stand before what is said or noted behind a line, where there is room.
    static let noteColumn = 41

    private var lines: [Line] = []

    private struct Line {
        var level: Int
        var code: String
        /// What is said, in the same line.
        var say: String
        var comment: String
        var isProgram = false

        var isBlank: Bool { code.isEmpty && comment.isEmpty }
        var isComment: Bool { code.isEmpty && !comment.isEmpty }

        var text: String {
            var text = String(repeating: " ", count: 2 * level) + code
            for (index, note) in [say, comment].filter({ !$0.isEmpty }).enumerated() where !isComment {
                let gap = index == 0 ? max(TaskPrinter.noteColumn - text.count, 2) : 2
                text += String(repeating: " ", count: gap) + note
            }
            return isComment ? text + comment : text
        }
    }

    /// Reads the lines of a file that ``TaskReader`` can read.
    init(_ source: TaskSource) {
        var indents = [0]
        for (index, text) in source.lines.enumerated() {
            var problems: [TaskFileProblem] = []
            let line = SourceLine(text, number: index + 1, problems: &problems)
            guard let first = line.tokens.first else {
                // Comments may stand anywhere; their level waits for the lines around them.
                lines.append(Line(level: line.indent / 2, code: "", say: "", comment: line.comment))
                continue
            }
            let isSaid = first.text == "say"
            if !isSaid {
                while let last = indents.last, last > line.indent { indents.removeLast() }
                if line.indent > indents.last ?? 0 { indents.append(line.indent) }
            }
            let said = line.tokens.indices.dropFirst().first { line.tokens[$0].isWord("say") } ?? line.tokens.count
            lines.append(
                Line(
                    level: indents.count - (isSaid ? 0 : 1),
                    code: Self.text(line.tokens[..<said], isStatement: line.indent > 0),
                    say: Self.text(line.tokens[said...], isStatement: false), comment: line.comment,
                    isProgram: line.indent == 0 && first.text == "program"))
        }
        placeComments()
    }

    /// Comments keep their level between those of the lines around them.
    private mutating func placeComments() {
        let isCode = lines.map { !$0.code.isEmpty }
        for index in lines.indices where lines[index].isComment {
            let before = isCode[..<index].lastIndex(of: true).map { lines[$0].level } ?? 0
            let after = isCode[index...].firstIndex(of: true).map { lines[$0].level } ?? 0
            lines[index].level = min(max(lines[index].level, min(before, after)), max(before, after))
        }
    }

    /// The file's text.
    var text: String {
        var kept: [Line] = []
        for line in lines where !(line.isBlank && kept.last?.isBlank ?? true) {
            if line.isProgram {
                // Comments directly above a program belong to it.
                let start = (kept.lastIndex { !($0.isComment && $0.level == 0) } ?? -1) + 1
                if start > 0, !kept[start - 1].isBlank {
                    kept.insert(Line(level: 0, code: "", say: "", comment: ""), at: start)
                }
            }
            kept.append(line)
        }
        while kept.last?.isBlank ?? false { kept.removeLast() }
        return kept.map { $0.isBlank ? "\n" : $0.text + "\n" }.joined()
    }

    /// Tokens with the spaces between them.
    private static func text(_ tokens: ArraySlice<SourceLine.Token>, isStatement: Bool) -> String {
        guard let first = tokens.first else { return "" }
        // In names such as add-recursive, and in examples, what stands together is one word.
        let isVerbatim = !isStatement && ["task", "encoder", "uses", "example"].contains(first.text)
        let call = isStatement && !controlWords.contains(first.text) ? 1 : first.text == "program" ? 2 : nil
        var text = ""
        for index in tokens.indices {
            let token = tokens[index]
            if index > tokens.startIndex {
                let before = tokens[index - 1]
                let isGap =
                    isVerbatim
                    ? before.span.column + before.span.length < token.span.column
                    : hasGap(before, token, isCall: index - tokens.startIndex == call)
                if isGap { text += " " }
            }
            text += token.kind == .string ? "\"\(token.text)\"" : token.text
        }
        return text
    }

    private static let controlWords: Set<String> = ["if", "else", "while", "until", "repeat", "let", "say"]

    private static func hasGap(_ left: SourceLine.Token, _ right: SourceLine.Token, isCall: Bool) -> Bool {
        if right.isSign(in: ",", ":", ")", "..") || left.isSign(in: "(", "..") { return false }
        return !(isCall && right.isSign(in: "("))
    }
}

extension SourceLine.Token {
    fileprivate func isWord(_ word: String) -> Bool { kind == .word && text == word }

    fileprivate func isSign(in signs: String...) -> Bool { kind == .sign && signs.contains(text) }
}

extension TaskSource {
    /// The same task in its one shape; comments stay.
    ///
    /// - Throws: ``TaskFileError`` where lines cannot be read.
    package func formatted() throws(TaskFileError) -> String {
        let problems = TaskReader(text).problems
        guard problems.isEmpty else { throw TaskFileError(file: file, problems: problems) }
        return TaskPrinter(self).text
    }
}
