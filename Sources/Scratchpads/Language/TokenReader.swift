import Support

/// Reads the tokens of one line from left to right.
struct TokenReader {
    private(set) var line: SourceLine
    private(set) var index = 0
    /// Mistakes behind which the line could be read on.
    private(set) var mistakes: [LineError] = []
    /// Whether the first word is one that was probably meant.
    private(set) var isGuess = false
    /// Whether a part of the line behind its first word could not be read.
    private(set) var hasSkipped = false
    /// Names that stand in what was passed over.
    private(set) var skippedNames: Set<String> = []

    init(_ line: SourceLine) { self.line = line }

    var next: SourceLine.Token? { index < line.tokens.count ? line.tokens[index] : nil }
    var isAtEnd: Bool { index >= line.tokens.count }

    /// Where the next token stands, or the end of the line.
    var place: SourceSpan { next?.span ?? line.end }

    mutating func advance() -> SourceLine.Token? {
        defer { if index < line.tokens.count { index += 1 } }
        return next
    }

    /// Takes the next token if it is this word or sign.
    mutating func take(_ text: String) -> Bool {
        guard let next, next.kind != .string, next.text == text else { return false }
        index += 1
        return true
    }

    /// Whether these words come next, one after the other.
    func startsWith(_ words: String...) -> Bool {
        zip(words.indices, words).allSatisfy { offset, word in
            let place = index + offset
            return place < line.tokens.count && line.tokens[place].kind != .string && line.tokens[place].text == word
        }
    }

    /// Takes this word or sign.
    mutating func expect(_ text: String, _ use: String) throws(LineError) {
        guard take(text) else { throw error("\"\(text)\" is missing here: \(use)") }
    }

    /// Makes a part of the line; where that is not possible, keeps the mistake and passes over what comes before one of `signs`.
    @discardableResult
    mutating func attempt<Result>(
        skippingTo signs: String..., make: (inout TokenReader) throws(LineError) -> Result
    ) -> Result? {
        do throws(LineError) {
            return try make(&self)
        } catch {
            note(error)
            skip(to: signs)
            return nil
        }
    }

    /// Keeps a mistake. Of two at one place the second follows from the first, and behind a guess all may.
    mutating func note(_ mistake: LineError) {
        if mistake.span.column > line.tokens[0].span.column { hasSkipped = true }
        guard !isGuess, mistakes.last?.span.column != mistake.span.column else { return }
        mistakes.append(mistake)
    }

    /// Passes over all tokens up to one of `signs`, or all.
    mutating func skip(to signs: [String] = []) {
        while let token = next, token.kind == .string || !signs.contains(token.text) {
            if token.kind == .word { skippedNames.insert(token.text) }
            index += 1
        }
    }

    /// Keeps a mistake in the first word, and reads the line as though `words` stood in the place of the first `count` tokens.
    mutating func guess(_ words: String..., insteadOf count: Int = 1, for mistake: LineError) {
        note(mistake)
        isGuess = true
        let first = line.tokens[0]
        line.tokens.replaceSubrange(
            0..<count, with: words.map { SourceLine.Token(kind: .word, text: $0, span: first.span) })
    }

    /// Takes a name.
    mutating func name(_ what: String) throws(LineError) -> TaskSyntax.Name {
        guard let next, next.kind == .word else { throw error("\(what) is missing here") }
        if Self.reserved.contains(next.text) {
            throw error("\"\(next.text)\" is a word of the language and cannot be \(what)")
        }
        index += 1
        return TaskSyntax.Name(text: next.text, span: next.span)
    }

    /// Takes a number.
    mutating func number(_ what: String) throws(LineError) -> Int {
        guard let next, next.kind == .number else { throw error("\(what) is missing here: a whole number") }
        guard let number = Int(next.text), number <= 1 << 30 else { throw error("\(next.text) is too large") }
        index += 1
        return number
    }

    /// Takes a text in quotes.
    mutating func string(_ what: String) throws(LineError) -> String {
        guard let next, next.kind == .string else { throw error("\(what) is missing here: a text in double quotes") }
        index += 1
        return next.text
    }

    /// Nothing may follow.
    func expectEnd(_ use: String) throws(LineError) {
        guard let next else { return }
        throw error("\"\(next.text)\" cannot stand here; \(use)")
    }

    func error(_ message: String) -> LineError { LineError(span: place, message: message) }

    /// Words that cannot be names.
    static let reserved = Set(TaskReader.headerWords).union([
        "let", "if", "else", "while", "until", "repeat", "return", "move", "write", "swap", "copy", "say", "and", "or",
        "not", "is", "at", "on", "as", "of", "to", "blank", "mod", "div", "left", "right", "start", "end", "when",
    ])
}
