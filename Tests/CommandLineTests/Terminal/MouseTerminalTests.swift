import Testing

@Suite("The mouse in a terminal")
struct MouseTerminalTests {
    @Test("a click goes to a place on the timeline or in the trace, and the wheel scrolls")
    func mouse() throws {
        let terminal = try Terminal()
        try terminal.runAndWatch("run add 96 125")
        try terminal.wait(forStep: 0)
        try terminal.press("End", toSee: "halted: 221, correct")
        let screen = try terminal.screen
        let timeline = try #require(screen.lastIndex { $0.hasPrefix(" ├") })
        try terminal.click(column: 2, row: timeline)
        try terminal.wait("the step is one of the first") { _ in try terminal.step.map { $0 <= 1 } == true }
        try terminal.press("Home", toStep: 0)
        let line = try #require(try terminal.screen.firstIndex { $0.contains("WRITE OUT 1") && !$0.contains("call") })
        try terminal.click(column: 12, row: line)
        try terminal.wait(for: "▸ Trace")
        // The line that is chosen already is gone to.
        try terminal.click(column: 12, row: line)
        try terminal.wait(forStep: 3)
        for _ in 0..<20 { try terminal.mouse(.wheelDown, column: 12, row: line) }
        try terminal.wait("later lines are in sight") { !$0.contains { $0.contains("▾ ADD ") } }
        for _ in 0..<20 { try terminal.mouse(.wheelUp, column: 12, row: line) }
        try terminal.wait("its beginning is") { $0.contains { $0.contains("▾ ADD ") } }
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
    }
}
