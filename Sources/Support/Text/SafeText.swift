extension Unicode.Scalar {
    /// Whether the scalar must never reach a terminal: controls, and characters that turn the writing direction.
    package var isUnprintable: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB: true
        default: false
        }
    }

    /// Whether it takes a place within a line.
    fileprivate var hasPlace: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            false
        default: true
        }
    }
}

extension Character {
    /// Whether it can be shown within a line: a space, or what takes a place and is no other space.
    package var isPrintable: Bool {
        self == " " || unicodeScalars.allSatisfy(\.hasPlace)
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
    /// The text on one line, with "?" for what cannot be shown.
    package var singleLine: String { String(map { $0.isPrintable ? $0 : "?" }) }

    /// The text in quotes on one line, shortened to 24 characters.
    package var quotedShort: String { "\"\(shortenedInMiddle(to: 24, ellipsis: "..."))\"".singleLine }
}
