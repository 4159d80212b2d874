/// Text that would drive a reader's terminal, or mislead whoever reads it, and a look for what is left of it in output.
///
/// The list is one of its own, so that it can object to what the program takes for harmless.
package enum HostileText {
    /// One of each kind: orders to the terminal in their short and their long forms, other controls, what turns the direction
    /// of writing, what ends a line, and what takes no width.
    package static let kinds = [
        "\u{1B}[2J", "\u{1B}]52;c;aGVsbG8=\u{7}", "\u{1B}]0;title\u{1B}\\", "\u{1B}P1$r\u{1B}\\", "\u{8}\u{8}", "\r",
        "\n",
        "\r\nnpi: all is well", "\t", "\u{7F}", "\u{9B}2J", "\u{9D}52;c;aGk=\u{9C}", "\u{85}", "\u{AD}", "\u{34F}",
        "\u{61C}", "\u{115F}", "\u{180E}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{2028}",
        "\u{2029}", "\u{202A}", "\u{202D}", "\u{202E}", "\u{2060}", "\u{2063}", "\u{2066}", "\u{2067}", "\u{2069}",
        "\u{206F}", "\u{3164}", "\u{FE0F}", "\u{FEFF}", "\u{FFF9}", "\u{E000}", "\u{E0001}", "\u{E0041}", "\u{E01EF}",
    ]

    /// The places of the list, by which a test log can name them without printing them.
    package static let numbers = kinds.indices

    /// All of them in one text.
    package static let all = "a" + kinds.joined(separator: "x") + "z"

    /// The same without what a file's name or an argument cannot have.
    package static let name = all.replacing("/", with: "")

    /// The characters of `text` that should not have reached a reader, by number. Ends of lines may.
    package static func found(in text: some StringProtocol) -> [String] {
        text.unicodeScalars.filter { $0 != "\n" && isHostile($0.value) }.map { "U+\(String($0.value, radix: 16))" }
    }

    private static func isHostile(_ value: UInt32) -> Bool {
        switch value {
        case 0..<0x20, 0x7F...0x9F, 0xAD, 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F,
            0x200B...0x200F,
            0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xE000...0xF8FF, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB,
            0xE0000...0x10FFFF:
            true
        default: false
        }
    }
}
