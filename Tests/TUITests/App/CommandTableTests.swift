import TUI
import TerminalKit
import TestSupport
import Testing

@Suite("The command table")
struct CommandTableTests {
    @Test("no key stands twice in one context, no name and no word twice at all")
    func unique() {
        for context in Command.Context.allCases {
            let keys = CommandTable.all.filter { $0.group.context == context }.flatMap(\.keys)
            #expect(Set(keys).count == keys.count, "\(context)")
        }
        let names = CommandTable.all.flatMap { [$0.name] + $0.oldNames }
        #expect(Set(names).count == names.count)
        let words = CommandTable.all.compactMap(\.word).flatMap { [$0.text] + $0.oldWords }
        #expect(Set(words).count == words.count)
    }

    @Test("every command has a key or a word, and what has keys is in the help")
    func reachable() {
        for command in CommandTable.all {
            #expect(!command.keys.isEmpty || command.word != nil, "\(command.name)")
            #expect(command.keys.isEmpty || command.help != nil, "\(command.name)")
        }
    }

    @Test("every key of the table does what it says, and digits go to tenths")
    func lookUp() {
        let keys = KeyAssignment.standard
        for command in CommandTable.all {
            for key in command.keys { #expect(keys.command(for: key, in: command.group.context) == command) }
        }
        #expect(keys.command(for: .character("7"))?.name == "tenth-7")
        #expect(keys.command(for: .character("%")) == nil)
    }

    @Test("the help has every key, and the footer ends with help and quit")
    func help() {
        let keys = KeyAssignment.standard
        let shown = Set(keys.help(isTouring: true).flatMap(\.entries).flatMap { $0.key.split(separator: " ") })
        for command in CommandTable.all where !command.name.hasPrefix("tenth-") {
            for key in command.keys { #expect(shown.contains(Substring(key.name)), "\(command.name)") }
        }
        #expect(keys.hints.suffix(2) == [KeyHint("?", "help"), KeyHint("q", "quit")])
    }

    @Test(
        "names of earlier versions are understood",
        arguments: [("look-inside", "view-inside"), ("look-memory", "view-memory")])
    func oldNames(old: String, new: String) {
        #expect(CommandTable.command(named: old)?.name == new)
    }

    @Test("words of earlier versions are understood", arguments: [("futures", "branches"), ("future", "branch")])
    func oldWords(old: String, new: String) {
        #expect(CommandTable.commands(forWord: old).map { $0.word?.text } == [new])
    }

    @Test("a command without a key is named by its word")
    func wordInsteadOfKey() throws {
        var keys = KeyAssignment.standard
        keys.assign([], to: .undoEdit)
        let text: KeyText = "\(key: .undoEdit) undoes it, \(key: .listBranches) lists the branches"
        #expect(text.text(with: keys) == ":undo undoes it, V lists the branches")
    }

    @Test("Documentation/Keys.md is the table")
    func documentation() throws {
        try expectGolden(CommandTable.markdown, inRepository: "Documentation/Keys.md")
    }
}
