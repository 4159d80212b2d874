import Debugger
import Scratchpads
import TUI
import TerminalKit
import TestSupport
import Testing

@Suite("Keys that a person has chosen")
struct ReassignedKeysTests {
    /// Every command on a key of its own that no command has otherwise: Alt with a letter that no text holds.
    static let keys: KeyAssignment = {
        var keys = CommandTable.keys
        for (index, command) in CommandTable.all.enumerated() where !command.info.keys.isEmpty {
            keys.assign([.alt(Character(UnicodeScalar(0x4E00 + UInt32(index))!))], to: command.id)
        }
        return keys
    }()

    /// The names of keys that the table has; digits, and keys that are the same for all questions, are no command's own.
    static let oldNames: Set<Substring> = {
        let names = CommandTable.all.flatMap(\.info.keys).map(\.name)
        return Set(names.map { $0[...] }).subtracting((0...9).map { "\($0)" })
    }()

    /// The words of a text that are names of old keys, other than the article.
    private func oldKeys(in text: String) -> [Substring] {
        text.split(whereSeparator: { " ,;.()\"".contains($0) }).filter {
            $0 != "a" && $0 != "-" && $0 != "=" && !["Right", "Enter", "Tab", "Esc"].contains($0)
                && Self.oldNames.contains($0)
        }
    }

    private static func state(size: Size = Size(120, 40)) throws -> AppState {
        var state = try AppState.adding()
        state.setKeys(keys)
        _ = state.update(.resize(size))
        return state
    }

    private static func key(_ command: CommandID) -> Key { keys.keys(of: command)[0] }

    @Test("help, footers and Keys.md name no old key")
    func texts() throws {
        for help in Self.keys.help(isTouring: true) {
            for entry in help.entries { #expect(oldKeys(in: entry.key + " " + entry.label) == [], "\(entry)") }
        }
        for hint in Self.keys.hints + Self.keys.endHints(isLive: true) { #expect(oldKeys(in: hint.key) == []) }
        for pane in PaneName.allCases {
            for mode in ViewMode.allCases {
                var view = ViewState()
                (view.focus, view.inside.mode) = (pane, mode)
                for hint in Self.keys.hints(for: view) ?? [] { #expect(oldKeys(in: hint.key) == [], "\(pane) \(mode)") }
                for entry in Self.keys.contextHelp(for: view).entries {
                    #expect(oldKeys(in: entry.key + " " + entry.label) == [])
                }
            }
        }
    }

    @Test("no message names an old key, whatever is done", arguments: CommandTable.all.map(\.id.name))
    func messages(name: String) throws {
        let command = try #require(CommandTable.command(named: name))
        for preparation in [[], [CommandID.end], [.step, .edit], [.listBreakpoints], [.listBranches], [.help]] {
            var state = try Self.state()
            for first in preparation {
                _ = state.perform(first)
                state.settle()
            }
            for invocation in [Command.Invocation.command, .line(""), .line("1"), .line("%")] {
                _ = state.perform(command.id, invocation)
                state.settle()
                if let message = state.view.message { #expect(oldKeys(in: message.text) == [], "\(message.text)") }
            }
        }
    }

    @Test("the lists say their keys")
    func lists() throws {
        for opening in [CommandID.listBreakpoints, .listWatches, .listBookmarks, .listBranches] {
            var state = try Self.state()
            _ = state.update(.key(Self.key(opening)))
            let shown = state.session.screen(120, 40, state.view).lines.joined(separator: "\n")
            #expect(shown.contains(Self.key(.listClose).name + " closes"))
            #expect(!shown.contains("Esc closes"))
        }
    }

    @Test("messages name the keys that were chosen")
    func changed() throws {
        var state = try Self.state()
        state.press(Self.key(.step), Self.key(.edit), .character("7"))
        let message = try #require(state.view.message?.text)
        #expect(message.contains(Self.key(.undoEdit).name + " undoes it"))
        state.press(.character("U"))
        #expect(state.view.message?.text.contains("U undoes") != true)
    }
}
