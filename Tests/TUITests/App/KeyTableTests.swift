import TUI
import TerminalKit
import TestSupport
import Testing

@Suite("The key table")
struct KeyTableTests {
    @Test("no key stands twice")
    func unique() {
        let keys = KeyTable.bindings.flatMap(\.keys)
        #expect(Set(keys).count == keys.count)
    }

    @Test("every key of the table does what it says, and digits go to tenths")
    func lookUp() {
        for binding in KeyTable.bindings {
            for key in binding.keys { #expect(KeyTable.command(for: key) == binding.command) }
        }
        #expect(KeyTable.command(for: .character("7")) == .tenth(7))
        #expect(KeyTable.command(for: .character("%")) == nil)
    }

    @Test("the help has every key, and the footer ends with help and quit")
    func help() {
        let shown = KeyTable.help.flatMap(\.entries).map(\.key)
        for binding in KeyTable.bindings { #expect(shown.contains(binding.shownKeys)) }
        #expect(KeyTable.hints.suffix(2) == [KeyHint("?", "help"), KeyHint("q", "quit")])
    }

    @Test("Documentation/Keys.md is the table")
    func documentation() throws {
        try expectGolden(KeyTable.markdown, inRepository: "Documentation/Keys.md")
    }
}
