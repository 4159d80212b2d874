/// The names of types in a Swift file: those that it declares at its top level, and all that it names.
struct SwiftWords {
    private(set) var declared: Set<String> = []
    private(set) var named: Set<String> = []

    private static let declarations: Set = ["struct", "enum", "class", "protocol", "actor", "typealias"]

    init(_ text: String) {
        let words = Self.words(of: text)
        var depth = 0
        var isPrivate = false
        for (place, word) in words.enumerated() {
            switch word {
            case "{", "(": depth += 1
            case "}", ")":
                depth -= 1
                isPrivate = false
            case "private", "fileprivate": if depth == 0 { isPrivate = true }
            case _ where Self.declarations.contains(word):
                guard depth == 0, place + 1 < words.count else { break }
                if !isPrivate { declared.insert(words[place + 1]) }
                isPrivate = false
            case "extension", "func", "let", "var": if depth == 0 { isPrivate = false }
            default:
                // A name behind a point is nested in the type before it, or no type; one that is declared uses nothing.
                let before = place > 0 ? words[place - 1] : ""
                if before != ".", !Self.declarations.contains(before), word.first?.isUppercase == true {
                    named.insert(word)
                }
            }
        }
    }

    /// The words, braces, parentheses and points of `text`, without comments; of texts only what is interpolated.
    private static func words(of text: String) -> [String] {
        let characters = Array(text.utf8)
        var words: [String] = []
        var place = 0
        // For each text that is open around an interpolation: its quotes, and the parentheses open within.
        var interpolations: [(quotes: Int, depth: Int)] = []

        func isNext(_ text: StaticString, at place: Int) -> Bool {
            guard place + text.utf8CodeUnitCount <= characters.count else { return false }
            return (0..<text.utf8CodeUnitCount).allSatisfy { characters[place + $0] == text.utf8Start[$0] }
        }
        /// Passes over a text up to its end or to an interpolation in it.
        func passText(_ quotes: Int) {
            while place < characters.count {
                if isNext("\\(", at: place) {
                    place += 2
                    return interpolations.append((quotes, 0))
                }
                if characters[place] == UInt8(ascii: "\\") {
                    place += 2
                } else if quotes == 3 ? isNext("\"\"\"", at: place) : characters[place] == UInt8(ascii: "\"") {
                    place += quotes
                    return
                } else {
                    place += 1
                }
            }
        }
        while place < characters.count {
            let character = characters[place]
            if isNext("//", at: place) {
                while place < characters.count, characters[place] != UInt8(ascii: "\n") { place += 1 }
            } else if character == UInt8(ascii: "\"") {
                let quotes = isNext("\"\"\"", at: place) ? 3 : 1
                place += quotes
                passText(quotes)
            } else if character.isNamePart {
                let start = place
                while place < characters.count, characters[place].isNamePart { place += 1 }
                words.append(String(decoding: characters[start..<place], as: UTF8.self))
            } else {
                place += 1
                if character == UInt8(ascii: ")"), let last = interpolations.last, last.depth == 0 {
                    interpolations.removeLast()
                    passText(last.quotes)
                    continue
                }
                if character == UInt8(ascii: "("), !interpolations.isEmpty {
                    interpolations[interpolations.count - 1].depth += 1
                }
                if character == UInt8(ascii: ")"), !interpolations.isEmpty {
                    interpolations[interpolations.count - 1].depth -= 1
                }
                if "{}().".utf8.contains(character) { words.append(String(UnicodeScalar(character))) }
            }
        }
        return words
    }
}

extension UInt8 {
    fileprivate var isNamePart: Bool {
        self == UInt8(ascii: "_") || UnicodeScalar(self).properties.isAlphabetic && self < 128
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
    }
}
