import Support
import Testing

@Suite("Text that is safe for a terminal")
struct SafeTextTests {
    @Test("no order to the terminal is left, whatever the text holds")
    func orders() {
        let dangerous: [ClosedRange<UInt32>] = [
            0...0x1F, 0x7F...0x9F, 0x61C...0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB,
        ]
        for value in dangerous.joined() {
            guard let scalar = Unicode.Scalar(value) else { continue }
            #expect(scalar.isTerminalControl && scalar.isUnprintable, "U+\(String(value, radix: 16))")
            #expect("a\(Character(scalar))b".printable.unicodeScalars.allSatisfy { !$0.isTerminalControl })
        }
    }

    @Test("what takes no place, is for private use or is not assigned is not printable, and no order")
    func invisible() {
        for scalar in ["\u{AD}", "\u{200B}", "\u{2060}", "\u{FEFF}", "\u{E000}", "\u{378}", "\u{E0041}"]
            as [Unicode.Scalar]
        {
            #expect(scalar.isUnprintable && !scalar.isTerminalControl, "U+\(String(scalar.value, radix: 16))")
        }
    }

    @Test("every order to the terminal is unprintable")
    func inclusion() {
        for value in UInt32(0)...0x1_FFFF {
            guard let scalar = Unicode.Scalar(value), scalar.isTerminalControl else { continue }
            #expect(scalar.isUnprintable, "U+\(String(value, radix: 16))")
        }
    }

    @Test("letters of all writings stay, and what cannot be seen becomes a question mark")
    func lines() {
        #expect("96 + 125 → é日本😀".printable == "96 + 125 → é日本😀")
        #expect("\u{1B}[2Jred\nnext\u{202E}".printable == "?[2Jred?next?")
        #expect("a\u{A0}b".printable == "a?b")
    }
}
