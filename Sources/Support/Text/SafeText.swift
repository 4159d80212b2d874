// What may not reach a terminal, or stand in a line for a person, is said here and nowhere else.

extension Unicode.Scalar {
    /// Whether a terminal could take it for an order: controls (C0, DEL, C1), the separators of lines and paragraphs, and
    /// what turns the direction of writing. A canvas shows a mark in its place.
    package var isTerminalControl: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB: true
        default: false
        }
    }

    /// Whether it has no look of its own that all terminals agree on: an order to the terminal, other format characters
    /// such as those without width, and what is for private use or not assigned. Text that is read from files or typed is
    /// refused or shown without it.
    package var isUnprintable: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}

extension Character {
    /// Whether it is seen in a line: printable, and no space but the usual one.
    package var isPrintable: Bool {
        self == " "
            || unicodeScalars.allSatisfy { !$0.isUnprintable && $0.properties.generalCategory != .spaceSeparator }
    }

    /// The character in quotes, or what it is where it cannot be shown.
    package var visible: String {
        switch self {
        case " ": "a space"
        case _ where isPrintable: "\"\(self)\""
        default: "a character that cannot be shown"
        }
    }
}

extension String {
    /// The text in quotes on one line, shortened to 24 characters.
    package var quotedShort: String { "\"\(shortenedInMiddle(to: 24, ellipsis: "..."))\"".printable }

    /// The text on one line, with "?" for what is not printable.
    package var printable: String { String(map { $0.isPrintable ? $0 : "?" }) }
}
