import Foundation
import Support
import TestSupport
import Testing

@Suite("Text that is safe for a terminal")
struct SafeTextTests {
    @Test("nothing that drives a terminal or misleads its reader is left", arguments: HostileText.numbers)
    func kinds(kind: Int) {
        let hostile = HostileText.kinds[kind]
        #expect(!"a\(hostile)b".isPrintable)
        #expect(HostileText.found(in: "a\(hostile)b".printable) == [])
        #expect(!"a\(hostile)b".printable.contains("\n"))
        #expect(HostileText.found(in: "a\(hostile)b".printableLines.replacing("\t", with: "")) == [])
        #expect(HostileText.found(in: "a\(hostile)b".quotedShort) == [])
        #expect(HostileText.found(in: "a\(hostile)b".escapedAsMarkup) == [])
        var output = ""
        output.writeLine("a\(hostile)b")
        #expect(output.hasSuffix("b\n") && output.utf8.count { $0 == UInt8(ascii: "\n") } == 1)
    }

    @Test("JSON has none of it, and its value is the exact text", arguments: 0...HostileText.numbers.upperBound)
    func json(kind: Int) throws {
        let hostile = (HostileText.kinds + [HostileText.all])[kind]
        let texts = ["a\(hostile)b", "\"\\", "é日本😀"]
        for json in [
            "[\(texts.map(\.quotedAsJSON).joined(separator: ","))]", JSONText.encode(texts),
            "[\"a\u{202E}\", \"<\u{E0041}\"]".escapedWithinJSON { $0 == "<" },
        ] {
            #expect(HostileText.found(in: json) == [] && !json.contains("\n"))
        }
        let quoted = "[\(texts.map(\.quotedAsJSON).joined(separator: ","))]"
        #expect(JSONText.decode([String].self, quoted)?.map { Array($0.utf8) } == texts.map { Array($0.utf8) })
        #expect(JSONText.decode([String].self, JSONText.encode(texts)) == texts)
        #expect("[\"<\u{E0041}\"]".escapedWithinJSON { $0 == "<" } == #"["\u003c\udb40\udc41"]"#)
    }

    @Test("letters of all writings stay, and what cannot be seen becomes a question mark")
    func lines() {
        #expect("96 + 125 → é日本😀 العربية हिन्दी 한글".printable == "96 + 125 → é日本😀 العربية हिन्दी 한글")
        #expect("\u{1B}[2Jred\nnext\u{202E}".printable == "?[2Jred?next?")
        #expect("two\n\tlines\r\n".printableLines == "two\n\tlines?\n")
    }

    @Test("each byte is told right at each place of a line, long or short", arguments: [1, 7, 8, 9, 31, 64])
    func places(length: Int) throws {
        for byte in 0...0x7F as ClosedRange<UInt8> {
            let scalar = Unicode.Scalar(byte)
            let isLayout = scalar == "\n" || scalar == "\t"
            for place in 0..<length {
                var bytes = [UInt8](repeating: UInt8(ascii: "~"), count: length)
                bytes[place] = byte
                let text = String(decoding: bytes, as: UTF8.self)
                try #require(text.isPrintable == (0x20...0x7E ~= byte))
                try #require(text.hasPrintableLines == (0x20...0x7E ~= byte || isLayout))
            }
        }
    }

    @Test("emoji may be joined and chosen; joiners are nothing elsewhere")
    func emoji() {
        #expect("❤\u{FE0F} 👩\u{200D}💻 👩🏽\u{200D}💻 ❤\u{FE0F}\u{200D}🔥".isPrintable)
        #expect("AD\u{200D}D 1\u{FE0F} \u{FE0F}".printable == "AD?D 1? ?")
    }

    @Test("what is quoted tells odd spaces from the usual one; elsewhere they may stand, as in a file's name")
    func spaces() {
        #expect("9\u{A0}6".quotedShort == "\"9?6\"")
        #expect("at 9.41\u{202F}AM.npitrace".printable == "at 9.41\u{202F}AM.npitrace")
    }

    @Test("markup is escaped")
    func markup() {
        #expect("<a href=\"x\">'&\n".escapedAsMarkup == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;?")
    }
}
