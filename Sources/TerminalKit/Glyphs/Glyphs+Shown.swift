import Support

extension Glyphs {
    /// What is painted for `scalar`: itself, unless it is unprintable or these glyphs are ASCII and it is not.
    func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.isUnprintable { return isASCII ? "?" : "\u{FFFD}" }
        guard isASCII, !scalar.isASCII else { return scalar }
        if let arms = BoxArms(light: scalar) { return arms.asciiLine }
        return Self.likest[scalar] ?? "?"
    }

    /// The ASCII character that says most nearly the same.
    private static let likest: [Unicode.Scalar: Unicode.Scalar] = [
        "…": "~", "·": ".", "•": "*", "›": ">", "‹": "<", "▸": ">", "▾": "v", "▴": "^", "◂": "<",
        "→": ">", "←": "<", "↑": "^", "↓": "v", "✓": "+", "✗": "x", "×": "x", "÷": "/", "−": "-", "–": "-", "—": "-",
        "━": "=", "●": "O", "○": "o", "◆": "*", "■": "B", "□": "b", "█": "#", "░": ".", "▒": ":", "▓": "%",
        "“": "\"", "”": "\"", "‘": "'", "’": "'", "°": "o", "≥": ">", "≤": "<", "≠": "#", "≈": "~", "±": "+",
        "\u{A0}": " ", "▀": "^", "▄": "_", "µ": "u", "λ": "l",
    ]
}
