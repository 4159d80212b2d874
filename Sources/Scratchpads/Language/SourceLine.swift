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
    var tokens: [Token]
    /// The comment at its end, from the # on; empty where there is none.
    let comment: String
    /// The first tab in its indentation.
    private(set) var tab: SourceSpan?
    /// Whether all of it is told by the tokens, perhaps by what was meant; else what is missing in them is a mistake already.
    private(set) var isWhole = true

    /// Behind the last character.
    var end: SourceSpan { SourceSpan(line: number, column: text.count + 1, length: 1) }

    /// Everything between the first token and the last.
    var span: SourceSpan {
        guard let first = tokens.first, let last = tokens.last else { return end }
        return first.span.through(last.span)
    }

    private static let doubleSigns: Set<String> = ["..", "==", "!=", "<=", ">="]
    private static let signs = Set(":,=<>+-*()")

    /// The words in it that may be names.
    var names: [String] {
        tokens.filter { $0.kind == .word && !TokenReader.reserved.contains($0.text) }.map(\.text)
    }

    /// Splits a line. What cannot be read is told in `problems`, and left out where it is not known what was meant.
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
        // Each foreign sign is told once.
        var told: Set<Character> = []
        func report(_ span: SourceSpan, _ message: String) {
            problems.append(TaskFileProblem(span: span, message: message, line: text))
        }
        var indent = 0
        while index < characters.count, characters[index] == " " || characters[index] == "\t" {
            if characters[index] == "\t", tab == nil { tab = span(from: index, to: index + 1) }
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
                    if isWhole { report(span(from: start, to: index), "this text has no closing \"") }
                    isWhole = false
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
                } else if pair == "//" {
                    report(span(from: start, to: start + 2), "// means nothing here; a comment begins with #")
                    break scan
                } else {
                    let sign = ForeignSign(character)
                    if told.insert(character).inserted, isWhole {
                        report(
                            span(from: start, to: start + 1),
                            "\(character.nameInMessages) means nothing here\(sign?.hint ?? "")")
                    }
                    let end =
                        sign?.isQuote == true
                        ? characters[(start + 1)...].firstIndex { ForeignSign($0)?.isQuote == true } : nil
                    if let end {
                        index = end + 1
                        tokens.append(
                            Token(
                                kind: .string, text: String(characters[(start + 1)..<end]),
                                span: span(from: start, to: index)))
                    } else if let meant = sign?.meant {
                        // "&&" is as "&".
                        index += pair == String([character, character]) ? 2 : 1
                        tokens.append(Token(kind: meant.kind, text: meant.text, span: span(from: start, to: index)))
                    } else {
                        isWhole = false
                        index += 1
                    }
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

    /// As it is told: itself, or its number.
    fileprivate var nameInMessages: String {
        if self == "\t" { return "a tab" }
        guard isPrintable, !isWhitespace else {
            return "the character U+\(String(unicodeScalars.first?.value ?? 0, radix: 16, uppercase: true))"
        }
        return String(self)
    }
}
