import TerminalKit
import Testing

@Suite struct KeyTests {
    @Test func controlCharactersAreTheKeysThatSendThem() {
        #expect(Key("\r") == .enter)
        #expect(Key("\n") == .enter)
        #expect(Key("\t") == .tab)
        #expect(Key("\u{7F}") == .backspace)
        #expect(Key("\u{08}") == .backspace)
        #expect(Key("\u{1B}") == .escape)
        #expect(Key("\u{0C}") == .control("l"))
        #expect(Key("\u{00}") == .control("@"))
        #expect(Key("\u{1F}") == .control("_"))
        #expect(Key("S") == .character("S"))
        #expect(Key("é") == .character("é"))
    }

    @Test func altIsHeldWithCharactersOnly() {
        #expect(Key(alt: "x") == .alt("x"))
        #expect(Key(alt: "\r") == .enter)
    }
}
