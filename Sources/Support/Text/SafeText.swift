// What may not reach a terminal, or stand in a line for a person, is said here and nowhere else. Whatever comes from a file, a
// file's name or a command line may hold orders to the terminal, or letters that make it look like something else.

extension Unicode.Scalar {
    /// Whether it has no look of its own that all terminals agree on: orders to the terminal (C0, DEL, C1), what turns the
    /// direction of writing, ends of lines, what has no width or cannot be seen (joiners, fillers, tags), and what is for
    /// private use or not assigned. A canvas shows a mark in its place.
    package var isUnprintable: Bool {
        switch value {
        // By far the most, known without a look into tables: Latin letters; lines, blocks and braille.
        case 0x20..<0x7F, 0xA1..<0xAD, 0xAE..<0x300, 0x2500..<0x2900: return false
        default: break
        }
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: return true
        default: return properties.isDefaultIgnorableCodePoint
        }
    }

    /// Whether it joins emoji or chooses their look. It is unprintable anywhere else.
    package var isEmojiJoiner: Bool { value == 0x200D || value == 0xFE0E || value == 0xFE0F }

    fileprivate var isEmoji: Bool { value > 0xFF && properties.isEmoji }
}

extension Character {
    /// Whether it is seen in a line: printable, and no space but the usual one.
    package var isPrintable: Bool {
        self == " "
            || unicodeScalars.allSatisfy { $0.properties.generalCategory != .spaceSeparator }
                && String(self).isPrintable
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
    /// The text on one line, with "?" for what is unprintable.
    package var printable: String { replacingUnprintable { _ in false } }

    /// The same for text of several lines: line feeds and tabulators stay.
    package var printableLines: String { replacingUnprintable(except: \.isLayout) }

    /// Whether all of it can be shown on one line.
    package var isPrintable: Bool { firstUnprintable { _ in false } == nil }

    /// Whether all of it can be shown, line feeds and tabulators included.
    package var hasPrintableLines: Bool { firstUnprintable(except: \.isLayout) == nil }

    /// The text in quotes on one line, shortened to 24 characters. Spaces that only look like spaces are told from them.
    package var quotedShort: String {
        "\"\(String(shortenedInMiddle(to: 24, ellipsis: "...").map { $0.isPrintable ? $0 : "?" }))\""
    }

    private func replacingUnprintable(except isKept: (Unicode.Scalar) -> Bool) -> String {
        guard let first = firstUnprintable(except: isKept) else { return self }
        var text = String(unicodeScalars[..<first]).unicodeScalars
        for scalar in unicodeScalars[first...] {
            text.append(scalar.isShown(after: text.last) || isKept(scalar) ? scalar : "?")
        }
        return String(text)
    }

    private func firstUnprintable(except isKept: (Unicode.Scalar) -> Bool) -> Index? {
        // Nearly all text is, and is told so by its bytes.
        let keepsLayout = isKept("\n") && isKept("\t")
        let isPlain = utf8.withContiguousStorageIfAvailable { bytes in
            UnsafeRawBufferPointer(bytes).isPlainText(withLayout: keepsLayout)
        }
        if isPlain == true { return nil }
        var before: Unicode.Scalar?
        return unicodeScalars.firstIndex { scalar in
            defer { before = scalar }
            return !scalar.isShown(after: before) && !isKept(scalar)
        }
    }
}

extension UnsafeRawBufferPointer {
    /// Whether all bytes are printable ASCII; or, with layout, line feeds and tabulators. Eight at once: a deep trace indents each
    /// of its lines by hundreds of blanks.
    fileprivate func isPlainText(withLayout keepsLayout: Bool) -> Bool {
        let width = MemoryLayout<UInt64>.size
        var start = 0
        while start < count {
            if start + width <= count, loadUnaligned(fromByteOffset: start, as: UInt64.self).isPrintableASCII {
                start += width
                continue
            }
            let end = Swift.min(start + width, count)
            let isPlain = self[start..<end].allSatisfy { byte in
                0x20...0x7E ~= byte || keepsLayout && (byte == 0x0A || byte == 0x09)
            }
            guard isPlain else { return false }
            start = end
        }
        return true
    }
}

extension UInt64 {
    /// Whether each of the eight bytes is 0x20...0x7E. No sum or difference carries into the next byte.
    fileprivate var isPrintableASCII: Bool {
        let tops: UInt64 = 0x8080_8080_8080_8080
        let isFromBlank = (self | tops) &- 0x2020_2020_2020_2020
        let isFromDelete = self &+ 0x0101_0101_0101_0101
        return self & tops == 0 && isFromBlank & tops == tops && isFromDelete & tops == 0
    }
}

extension Unicode.Scalar {
    fileprivate var isLayout: Bool { self == "\n" || self == "\t" }

    /// Whether it may be shown where `before` stands on its left.
    fileprivate func isShown(after before: Unicode.Scalar?) -> Bool {
        guard isUnprintable else { return true }
        return isEmojiJoiner && (before.map { $0.isEmoji || $0 == "\u{FE0F}" } ?? false)
    }
}

extension TextOutputStream {
    /// Writes a line for a person, with "?" for what is unprintable, and its end.
    package mutating func writeLine(_ line: String = "") {
        write("\(line.printable)\n")
    }
}
