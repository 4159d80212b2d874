/// Text that is being pasted, up to the mark of its end.
struct PastedText: Sendable {
    static let start = Array("\u{1B}[200~".utf8)
    static let end = Array("\u{1B}[201~".utf8)
    /// What exceeds so many bytes is dropped: more than any answer has.
    static let longest = 1 << 20

    private var bytes: [UInt8] = []
    /// How much of the end's mark has come.
    private var matched = 0

    /// Takes a byte; true when the text is whole by it.
    mutating func take(_ byte: UInt8) -> Bool {
        if byte == Self.end[matched] {
            matched += 1
            return matched == Self.end.count
        }
        if matched > 0 {
            for passed in Self.end.prefix(matched) { append(passed) }
            matched = 0
            // Only its first byte is an Escape, so nothing shorter can have begun within.
            if byte == Self.end[0] {
                matched = 1
                return false
            }
        }
        append(byte)
        return false
    }

    private mutating func append(_ byte: UInt8) {
        if bytes.count < Self.longest { bytes.append(byte) }
    }

    /// The text, with line feeds between its lines and without other control characters.
    func text(_ encoding: InputEncoding) -> String {
        var text = String.UnicodeScalarView()
        var isBehindReturn = false
        for scalar in encoding.text(bytes).unicodeScalars {
            defer { isBehindReturn = scalar == "\r" }
            switch scalar.value {
            case 0x0D: text.append("\n")
            case 0x0A: if !isBehindReturn { text.append("\n") }
            case 0x09: text.append("\t")
            case 0..<0x20, 0x7F..<0xA0: break
            default: text.append(scalar)
            }
        }
        return String(text)
    }
}
