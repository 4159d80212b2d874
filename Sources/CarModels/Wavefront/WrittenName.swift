/// A name as people write it in an OBJ or MTL file, where a comment may follow it and quotes may stand around it.
enum WrittenName {
    /// What `text` may mean, the likeliest first: first of all itself, since names may hold anything.
    static func meanings(of text: String) -> [String] {
        let bare = withoutComment(text)
        var meanings: [String] = []
        for meaning in [text, withoutQuotes(text), bare, withoutQuotes(bare)] where !meanings.contains(meaning) {
            meanings.append(meaning)
        }
        return meanings
    }

    /// The name to show.
    static func shown(_ text: String) -> String { withoutQuotes(withoutComment(text)) }

    /// The name without what follows a "#" that stands behind a space.
    private static func withoutComment(_ text: String) -> String {
        var before: Character = " "
        for index in text.indices {
            if text[index] == "#", before == " " || before == "\t" {
                let kept = text[..<index].reversed().drop { $0 == " " || $0 == "\t" }
                return String(kept.reversed())
            }
            before = text[index]
        }
        return text
    }

    private static func withoutQuotes(_ text: String) -> String {
        guard let first = text.first, text.count >= 2, first == text.last, first == "\"" || first == "'" else {
            return text
        }
        return String(text.dropFirst().dropLast())
    }
}
