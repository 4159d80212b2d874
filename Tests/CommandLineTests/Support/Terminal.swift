import Foundation
import Testing

/// A real terminal, of tmux, in which a shell runs the program: keys are pressed as a person would, and the screen is
/// waited for, never slept for.
final class Terminal {
    private let socket = "npi-test-\(UUID().uuidString.prefix(8))"
    private let folder: TemporaryFolder

    /// What a wait may take; generous, since machines that test are busy.
    static let patience = 20.0

    /// Opens a terminal with a shell in an empty folder.
    init(columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]) throws {
        folder = try TemporaryFolder()
        var variables = ["LC_ALL": "C.UTF-8", "PS1": "$ "]
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
        try tmux(["send-keys", "-l", text])
    }

    /// Presses keys by tmux's names, such as "Enter", "C-c", "s".
    func press(_ keys: String...) throws {
        try tmux(["send-keys"] + keys)
    }

    /// Changes the terminal's size.
    func resize(columns: Int, rows: Int) throws {
        try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
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
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["tmux", "-L", socket, "-f", "/dev/null"] + arguments
        var environment = ProcessInfo.processInfo.environment
        environment["TMUX"] = nil
        environment["LC_ALL"] = "C.UTF-8"
        process.environment = environment
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let text = String(decoding: data, as: UTF8.self)
        guard process.terminationStatus == 0 else { throw TerminalError.tmux(arguments, text) }
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
