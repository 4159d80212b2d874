/// The text of OBJ and MTL files as people have them: UTF-8, UTF-16 or one byte a character, with a byte order mark or
/// without, and sometimes with what old systems put at the end of a file.
enum MeshText {
    /// `bytes` as UTF-8 or as one byte a character, without marks and padding.
    static func prepared(_ bytes: [UInt8]) -> [UInt8] {
        var text = bytes[...]
        switch (bytes.first, bytes.dropFirst().first) {
        case (0xFF, 0xFE): text = utf16(bytes.dropFirst(2)) { low, high in UInt16(high) << 8 | UInt16(low) }[...]
        case (0xFE, 0xFF): text = utf16(bytes.dropFirst(2)) { high, low in UInt16(high) << 8 | UInt16(low) }[...]
        case (0xEF, 0xBB) where bytes.starts(with: [0xEF, 0xBB, 0xBF]): text = text.dropFirst(3)
        default: break
        }
        // Ctrl-Z ends a file of CP/M and DOS; zeros fill its last block up.
        let padding: Set<UInt8> = [0, 26]
        while let last = text.last, padding.contains(last) || last == 10 || last == 13 { text.removeLast() }
        return text.count == bytes.count ? bytes : Array(text)
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, _ unit: (UInt8, UInt8) -> UInt16) -> [UInt8] {
        let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { unit(bytes[$0], bytes[$0 + 1]) }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    /// Whether the bytes, prepared, are no text. A stray control character makes no difference.
    static func isBinary(_ bytes: [UInt8]) -> Bool {
        let beginning = bytes.prefix(4_096)
        let controls = beginning.count { $0 < 9 || (14..<32).contains($0) }
        return controls > beginning.count / 8
    }

    /// A part of a text: UTF-8, or else Latin-1, in which every byte is a character.
    static func string(_ bytes: some Collection<UInt8>) -> String {
        String(validating: bytes, as: UTF8.self)
            ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
}
