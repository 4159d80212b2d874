import NPIKit

/// Reads pieces one after the other.
struct SpecReader {
    let vocabulary: SpecVocabulary
    private let tokens: [SpecToken]
    private var place = 0
    private var nesting = 0

    init(_ text: String, _ vocabulary: SpecVocabulary) throws(SpecError) {
        tokens = try SpecToken.pieces(of: text)
        self.vocabulary = vocabulary
    }

    /// The piece that comes next.
    var next: SpecToken { tokens[place] }

    /// The piece after that.
    var following: SpecToken { tokens[min(place + 1, tokens.count - 1)] }

    /// Takes the next piece.
    @discardableResult
    mutating func take() -> SpecToken {
        defer { place = min(place + 1, tokens.count - 1) }
        return tokens[place]
    }

    /// Takes the next piece if it is this symbol or word.
    mutating func take(_ text: String) -> Bool {
        guard next.kind == .symbol(text) || next.word == text else { return false }
        take()
        return true
    }

    /// Takes the next piece, which must be this symbol.
    mutating func require(_ symbol: String) throws(SpecError) {
        guard take(symbol) else { throw error("here should be \(symbol), not \(next.text)") }
    }

    /// Takes a number, which must be whole.
    mutating func requireWhole(_ what: String) throws(SpecError) -> Int {
        guard case .number(let value) = next.kind, let whole = Int(exactly: value) else {
            throw error("here should be \(what), a whole number, not \(next.text)")
        }
        take()
        return whole
    }

    /// Takes the name of a program; `others` are what else could stand here, for the error.
    mutating func requireProgram(or others: [String] = []) throws(SpecError) -> ProgramID {
        guard case .name(let name) = next.kind else { throw error("here should be a program, not \(next.text)") }
        guard let program = vocabulary.program(name) else {
            throw error("there is no program \(name)\(vocabulary.meaning(of: name, or: others))")
        }
        take()
        return program
    }

    /// An error at the next piece.
    func error(_ what: String) -> SpecError { SpecError(what, column: next.column) }

    /// Goes one level deeper for the time of `body`: nonsense such as a thousand parentheses must not fill the stack.
    mutating func nested<Result>(
        _ body: (inout SpecReader) throws(SpecError) -> Result
    ) throws(SpecError) -> Result {
        guard nesting < 64 else { throw error("this is nested too deeply") }
        nesting += 1
        let result = try body(&self)
        nesting -= 1
        return result
    }
}
