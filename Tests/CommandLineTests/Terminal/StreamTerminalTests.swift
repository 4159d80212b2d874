import Foundation
import Testing

@Suite("The debugger in a terminal: pipes and devices in place of files")
struct StreamTerminalTests {
    @Test(
        "a recording from a pipe is replayed with the keys of the terminal",
        arguments: ["replay - < <(cat R.npitrace)", "replay - <R.npitrace", "replay /dev/stdin < <(cat R.npitrace)"])
    func replay(command: String) throws {
        let terminal = try Terminal()
        _ = try CommandRun("run", "add", "96", "125", "--record", "R.npitrace", folder: terminal.path)
        try terminal.runAndWatch(command)
        try terminal.wait(forStep: 0)
        try terminal.press("s", toStep: 1)
        try terminal.press("S", toStep: 0)
        // The terminal is asked for its size and its Ctrl-C, too.
        try terminal.press("C-c", toSee: "q quits")
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
    }

    @Test("a pipe in place of the configuration is told at once, and one without settings is none")
    func configuration() throws {
        let terminal = try Terminal(columns: 160)
        let folder = terminal.path + "/settings"
        try FileManager.default.createDirectory(atPath: folder + "/npi", withIntermediateDirectories: true)
        let path = folder + "/npi/config.yaml"
        mkfifo(path, 0o600)
        try terminal.runAndWatch("run add 1 2", environment: "XDG_CONFIG_HOME=\(folder)")
        #expect(try terminal.ended() == 64)
        #expect(try terminal.screen.joined().contains("config.yaml cannot be read: it is not a regular file"))
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/null")
        try terminal.runAndWatch("run add 1 2", environment: "XDG_CONFIG_HOME=\(folder)")
        try terminal.wait(forStep: 0)
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
    }

    @Test(
        "the terminal itself is neither a tour nor a recording", arguments: ["tour", "replay", "export --format svg"])
    func terminalAsFile(command: String) throws {
        let terminal = try Terminal(columns: 160)
        try terminal.runAndWatch("\(command) /dev/tty")
        #expect(try terminal.ended() == 1)
        #expect(try terminal.screen.joined().contains("it is a terminal, not a file"))
    }
}
