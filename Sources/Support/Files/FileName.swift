import Glibc

/// File names as text.
///
/// To the system a name is bytes, which need not be UTF-8: "café" written in Latin-1 ends with the byte E9. Each byte that
/// is part of no UTF-8 stands as a scalar of the last private plane here (E9 as U+10FFE9), so that every name can be held
/// by a `String`, joined with others, kept in JSON, and turned back into the bytes that it was.
package enum FileName {
    /// What a byte is added to. The scalars from here on, where they stand in a name themselves, are held byte by byte.
    private static let base: UInt32 = 0x10FF00
    private static let escapes: ClosedRange<UInt32> = base + 0x80...base + 0xFF

    /// The text for a name's bytes.
    package static func text(_ bytes: some Collection<UInt8>) -> String {
        if let text = String(validating: bytes, as: UTF8.self), !holdsEscapes(text) { return text }
        var text = ""
        var rest = Array(bytes)[...]
        while let first = rest.first {
            let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
            if let character = String(validating: rest.prefix(count), as: UTF8.self), !holdsEscapes(character) {
                text += character
                rest = rest.dropFirst(count)
            } else {
                text.unicodeScalars.append(Unicode.Scalar(base + UInt32(first)) ?? "?")
                rest = rest.dropFirst()
            }
        }
        return text
    }

    /// The text for a name of the C library.
    package static func text(_ name: UnsafePointer<CChar>) -> String {
        text(UnsafeRawBufferPointer(start: name, count: strlen(name)))
    }

    /// The bytes that `text` stands for.
    package static func bytes(of text: String) -> [UInt8] {
        guard holdsEscapes(text) else { return Array(text.utf8) }
        return text.unicodeScalars.flatMap { scalar in
            escapes.contains(scalar.value) ? [UInt8(scalar.value - base)] : Array(String(scalar).utf8)
        }
    }

    /// Lends `text` to a function of the C library.
    static func lend<Result>(_ text: String, to body: (UnsafePointer<CChar>) -> Result) -> Result {
        let name = bytes(of: text).map { CChar(bitPattern: $0) } + [0]
        return name.withUnsafeBufferPointer { body($0.baseAddress!) }
    }

    private static func holdsEscapes(_ text: String) -> Bool {
        // All begin with this byte in UTF-8; most names have none of it.
        text.utf8.contains(0xF4) && text.unicodeScalars.contains { escapes.contains($0.value) }
    }
}
