import Support

/// A line of a task file as tokens, and its comment.
struct SourceLine {
    /// What stands in a line.
    struct Token: Hashable {
        enum Kind: Hashable {
            /// A name or a word of the language.
            case word
            /// A whole number without a sign.
            case number
            /// A text in double quotes; `text` is what stands between them.
            case string
            /// A sign, such as `:` or `<=`.
            case sign
        }

        var kind: Kind
        var text: String
        var span: SourceSpan
    }

    /// The line's number, from 1.
    let number: Int
    /// The line as it stands in the file.
    let text: String
    /// How many spaces it begins with.
    let indent: Int
    let tokens: [Token]
    /// The comment at its end, from the # on; empty where there is none.
    let comment: String

    /// Behind the last character.
    var end: SourceSpan { SourceSpan(line: number, column: text.count + 1, length: 1) }

    /// Everything between the first token and the last.
    var span: SourceSpan {
        guard let first = tokens.first, let last = tokens.last else { return end }
        return first.span.through(last.span)
    }

    private static let doubleSigns: Set<String> = ["..", "==", "!=", "<=", ">="]
    private static let signs = Set(":,=<>+-*()")
    /// What is written in place of signs that other languages have.
    private static let hints: [Character: String] = [
        "/": "; a quotient is written A div B", "%": "; a remainder is written A mod B",
        "!": "; it is written not or !=",
        "&": "; it is written and", "|": "; it is written or", "'": "; texts and symbols stand in double quotes",
        ";": "; each statement stands on a line of its own",
    ]

    /// Splits a line. What cannot be read is left out and told in `problems`.
    init(_ text: String, number: Int, problems: inout [TaskFileProblem]) {
        self.number = number
        self.text = text
        let characters = Array(text)
        var tokens: [Token] = []
        var comment = ""
        var index = 0
        func span(from start: Int, to end: Int) -> SourceSpan {
            SourceSpan(line: number, column: start + 1, length: max(end - start, 1))
        }
        var indent = 0
        while index < characters.count, characters[index] == " " || characters[index] == "\t" {
            if characters[index] == "\t" {
                problems.append(
                    TaskFileProblem(
                        span: span(from: index, to: index + 1),
                        message: "a tab stands here; indent with spaces, two for each level", line: text))
            }
            indent += characters[index] == "\t" ? 2 : 1
            index += 1
        }
        self.indent = indent
        scan: while index < characters.count {
            let start = index
            let character = characters[index]
            switch character {
            case " ":
                index += 1
                continue
            case "#":
                comment = String(characters[index...]).trimming(where: \.isWhitespace)
                break scan
            case "\"":
                index += 1
                var content = ""
                while index < characters.count, characters[index] != "\"" {
                    content.append(characters[index])
                    index += 1
                }
                guard index < characters.count else {
                    problems.append(
                        TaskFileProblem(
                            span: span(from: start, to: index), message: "this text has no closing \"", line: text))
                    break scan
                }
                index += 1
                tokens.append(Token(kind: .string, text: content, span: span(from: start, to: index)))
            case _ where character.isWordStart:
                while index < characters.count, characters[index].isWordPart { index += 1 }
                tokens.append(
                    Token(kind: .word, text: String(characters[start..<index]), span: span(from: start, to: index)))
            case _ where character.isASCIIDigit:
                while index < characters.count, characters[index].isASCIIDigit { index += 1 }
                tokens.append(
                    Token(kind: .number, text: String(characters[start..<index]), span: span(from: start, to: index)))
            default:
                let pair = String(characters[start..<min(start + 2, characters.count)])
                if Self.doubleSigns.contains(pair) {
                    index += 2
                } else if Self.signs.contains(character) {
                    index += 1
                } else {
                    let message =
                        character == "\t"
                        ? "a tab stands here; indent with spaces, two for each level"
                        : "\(character.isUnprintableSign ? "a character that cannot be shown" : "\(character)") means nothing here\(Self.hints[character] ?? "")"
                    problems.append(
                        TaskFileProblem(span: span(from: start, to: start + 1), message: message, line: text))
                    index += 1
                    continue
                }
                tokens.append(
                    Token(kind: .sign, text: String(characters[start..<index]), span: span(from: start, to: index)))
            }
        }
        self.tokens = tokens
        self.comment = comment
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
    fileprivate var isWordStart: Bool { isASCII && isLetter || self == "_" }
    fileprivate var isWordPart: Bool { isWordStart || isASCIIDigit }
    fileprivate var isUnprintableSign: Bool { unicodeScalars.contains { $0.value < 32 || $0.value > 126 } }
}
