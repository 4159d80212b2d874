/// A sign that other languages have, or that a word processor puts in place of another.
struct ForeignSign {
    /// What is written here in its place.
    let hint: String
    /// The token that is meant, with which the line is read on; nil where that cannot be known.
    let meant: (text: String, kind: SourceLine.Token.Kind)?

    private init(_ hint: String, meant text: String? = nil, _ kind: SourceLine.Token.Kind = .sign) {
        self.hint = hint
        meant = text.map { ($0, kind) }
    }

    /// Whether a text may stand between two of these.
    var isQuote: Bool { hint == Self.quotes.hint }

    private static let quotes = ForeignSign("; texts and symbols stand in double quotes, \"such as this\"")
    private static let known: [Character: ForeignSign] = [
        "/": ForeignSign("; a quotient is written A div B", meant: "div", .word),
        "÷": ForeignSign("; a quotient is written A div B", meant: "div", .word),
        "%": ForeignSign("; a remainder is written A mod B", meant: "mod", .word),
        "!": ForeignSign("; it is written not or !=", meant: "not", .word),
        "&": ForeignSign("; it is written and", meant: "and", .word),
        "|": ForeignSign("; it is written or", meant: "or", .word),
        "×": ForeignSign("; a product is written A * B", meant: "*"),
        "−": ForeignSign("; a difference is written A - B", meant: "-"),
        "–": ForeignSign("; a difference is written A - B", meant: "-"),
        "≤": ForeignSign("; it is written <=", meant: "<="),
        "≥": ForeignSign("; it is written >=", meant: ">="),
        "≠": ForeignSign("; it is written !=", meant: "!="),
        "'": quotes, "‘": quotes, "’": quotes, "“": quotes, "”": quotes, "„": quotes, "`": quotes,
        "{": ForeignSign("; values in braces stand inside the text that is said"),
        "}": ForeignSign("; values in braces stand inside the text that is said"),
        "[": ForeignSign("; the symbol under a pointer is named by the pointer alone"),
        ";": ForeignSign("; each statement stands on a line of its own"),
        "\u{A0}": ForeignSign("; it looks like a space, but is another character"),
    ]

    /// What is known of `character`; nil for one that no one would write here.
    init?(_ character: Character) {
        guard let known = Self.known[character] else { return nil }
        self = known
    }
}
