import TerminalKit
import Testing

@Suite("What a terminal sends and does not end")
struct UnfinishedInputTests {
    /// What is given up after `text`, and nothing before.
    private func events(behind text: String) -> [InputEvent] {
        var parser = InputParser()
        #expect(parser.read(Array(text.utf8)) == [])
        #expect(parser.patience != nil)
        return parser.giveUp()
    }

    @Test("a lone Escape is the key, and an introducer alone is its character with Alt")
    func keys() {
        #expect(events(behind: "\u{1B}") == [.key(.escape)])
        #expect(events(behind: "\u{1B}\u{1B}") == [.key(.escape), .key(.escape)])
        for letter in "[O]PX^_" { #expect(events(behind: "\u{1B}\(letter)") == [.key(.alt(letter))]) }
        #expect(events(behind: "\u{1B}]11;rgb\u{1B}") == [.key(.escape)])
    }

    @Test(
        "half a sequence is nothing",
        arguments: ["\u{1B}[1;", "\u{1B}]11;rgb", "\u{1B}Pq", "\u{1B}[M ", "\u{1B}[[", "\u{1B}O5"])
    func half(text: String) {
        #expect(events(behind: text) == [])
    }

    @Test(
        "an answer that a slow connection parts behind its Escape is no series of keys",
        arguments: ["[?62;22c", "]11;rgb:1/2/3\u{7}", "P>|x\u{1B}\\", "[24;80R"])
    func parted(rest: String) {
        var parser = InputParser()
        _ = parser.read([0x1B])
        #expect(parser.giveUp() == [.key(.escape)])
        parser.resumeEscape(before: Array(rest.utf8))
        #expect(parser.read(Array("\(rest)q".utf8)) == [.key(.character("q"))])
    }

    @Test("keys pressed after Escape are keys", arguments: ["[", "]", "O", "s", "[[", "]]", "q[", "Pass", "]0]"])
    func keysBehindEscape(text: String) {
        var parser = InputParser()
        _ = parser.read([0x1B])
        _ = parser.giveUp()
        parser.resumeEscape(before: Array(text.utf8))
        #expect(parser.read(Array(text.utf8)) == text.map { .key(.character($0)) })
    }

    @Test("Escape is waited for briefly, everything else longer, and pasted text longest")
    func patience() {
        func patience(_ text: String) -> Int {
            var parser = InputParser()
            _ = parser.read(Array(text.utf8))
            return parser.patience ?? 0
        }
        #expect(patience("s") == 0)
        #expect((20...60).contains(patience("\u{1B}")))
        #expect(patience("\u{1B}[") > patience("\u{1B}"))
        #expect((200...1_000).contains(patience("\u{1B}[200~")))
    }

    @Test("a paste without an end is pasted all the same")
    func paste() {
        #expect(events(behind: "\u{1B}[200~abc\u{1B}[20") == [.paste("abc")])
    }

    @Test("Ctrl-C ends a paste whose end was lost, and keys are keys again")
    func interruptedPaste() {
        var parser = InputParser()
        _ = parser.read(Array("\u{1B}[200~\(String(repeating: "s", count: 6_000))".utf8))
        parser.interrupt()
        #expect(parser.patience == nil)
        #expect(parser.read(Array("q".utf8)) == [.key(.character("q"))])
    }

    @Test("the rest of a paste in which Ctrl-C stood is no series of keys")
    func interruptWithinPaste() {
        var parser = InputParser()
        _ = parser.read(Array("\u{1B}[200~ab".utf8))
        parser.interrupt()
        #expect(parser.read(Array("sss\u{1B}[201~q".utf8)) == [.key(.character("q"))])
        // Another paste is one.
        _ = parser.read(Array("\u{1B}[200~ab".utf8))
        parser.interrupt()
        #expect(parser.read(Array("\u{1B}[200~cd\u{1B}[201~".utf8)) == [.paste("cd")])
    }

    @Test("a paste of a million characters is one, and what exceeds that is dropped")
    func longPaste() {
        var parser = InputParser()
        let text = String(repeating: "7", count: 1_500_000)
        let events = parser.read(Array("\u{1B}[200~\(text)\u{1B}[201~q".utf8))
        #expect(events == [.paste(String(text.prefix(1 << 20))), .key(.character("q"))])
    }
}
