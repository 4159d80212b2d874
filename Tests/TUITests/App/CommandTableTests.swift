import Foundation
import TUI
import TerminalKit
import TestSupport
import Testing

@Suite("The command table")
struct CommandTableTests {
    @Test("no key stands twice in one context, no name and no word twice at all")
    func unique() {
        for context in CommandInfo.Context.allCases {
            let keys = CommandTable.all.filter { $0.info.group.context == context }.flatMap(\.info.keys)
            #expect(Set(keys).count == keys.count, "\(context)")
        }
        let names = CommandTable.all.flatMap { [$0.id.name] + $0.info.oldNames }
        #expect(Set(names).count == names.count)
        let words = CommandTable.all.compactMap(\.word).flatMap { [$0.text] + $0.aliases + $0.oldWords }
        #expect(Set(words).count == words.count)
    }

    @Test("every command has a key or a word, and what has keys is in the help")
    func reachable() {
        for command in CommandTable.all {
            #expect(!command.info.keys.isEmpty || command.word != nil, "\(command.id.name)")
            #expect(command.info.keys.isEmpty || command.info.help != nil, "\(command.id.name)")
        }
    }

    @Test("every key of the table does what it says, and digits go to tenths")
    func lookUp() {
        let keys = CommandTable.keys
        for command in CommandTable.all {
            for key in command.info.keys {
                #expect(keys.command(for: key, in: command.info.group.context) == command.id)
            }
        }
        #expect(keys.command(for: .character("7"))?.name == "tenth-7")
        #expect(keys.command(for: .character("%")) == nil)
    }

    @Test("the help has every key, and the footer ends with help and quit")
    func help() {
        let keys = CommandTable.keys
        let shown = Set(keys.help(isTouring: true).flatMap(\.entries).flatMap { $0.key.split(separator: " ") })
        for command in CommandTable.all where !command.id.name.hasPrefix("tenth-") {
            for key in command.info.keys { #expect(shown.contains(Substring(key.name)), "\(command.id.name)") }
        }
        #expect(keys.hints.suffix(2) == [KeyHint("?", "help"), KeyHint("q", "quit")])
    }

    @Test(
        "names of earlier versions are understood",
        arguments: [("look-inside", "view-inside"), ("look-memory", "view-memory")])
    func oldNames(old: String, new: String) {
        #expect(CommandTable.command(named: old)?.id.name == new)
    }

    @Test("words of earlier versions are understood", arguments: [("futures", "branches"), ("future", "branch")])
    func oldWords(old: String, new: String) {
        #expect(CommandTable.commands(forWord: old).map { $0.word?.text } == [new])
    }

    @Test(
        "gdb's words and abbreviations are understood",
        arguments: [
            ("n", "over"), ("next", "over"), ("s", "step"), ("c", "continue"), ("fin", "finish"), ("u", "until"),
            ("b", "toggle-breakpoint"), ("tb", "temporary-breakpoint"), ("tbreak", "temporary-breakpoint"),
            ("p", "print"), ("i", "info"), ("d", "delete"), ("dis", "disable"), ("en", "enable"), ("bt", "stack"),
            ("where", "stack"), ("up", "caller-frame"), ("down", "callee-frame"), ("l", "view-source"),
            ("display", "add-watch"), ("rn", "over-back"), ("rs", "step-back"), ("rc", "continue-back"),
            ("r", "another"), ("h", "help"), ("q", "quit"), ("zoom", "zoom"), ("inside", "view-inside"),
        ])
    func gdb(word: String, command: String) {
        #expect(CommandTable.commands(forWord: word).map(\.id.name) == [command])
    }

    @Test("every name that a text or a pane mentions is in the table")
    func mentioned() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let source = try String(
            contentsOf: folder.appending(path: "../../../Sources/TUI/Keys/CommandID.swift"), encoding: .utf8)
        let names = source.matches(of: /: CommandID = "([^"]+)"/).map { CommandID(stringLiteral: String($0.1)) }
        #expect(names.count > 60)
        let table = Set(CommandTable.all.map(\.id))
        for name in names { #expect(table.contains(name), "\(name.name)") }
    }

    @Test("a command without a key is named by its word")
    func wordInsteadOfKey() throws {
        var keys = CommandTable.keys
        keys.assign([], to: .undoEdit)
        let text: KeyText = "\(key: .undoEdit) undoes it, \(key: .listBranches) lists the branches"
        #expect(text.text(with: keys) == ":undo undoes it, V lists the branches")
    }

    @Test("Documentation/Keys.md is the table")
    func documentation() throws {
        try expectGolden(CommandTable.markdown, inRepository: "Documentation/Keys.md")
    }
}
