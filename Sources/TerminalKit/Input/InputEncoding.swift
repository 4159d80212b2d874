/// How a terminal sends characters beyond ASCII.
package enum InputEncoding: Hashable, Sendable {
    /// In UTF-8.
    case utf8
    /// As one byte each: what the bytes from 128 stand for, nil being nothing.
    case bytes([Unicode.Scalar?])

    /// The text that `bytes` are.
    func text(_ bytes: [UInt8]) -> String {
        switch self {
        case .utf8: return String(decoding: bytes, as: UTF8.self)
        case .bytes(let table):
            var text = String.UnicodeScalarView()
            for byte in bytes {
                if let scalar = byte < 0x80 ? Unicode.Scalar(byte) : table[Int(byte) - 0x80] { text.append(scalar) }
            }
            return String(text)
        }
    }
}

/// Puts characters together of which the bytes come one at a time.
struct CharacterDecoder: Sendable {
    /// What a byte makes of those before it.
    enum Step: Hashable {
        /// More must follow.
        case unfinished
        case character(Unicode.Scalar)
        /// A control character of eight bits.
        case control(UInt8)
        /// No character. The byte may have begun something else, if it is not taken.
        case nothing(isTaken: Bool)
    }

    let encoding: InputEncoding
    private var bytes: [UInt8] = []

    init(_ encoding: InputEncoding) {
        self.encoding = encoding
    }

    mutating func reset() {
        bytes.removeAll(keepingCapacity: true)
    }

    /// Takes a byte that is not ASCII at the beginning, and any byte behind it.
    mutating func take(_ byte: UInt8) -> Step {
        if case .bytes(let table) = encoding {
            if let scalar = table[Int(byte) - 0x80] { return .character(scalar) }
            return byte < 0xA0 ? .control(byte) : .nothing(isTaken: true)
        }
        guard !bytes.isEmpty else {
            if byte < 0xA0 { return .control(byte) }
            guard Self.length(byte) > 1 else { return .nothing(isTaken: true) }
            bytes.append(byte)
            return .unfinished
        }
        guard byte & 0xC0 == 0x80 else { return .nothing(isTaken: false) }
        bytes.append(byte)
        guard bytes.count == Self.length(bytes[0]) else { return .unfinished }
        guard let scalar = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first else {
            return .nothing(isTaken: true)
        }
        return scalar.value < 0xA0 ? .control(UInt8(scalar.value)) : .character(scalar)
    }

    /// Whether `byte` can belong to a character that the end of `before` has begun.
    func isPart(_ byte: UInt8, behind before: [UInt8]) -> Bool {
        guard encoding == .utf8, let lead = before.lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return false }
        // U+009C is the control character itself.
        if before.count - lead == 1, before[lead] == 0xC2 { return false }
        return before.count - lead < Self.length(before[lead])
    }

    /// How many bytes the character has that `lead` begins.
    private static func length(_ lead: UInt8) -> Int {
        switch lead {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 1
        }
    }
}
