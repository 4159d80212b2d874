import Foundation
import Testing

/// A real terminal, of tmux; the screen is waited for, never slept for.
final class Terminal {
    private let socket = "npi-lamps-\(UUID().uuidString.prefix(8))"

    /// Opens a terminal of 80 x 24 with a shell in `folder`.
    init(in folder: String) throws {
        let opened = tmux([
            "-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", "-c", folder, "env", "LC_ALL=C.UTF-8",
            "XDG_CONFIG_HOME=\(folder)", "XDG_STATE_HOME=\(folder)", "XDG_CACHE_HOME=\(folder)", "PS1=$ ", "bash",
            "--norc", "--noprofile",
        ])
        try #require(opened.status == 0, "tmux opens a terminal: \(opened.errors)")
        try #require(shows("$"), "the shell asks for a command; the screen: \(screen)")
    }

    deinit { tmux(["kill-server"]) }

    /// Types text as it stands.
    func type(_ text: String) { tmux(["send-keys", "-l", "--", text]) }

    /// Presses keys by tmux's names.
    func press(_ keys: String...) { for key in keys { tmux(["send-keys", key]) } }

    /// Whether the screen shows `text` within 20 seconds.
    func shows(_ text: String) -> Bool {
        let end = Date().addingTimeInterval(20)
        while Date() < end {
            if screen.contains(text) { return true }
            usleep(20_000)
        }
        return false
    }

    private var screen: String { tmux(["capture-pane", "-p"]).output }

    @discardableResult
    private func tmux(_ arguments: [String]) -> (status: Int32, output: String, errors: String) {
        Shell.run(["env", "-u", "TMUX", "LC_ALL=C.UTF-8", "tmux", "-L", socket] + arguments, in: "/")
    }
}
