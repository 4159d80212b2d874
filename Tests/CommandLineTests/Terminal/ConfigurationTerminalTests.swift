import Foundation
import Testing

@Suite("The configuration file, in a terminal")
struct ConfigurationTerminalTests {
    @Test("keys are remapped on the screen and in the help; options come before the file")
    func remapped() throws {
        let terminal = try Terminal()
        try FileManager.default.createDirectory(atPath: "\(terminal.path)/npi", withIntermediateDirectories: true)
        try terminal.write("ascii: true\nkeys:\n  step: j\n", to: "npi/config.yaml")
        try terminal.runAndWatch("run add 96 125", environment: "XDG_CONFIG_HOME=\(terminal.path)")
        try terminal.wait(forStep: 0)
        try terminal.press("j", toStep: 1)
        try terminal.wait(for: "j step")
        try terminal.wait(for: "+ > Scratchpad")
        try terminal.press("s", toSee: "s does nothing here")
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
    }

    @Test("a wrong file is named with its line, and nothing is opened")
    func wrong() throws {
        let terminal = try Terminal(columns: 160)
        try FileManager.default.createDirectory(atPath: "\(terminal.path)/npi", withIntermediateDirectories: true)
        try terminal.write("theme: dark\nsped: 4\n", to: "npi/config.yaml")
        try terminal.runAndWatch("run add 1 2", environment: "XDG_CONFIG_HOME=\(terminal.path)")
        try terminal.wait(for: "npi/config.yaml:2: there is no setting \"sped\"; did you mean speed?")
        #expect(try terminal.ended() == 64)
    }
}
