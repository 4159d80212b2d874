import Testing

@Suite("The debugger in a terminal: sizes, panes and overlays")
struct ScreenSizeTests {
    @Test("at 80x24 and 140x40 every pane is there", arguments: [(80, 24), (140, 40)])
    func panes(columns: Int, rows: Int) throws {
        let terminal = try Terminal(columns: columns, rows: rows)
        try terminal.runAndWatch("run add 96 125")
        try terminal.wait(forStep: 0)
        let screen = try terminal.press("s", toSee: "ADD1")
        for title in ["Scratchpad", "Call stack", "Prediction", "In words", "Trace"] {
            #expect(screen.contains { $0.contains(title) }, "\(title)")
        }
        #expect(screen.prefix(rows).last?.contains("q quit") == true)
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
    }

    @Test("a terminal that is too small says what is needed, and q still quits", arguments: [(30, 8), (20, 5)])
    func tooSmall(columns: Int, rows: Int) throws {
        let terminal = try Terminal(columns: columns, rows: rows)
        try terminal.runAndWatch("run add 96 125")
        try terminal.wait(for: "too small: \(columns)x\(rows)")
        try terminal.wait(for: "enlarge to 40x10")
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
    }

    @Test("it recovers when enlarged, and no key acted while nothing could be seen")
    func recovers() throws {
        let terminal = try Terminal(columns: 20, rows: 5)
        try terminal.runAndWatch("run add 96 125")
        try terminal.wait(for: "enlarge to 40x10")
        try terminal.press("s")
        try terminal.resize(columns: 80, rows: 24)
        try terminal.wait(forStep: 0)
        try terminal.press("s", toStep: 1)
        try terminal.resize(columns: 140, rows: 40)
        try terminal.wait("the trace stands on the right") { $0[1].contains("Trace") }
        try terminal.resize(columns: 40, rows: 10)
        try terminal.wait(forStep: 1)
        try terminal.press("q")
        #expect(try terminal.ended(wasResized: true) == 0)
    }

    @Test("a new size is heard of even if who started it had the signal blocked")
    func blockedSignal() throws {
        let terminal = try Terminal()
        try terminal.runAndWatch("run add 96 125", environment: "--block-signal=WINCH --block-signal=INT")
        try terminal.wait(forStep: 0)
        try terminal.resize(columns: 100, rows: 30)
        try terminal.wait("the footer stands in the last row") { $0.count >= 30 && $0[29].contains("q quit") }
        try terminal.press("C-c", toSee: "q quits")
    }

    @Test("Tab gives the arrow keys to the next pane, z gives a pane the screen, and both go back")
    func focusAndZoom() throws {
        let terminal = try Terminal()
        try terminal.runAndWatch("run add 96 125")
        try terminal.wait(for: "▸ Scratchpad")
        try terminal.press("Tab", toSee: "▸ Call stack")
        try terminal.press("z")
        try terminal.wait("the call stack is alone") { screen in
            screen.contains { $0.contains("Call stack") } && !screen.contains { $0.contains("Trace") }
        }
        try terminal.press("z", toSee: "Trace")
        try terminal.press("BTab", toSee: "▸ Scratchpad")
        try terminal.press("BTab", toSee: "▸ Trace")
    }

    @Test("? shows all keys, scrolls, and goes away with any other key")
    func help() throws {
        let terminal = try Terminal()
        try terminal.runAndWatch("run add 96 125")
        try terminal.wait(forStep: 0)
        try terminal.press("?", toSee: "continue: to the next breakpoint")
        try terminal.press("End", toSee: "Other programs in its memory")
        try terminal.press("Home", toSee: "step: one call, action or return")
        // In the overlay q closes it and does not quit.
        try terminal.press("q")
        try terminal.wait("the overlay is closed") { !$0.contains { $0.contains("Esc closes") } }
        try terminal.press("s", toStep: 1)
    }

    @Test("u and d look at callers without moving")
    func frames() throws {
        let terminal = try Terminal()
        try terminal.runAndWatch("run add 96 125")
        try terminal.wait(forStep: 0)
        try terminal.press("g")
        try terminal.answer("4")
        try terminal.wait(for: "▸ CARRY")
        try terminal.press("u")
        try terminal.wait("the caller is chosen") { $0.contains { $0.contains("│▸ ADD1") || $0.contains("▸ ADD1  ") } }
        try terminal.press("d")
        try terminal.press("d", toSee: "this is the innermost frame")
        try terminal.wait(forStep: 4)
    }
}
