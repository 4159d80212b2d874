import Foundation
import Testing

/// A real terminal, of tmux, in which a shell runs the program: keys are pressed as a person would, and the screen is
/// waited for, never slept for.
final class Terminal {
    private let socket = "npi-test-\(UUID().uuidString.prefix(8))"
    private let folder: TemporaryFolder
    private let scratch: TemporaryFolder

    /// What a wait may take; generous, since machines that test are busy.
    static let patience = 20.0

    /// Opens a terminal with a shell in an empty folder.
    init(columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]) throws {
        folder = try TemporaryFolder()
        scratch = try TemporaryFolder()
        var variables = [
            "LC_ALL": "C.UTF-8", "PS1": "$ ", "XDG_CONFIG_HOME": scratch.path,
            "XDG_STATE_HOME": scratch.path + "/state", "XDG_CACHE_HOME": scratch.path + "/cache",
        ]
        variables.merge(environment) { $1 }
        let exports = variables.map { "\($0.key)=\($0.value)" }.sorted()
        try tmux(
            ["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "-c", folder.path]
                + exports.flatMap { ["-e", $0] } + ["env", "PS1=$ ", "bash", "--norc", "--noprofile"])
        try tmux(["set-option", "-g", "status", "off"])
        try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
        try wait(for: "$")
    }

    deinit {
        _ = try? tmux(["kill-server"])
    }

    /// The folder that the shell runs in.
    var path: String { folder.path }

    /// Types `npi arguments` and the enter key. `$NPI` stands for the program in `type(_:)`.
    func run(_ arguments: String) throws {
        try type("\(binary) \(arguments)")
        try press("Enter")
    }

    /// Types text as it stands.
    func type(_ text: String) throws {
        try tmux(["send-keys", "-l", "--", text])
    }

    /// Sends bytes to the program as a terminal does, all at once.
    func send(bytes: [UInt8]) throws {
        // A command of tmux has a limit.
        for start in stride(from: 0, to: bytes.count, by: 2_000) {
            let part = bytes[start..<min(start + 2_000, bytes.count)]
            try tmux(["send-keys", "-H"] + part.map { String($0, radix: 16) })
        }
    }

    /// Sends text with its control characters.
    func send(_ text: String) throws {
        try send(bytes: Array(text.utf8))
    }

    /// Sends what the file `name` of the shell's folder holds.
    func paste(from name: String) throws {
        try tmux(["load-buffer", "\(folder.path)/\(name)"])
        try tmux(["paste-buffer", "-r"])
    }

    /// Waits until no question is asked any more.
    func waitForFooter() throws {
        try wait("the footer is back") { $0.last { !$0.isEmpty }?.contains("quit") == true }
    }

    /// Presses keys by tmux's names, such as "Enter", "C-c", "s".
    func press(_ keys: String...) throws {
        try tmux(["send-keys"] + keys)
    }

    /// Changes the terminal's size.
    func resize(columns: Int, rows: Int) throws {
        try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
    }

    /// Runs `npi arguments` with `environment` in front, as `variable=value` words, and remembers how the terminal was
    /// before and after; ``ended(wasResized:)`` tells.
    ///
    /// Returns when the program has shown something or has ended. A key that was pressed earlier would be echoed by the
    /// terminal, since the program has not turned that off yet.
    func runAndWatch(
        _ arguments: String, environment: String = "", sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        for name in ["before", "after", "status"] { try folder.remove(name) }
        let script = """
            npi() {
                clear
                echo npi-begins
                stty -a >before </dev/tty
                env \(environment) \(binary) "$@"
                echo $? >status
                stty -a >after </dev/tty
                echo npi-ended
            }
            """
        try write(script, to: "npi.sh")
        try type(". ./npi.sh; npi \(arguments)")
        try press("Enter")
        try wait("npi has shown something", sourceLocation: sourceLocation) { screen in
            folder.names.contains("before") && !screen.contains { $0.contains("npi.sh") }
                && screen.contains { !$0.isEmpty && $0 != "npi-begins" }
        }
    }

    /// Waits until what ``runAndWatch(_:environment:)`` ran has ended, and returns its exit status. Expects the terminal
    /// as it was found: its modes, the cursor, the mouse, and what the screen showed.
    ///
    /// - Parameter wasResized: Whether it has another size than before; then what it showed is the terminal's affair.
    @discardableResult
    func ended(wasResized: Bool = false, sourceLocation: SourceLocation = #_sourceLocation) throws -> Int32? {
        let shown = try wait("npi has ended", sourceLocation: sourceLocation) { $0.contains("npi-ended") }
        #expect(try isAsFound, sourceLocation: sourceLocation)
        if !wasResized {
            #expect(shown.first == "npi-begins", sourceLocation: sourceLocation)
            #expect(
                try folder.contents(of: "before") == folder.contents(of: "after"), sourceLocation: sourceLocation)
        }
        return Int32(try folder.contents(of: "status").trimmingCharacters(in: .whitespacesAndNewlines))
    }

    /// Puts `text` into the file `name` of the shell's folder.
    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder.path)/\(name)"))
    }

    /// What the shell's folder holds.
    var files: [String] { folder.names }

    /// What a mouse does, as a terminal of tmux's kind tells it: a number for the button.
    enum Mouse: Int {
        case press = 0
        case release = 3
        case wheelUp = 64
        case wheelDown = 65
    }

    /// Does something with the mouse at a place counted from 0.
    func mouse(_ action: Mouse, column: Int, row: Int) throws {
        let report = [0x1B, 0x5B, 0x4D, 32 + action.rawValue, 33 + column, 33 + row]
        try tmux(["send-keys", "-H"] + report.map { String($0, radix: 16) })
    }

    /// Presses the left button and lets it go.
    func click(column: Int, row: Int) throws {
        try mouse(.press, column: column, row: row)
        try mouse(.release, column: column, row: row)
    }

    /// Waits until the title says that the run is at step `number`, and returns the screen.
    @discardableResult
    func wait(forStep number: Int, sourceLocation: SourceLocation = #_sourceLocation) throws -> [String] {
        try wait("the title says step \(number)", sourceLocation: sourceLocation) {
            $0.first?.contains(" \(number) of") == true
        }
    }

    /// Presses a key and waits until the run is at step `number`.
    func press(_ key: String, toStep number: Int, sourceLocation: SourceLocation = #_sourceLocation) throws {
        try press(key)
        try wait(forStep: number, sourceLocation: sourceLocation)
    }

    /// Presses a key and waits until the screen shows `text`.
    @discardableResult
    func press(_ key: String, toSee text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> [String]
    {
        try press(key)
        return try wait(for: text, sourceLocation: sourceLocation)
    }

    /// Presses Escape and waits until `text` is gone; a key that came at once after Escape would be Alt and that key.
    func escape(from text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        try press("Escape")
        try wait("\"\(text)\" is gone", sourceLocation: sourceLocation) { !$0.contains { $0.contains(text) } }
    }

    /// Types an answer to a question, and the enter key.
    func answer(_ text: String) throws {
        try type(text)
        try press("Enter")
    }

    /// The step in the title, such as 12 of "12 of 39 steps".
    var step: Int? {
        get throws {
            try screen.first?.components(separatedBy: " of ").dropLast().last?.split(separator: " ").last
                .flatMap { Int($0.replacingOccurrences(of: ",", with: "")) }
        }
    }

    /// What the screen shows, with the sequences for colours.
    var styledScreen: String {
        get throws { try tmux(["capture-pane", "-p", "-e"]) }
    }

    /// What the screen shows, a line each.
    var screen: [String] {
        get throws {
            try tmux(["capture-pane", "-p"]).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// Waits until the screen shows `text`, and returns the screen.
    @discardableResult
    func wait(for text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> [String] {
        try wait("the screen shows \"\(text)\"", sourceLocation: sourceLocation) { $0.contains { $0.contains(text) } }
    }

    /// Waits until the screen fulfils `condition`, and returns the screen.
    @discardableResult
    func wait(
        _ what: String, sourceLocation: SourceLocation = #_sourceLocation, until condition: ([String]) throws -> Bool
    ) throws -> [String] {
        let end = Date().addingTimeInterval(Self.patience)
        var shown = try screen
        while try !condition(shown) {
            guard Date() < end else {
                let picture = shown.joined(separator: "\n")
                Issue.record("waited in vain until \(what); the screen:\n\(picture)", sourceLocation: sourceLocation)
                throw TerminalError.patience
            }
            usleep(20_000)
            shown = try screen
        }
        return shown
    }

    /// Whether the alternate screen is on, and whether the cursor shows: off and on when the terminal is as it was.
    var isAsFound: Bool {
        get throws {
            let flags = try tmux(["display-message", "-p", "#{alternate_on} #{cursor_flag} #{mouse_any_flag}"])
            return flags.hasPrefix("0 1 0")
        }
    }

    /// The process that runs in the foreground of the terminal.
    var foregroundProcess: Int32? {
        get throws {
            let shell = try tmux(["display-message", "-p", "#{pane_pid}"]).split(separator: "\n").first ?? ""
            let children = try? String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
            return children?.split(separator: " ").first.flatMap { Int32($0) }
        }
    }

    @discardableResult
    private func tmux(_ arguments: [String]) throws -> String {
        var variables = ProcessInfo.processInfo.environment
        for name in ["TMUX", "NO_COLOR", "COLORTERM"] { variables[name] = nil }
        variables["LC_ALL"] = "C.UTF-8"
        let answer = scratch.path + "/answer"
        let status = try runDetached(
            ["tmux", "-L", socket, "-f", "/dev/null"] + arguments, environment: variables, output: answer)
        let text = try scratch.contents(of: "answer")
        guard status == 0 else { throw TerminalError.tmux(arguments, text) }
        return text
    }
}

/// What can go wrong with a terminal under test.
enum TerminalError: Error {
    /// The screen never showed what was waited for.
    case patience
    /// tmux refused a command.
    case tmux([String], String)
}
