import TUI
import TerminalKit
import TestSupport
import Testing
import Workbench
import npi

@Suite("The configuration file")
struct ConfigurationTests {
    @Test("says how the debugger looks and which keys it has")
    func whole() throws {
        let configuration = try ConfigurationReader.read(
            """
            # looks
            theme: light
            speed: 16
            ascii: true
            color: no
            mouse: false
            keys:
              step: [j, Right]
              quit: Ctrl-X
            """)
        #expect(configuration.theme == "light" && configuration.speed == 16)
        #expect(configuration.ascii == true && configuration.color == false && configuration.mouse == false)
        #expect(configuration.keys.command(for: .character("j"))?.name == "step")
        #expect(configuration.keys.command(for: .character("s")) == nil)
        #expect(configuration.keys.command(for: .control("x"))?.name == "quit")
        #expect(try ConfigurationReader.read("") == Configuration())
        #expect(try ConfigurationReader.read("# nothing\n") == Configuration())
    }

    @Test(
        "what is wrong is said with its line and what would be right",
        arguments: [
            ("theme: dark\nthem: light", 2, "did you mean theme?"), ("theme: beige", 1, "dark, light, high-contrast"),
            ("speed: fast", 1, "steps a second"), ("speed: -1", 1, "above 0"), ("speed: .nan", 1, "above 0"),
            ("mouse: maybe", 1, "true or false"), ("- theme", 1, "one a line"), ("keys: j", 1, "step: j"),
            ("keys:\n  stepp: j", 2, "did you mean step?"), ("keys:\n  step: Hyper-J", 2, "keys are called"),
            ("keys:\n  step: j\n  over: j", 3, "is given to step already"), ("theme: [", 1, "a setting is a line"),
            ("\n\ntheme: \"dark", 3, "a setting is a line"), ("theme: {a: b}", 1, "there is no theme"),
            ("keys:\n  step: {}", 2, "there is no key"), ("theme: *x", 1, "theme: light"),
        ])
    func wrong(text: String, line: Int, words: String) {
        do {
            let configuration = try ConfigurationReader.read(text)
            Issue.record("read as \(configuration)")
        } catch let error as ConfigurationError {
            #expect(error.what.contains(words), "\(error)")
            #expect(abs(error.line - line) <= (words.contains("setting") ? 1 : 0), "\(error)")
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test("garbage is refused or read, and never brings the program down", arguments: 0..<200)
    func garbage(seed: Int) {
        var generator = SplitMix(seed: UInt64(seed))
        let parts = [
            "theme", ": ", "dark", "\n", "  ", "keys:", "step", "[", "]", "{", "}", "&a ", "*a", "- ", "\"", "'", "|",
            "\t", "é", "\u{0}", "!!int ", "<<: ", "#", "speed: 1e999", "---\n", "...\n", "? ", "%",
        ]
        let text = (0..<Int.random(in: 0...30, using: &generator)).map { _ in parts.randomElement(using: &generator)! }
            .joined()
        do {
            _ = try ConfigurationReader.read(text)
        } catch {
            #expect(error is ConfigurationError)
        }
    }

    @Test("it stands where XDG says")
    func place() {
        #expect(
            ConfigurationFile(environment: ["XDG_CONFIG_HOME": "/c", "HOME": "/h"])?.path == "/c/npi/config.yaml")
        #expect(ConfigurationFile(environment: ["HOME": "/h"])?.path == "/h/.config/npi/config.yaml")
        #expect(
            ConfigurationFile(environment: ["XDG_CONFIG_HOME": "c", "HOME": "/h"])?.path == "/h/.config/npi/config.yaml"
        )
        #expect(ConfigurationFile(environment: [:]) == nil)
    }

    @Test("every command has a name of its own, and every key of the table is found by its name")
    func names() {
        let names = CommandTable.all.map(\.id.name)
        #expect(Set(names).count == names.count)
        for command in CommandTable.all {
            for key in command.info.keys { #expect(Key(named: key.name) == key, "\(key.name)") }
        }
    }
}
