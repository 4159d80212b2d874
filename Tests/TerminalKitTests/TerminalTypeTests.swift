import TerminalKit
import Testing

@Suite("Types of terminals")
struct TerminalTypeTests {
    /// What the base system has.
    private func problem(_ type: String) -> TerminalType.Problem? {
        ["xterm-256color", "screen-256color", "linux", "vt100"].contains(type)
            ? nil : type == "dumb" ? .tooSimple : .unknown
    }

    @Test(
        "terminals that understand what xterm does are driven as it, with a word",
        arguments: [
            "xterm-kitty", "alacritty", "alacritty-direct", "foot", "foot-extra", "wezterm", "ghostty", "xterm-ghostty",
            "konsole-256color", "vte-256color", "xterm-direct", "st-256color", "iTerm2.app", "contour", "rio",
        ])
    func kin(name: String) throws {
        let type = try TerminalType(name, problem: problem)
        #expect(type.used == "xterm-256color")
        #expect(try #require(type.notice).contains("\(name) (TERM) here, so it was used as xterm-256color"))
    }

    @Test("tmux and screen are driven as screen, and types that are described as themselves")
    func others() throws {
        #expect(try TerminalType("tmux-256color", problem: problem).used == "screen-256color")
        let known = try TerminalType("linux", problem: problem)
        #expect(known.used == "linux" && known.notice == nil)
    }

    @Test("others are refused, and so is everything where nothing is described")
    func refused() {
        #expect(throws: ScreenError.typeUnset) { try TerminalType(nil, problem: problem) }
        #expect(throws: ScreenError.typeUnset) { try TerminalType("", problem: problem) }
        #expect(throws: ScreenError.typeUnknown("xyzzy")) { try TerminalType("xyzzy", problem: problem) }
        #expect(throws: ScreenError.typeUnknown("xterm\u{1B}[31m")) {
            try TerminalType("xterm\u{1B}[31m", problem: problem)
        }
        #expect(throws: ScreenError.typeTooSimple("dumb")) { try TerminalType("dumb", problem: problem) }
        #expect(throws: ScreenError.typeUnknown("foot")) { try TerminalType("foot") { _ in .unknown } }
    }
}
