/// A text to look for, in any letter case of ASCII.
struct TextPattern: Sendable {
    private let bytes: [UInt8]

    init(_ text: String) {
        bytes = text.utf8.map(\.lowercased)
    }

    var isEmpty: Bool { bytes.isEmpty }

    /// Whether `text` has it somewhere.
    func occurs(in text: String) -> Bool {
        var text = text
        return text.withUTF8 { text in
            guard text.count >= bytes.count, let first = bytes.first else { return bytes.isEmpty }
            for start in 0...text.count - bytes.count where text[start].lowercased == first {
                if bytes.indices.allSatisfy({ text[start + $0].lowercased == bytes[$0] }) { return true }
            }
            return false
        }
    }
}

extension UInt8 {
    fileprivate var lowercased: UInt8 {
        self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 32 : self
    }
}
