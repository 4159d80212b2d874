import Testing

@Suite("The debugger in a terminal: kinds of terminals")
struct TerminalKindTests {
    @Test("NO_COLOR and --no-color draw without a colour, and without them there are some")
    func colours() throws {
        let terminal = try Terminal(environment: ["TERM": "screen-256color"])
        func drawn(_ options: String, _ environment: String = "") throws -> String {
            try terminal.runAndWatch("run add 96 125 \(options)", environment: environment)
            try terminal.wait(for: "0 of 39 steps")
            let screen = try terminal.styledScreen
            try terminal.press("q")
            #expect(try terminal.ended() == 0)
            return screen
        }
        let isColoured = { (screen: String) in screen.contains("[38;5;") || screen.contains(/\u{1B}\[3[0-7]m/) }
        #expect(isColoured(try drawn("")))
        #expect(!isColoured(try drawn("", "NO_COLOR=1")))
        #expect(!isColoured(try drawn("--no-color")))
        // An empty NO_COLOR does not count: no-color.org.
        #expect(isColoured(try drawn("", "NO_COLOR=")))
    }

    @Test("--ascii, and a locale without UTF-8, draw in ASCII alone", arguments: ["--ascii", "LC_ALL=C LANG=C"])
    func ascii(how: String) throws {
        let terminal = try Terminal()
        let isOption = how.hasPrefix("--")
        try terminal.runAndWatch("run add 96 125 \(isOption ? how : "")", environment: isOption ? "" : how)
        try terminal.wait(for: "0 of 39 steps")
        let screen = try terminal.press("s", toSee: "> ADD")
        #expect(screen.allSatisfy { $0.allSatisfy(\.isASCII) }, "\(screen.joined(separator: "\n"))")
        #expect(screen.contains { $0.contains("+ > Scratchpad ---") })
        try terminal.press("?", toSee: "Keys")
        try terminal.escape(from: "Esc closes")
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
    }

    struct Refusal: CustomTestStringConvertible {
        var environment = ""
        var redirection = ""
        var words: String
        var testDescription: String { "\(environment)\(redirection)" }
    }

    static let refusals = [
        Refusal(environment: "-u TERM", words: "npi: TERM is not set; set it, for example TERM=xterm-256color"),
        Refusal(environment: "TERM=", words: "npi: TERM is not set; set it, for example TERM=xterm-256color"),
        Refusal(environment: "TERM=dumb", words: "npi: a terminal of type dumb (TERM) cannot place its cursor"),
        Refusal(environment: "TERM=xyzzy", words: "npi: there is no description of the terminal type xyzzy"),
        Refusal(redirection: "</dev/null", words: "npi: standard input is not a terminal, so no key can be read"),
    ]

    @Test("a terminal that will not do is refused in one line, with status 1", arguments: refusals)
    func isRefused(_ refusal: Refusal) throws {
        let terminal = try Terminal(columns: 200)
        try terminal.runAndWatch("run add 96 125 \(refusal.redirection)", environment: refusal.environment)
        #expect(try terminal.ended() == 1)
        let lines = try terminal.screen
        #expect(lines[1].hasPrefix(refusal.words) && lines[1].hasSuffix("or use --plain"), "\(lines[1])")
        #expect(lines[2] == "npi-ended")
    }

    @Test("with its output in a pipe it prints plain lines")
    func piped() throws {
        let terminal = try Terminal()
        try terminal.runAndWatch("run add 1 2 | cat")
        let lines = try terminal.wait(for: "npi-ended")
        #expect(lines.prefix(3) == ["npi-begins", "ADD", "  ADD1"])
        #expect(lines.contains("3 (correct)"))
    }
}
