import Testing

@Suite("The debugger in a terminal: what comes besides keys")
struct TerminalInputTests {
    /// The debugger at step 3 of 96 + 125.
    private func terminal(_ options: String = "", environment: String = "") throws -> Terminal {
        let terminal = try Terminal()
        try terminal.runAndWatch("run add 96 125 \(options)", environment: environment)
        try terminal.wait(forStep: 0)
        for step in 1...3 { try terminal.press("s", toStep: step) }
        return terminal
    }

    private func quit(_ terminal: Terminal) throws {
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
    }

    @Test(
        "a paste of 6,000 characters and Ctrl-C leave the debugger as it was, with and without a prompt",
        arguments: ["", ":"])
    func pasteAndInterrupt(prompt: String) throws {
        let terminal = try terminal()
        if !prompt.isEmpty { try terminal.press(prompt, toSee: "a command") }
        try terminal.send("\u{1B}[200~\(String(repeating: "s", count: 6_000))\u{1B}[201~\u{3}")
        if prompt.isEmpty { try terminal.press("C-c", toSee: "q quits") } else { try terminal.waitForFooter() }
        try terminal.press("s", toStep: 4)
        try quit(terminal)
    }

    @Test("a paste that never ends leaves the keyboard after a moment, also when the window changes meanwhile")
    func endlessPaste() throws {
        let terminal = try terminal()
        try terminal.send("\u{1B}[200~sss")
        try terminal.resize(columns: 100, rows: 30)
        try terminal.wait(for: "pasted text goes into the command line only")
        try terminal.press("s", toStep: 4)
        try terminal.press("q")
        #expect(try terminal.ended(wasResized: true) == 0)
    }

    @Test("100,000 characters are pasted into the command line, and Ctrl-C leaves it")
    func longPaste() throws {
        let terminal = try terminal()
        try terminal.press(":", toSee: "a command")
        try terminal.write("\u{1B}[200~\(String(repeating: "7", count: 100_000))Z\u{1B}[201~", to: "paste")
        try terminal.paste(from: "paste")
        try terminal.wait(for: "777Z")
        try terminal.press("C-c")
        try terminal.wait("the command line is left") { !$0.contains { $0.contains("777") } }
        try quit(terminal)
    }

    static let answers = [
        "\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{1B}\\", "\u{1B}]52;c;c25mYw==\u{7}", "\u{1B}P>|ssnnff\u{1B}\\",
        "\u{1B}_Gi=31;sss\u{1B}\\",
        "\u{1B}^sss\u{1B}\\", "\u{1B}Xsss\u{1B}\\", "\u{1B}[?62;22c", "\u{1B}[24;80R", "\u{1B}[I", "\u{1B}[?1u",
        "\u{1B}[M !!\u{1B}[M#!!",
    ]

    @Test("what a terminal answers is not taken for keys, in one piece or byte by byte", arguments: answers)
    func answer(_ text: String) throws {
        let terminal = try terminal()
        try terminal.send(text)
        for byte in text.utf8 { try terminal.send(bytes: [byte]) }
        // A key behind it is the next thing that happens.
        try terminal.press("s", toStep: 4)
        try terminal.waitForFooter()
        try quit(terminal)
    }

    @Test(
        "arrow keys work in both modes of the terminal", arguments: ["\u{1B}[", "\u{1B}O", "\u{1B}[1;5", "\u{1B}[1;2"])
    func arrows(introducer: String) throws {
        let terminal = try terminal()
        try terminal.press(":", toSee: "a command")
        try terminal.type("17")
        try terminal.send("\(introducer)D\(introducer)D\(introducer)C")
        try terminal.type("2")
        try terminal.wait(for: ":127")
        try terminal.send("\(introducer)H")
        try terminal.type("3")
        try terminal.wait(for: ":3127")
        try terminal.send("\(introducer)F")
        try terminal.type("4")
        try terminal.wait(for: ":31274")
        try terminal.press("C-c")
        try quit(terminal)
    }

    @Test("what is typed behind the q is for the shell")
    func typedAhead() throws {
        let terminal = try terminal()
        try terminal.send("qecho $((6 * 7))\r")
        try terminal.wait(for: "42")
        #expect(try terminal.ended() == 0)
    }

    @Test("a command without its colon leaves no file, and a suggested name is replaced by what is typed")
    func mistyped() throws {
        let terminal = try terminal()
        let files = terminal.files
        try terminal.type("break act")
        try terminal.press("Enter", toSee: "record to a file called \"eak act\"?")
        try terminal.type("no")
        try terminal.press("Enter", toSee: "nothing is recorded")
        try terminal.press("r", toSee: "record to: add-96-125.npitrace")
        try terminal.type("sum.npitrace")
        try terminal.press("Enter", toSee: "recording to sum.npitrace")
        try quit(terminal)
        #expect(Set(terminal.files).subtracting(files) == ["after", "status", "sum.npitrace"])
    }

    @Test(
        "a terminal without a description is used as xterm-256color, which is said",
        arguments: ["xterm-kitty", "foot", "alacritty"])
    func kin(type: String) throws {
        // The base system's descriptions alone, whatever else is installed here.
        let terminal = try terminal(environment: "TERM=\(type) TERMINFO_DIRS=/lib/terminfo TERMINFO=/lib/terminfo")
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
        let words = try terminal.screen.joined(separator: " ")
        #expect(words.contains("npi: there is no description of the terminal type \(type)"), "\(words)")
    }
}
