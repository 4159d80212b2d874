/// A piece of a breakpoint or an expression as a person writes it.
struct SpecToken: Hashable {
    enum Kind: Hashable {
        case number(Double)
        case name(String)
        /// A symbol of a row, in quotes.
        case quoted(String)
        case symbol(String)
        case end
    }

    var kind: Kind
    /// The column of its first character, from 1.
    var column: Int

    /// How messages call it.
    var text: String {
        switch kind {
        case .number(let value): value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
        case .name(let text), .symbol(let text): text
        case .quoted(let text): "'\(text)'"
        case .end: "the end"
        }
    }

    /// The name in lower case, if it is one.
    var word: String? {
        if case .name(let text) = kind { text.lowercased() } else { nil }
    }

    private static let symbols = [
        "==", "!=", "<=", ">=", "..", "&&", "||", "<", ">", "=", "(", ")", "[", "]", "+", "-", "*", "!",
    ]

    /// What a symbol of a row stands between, either of them on both sides.
    static let quotes: Set<Character> = ["'", "\""]

    /// Words with a hyphen, which anywhere else is a minus.
    private static let hyphenated = ["low-confidence"]

    private static func isWord(_ word: String, at place: Int, of characters: [Character]) -> Bool {
        let rest = characters[place...]
        guard rest.count >= word.count, String(rest.prefix(word.count)).lowercased() == word else { return false }
        return !(rest.dropFirst(word.count).first?.isNamePart ?? false)
    }

    /// Cuts `text` into pieces; the last one is the end.
    ///
    /// - Throws: ``SpecError`` at a character that has no meaning here.
    static func pieces(of text: String) throws(SpecError) -> [SpecToken] {
        let characters = Array(text)
        var tokens: [SpecToken] = []
        var place = 0
        while place < characters.count {
            let start = place
            let character = characters[place]
            if character.isWhitespace {
                place += 1
            } else if let word = hyphenated.first(where: { isWord($0, at: place, of: characters) }) {
                place += word.count
                tokens.append(SpecToken(kind: .name(String(characters[start..<place])), column: start + 1))
            } else if character.isNameStart {
                while place < characters.count, characters[place].isNamePart { place += 1 }
                tokens.append(SpecToken(kind: .name(String(characters[start..<place])), column: start + 1))
            } else if character.isDigit {
                place = endOfNumber(characters, from: place)
                guard let value = Double(String(characters[start..<place])), value.isFinite else {
                    throw SpecError("this is no number", column: start + 1)
                }
                tokens.append(SpecToken(kind: .number(value), column: start + 1))
            } else if quotes.contains(character) {
                guard let end = characters[(place + 1)...].firstIndex(of: character) else {
                    throw SpecError("this quote is not closed", column: start + 1)
                }
                place = end + 1
                tokens.append(SpecToken(kind: .quoted(String(characters[start + 1..<end])), column: start + 1))
            } else if let symbol = symbols.first(where: { characters[place...].starts(with: $0) }) {
                place += symbol.count
                tokens.append(SpecToken(kind: .symbol(symbol), column: start + 1))
            } else {
                throw SpecError("\(character) has no meaning here", column: start + 1)
            }
        }
        return tokens + [SpecToken(kind: .end, column: characters.count + 1)]
    }

    /// Digits, and a point that is not the first of two.
    private static func endOfNumber(_ characters: [Character], from start: Int) -> Int {
        var place = start
        func isDigit(_ place: Int) -> Bool { place < characters.count && characters[place].isDigit }
        while isDigit(place) { place += 1 }
        if place < characters.count, characters[place] == ".", isDigit(place + 1) {
            place += 1
            while isDigit(place) { place += 1 }
        }
        return place
    }
}

extension Character {
    fileprivate var isDigit: Bool { isASCII && isNumber }
    fileprivate var isNameStart: Bool { isASCII && (isLetter || self == "_") }
    fileprivate var isNamePart: Bool { isNameStart || isDigit }
}
