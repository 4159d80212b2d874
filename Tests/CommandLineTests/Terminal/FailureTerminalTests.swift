import Testing

@Suite("Wrong runs in a terminal")
struct FailureTerminalTests {
    @Test("Enter opens a recording at its first mistake, and leads back to the list; q leaves")
    func menu() throws {
        let terminal = try Terminal(columns: 110, rows: 40)
        try terminal.run("evaluate add --model half-trained --lengths 2 --problems 8 --failures wrong")
        try terminal.wait(for: "Enter opens 1, a number another, q leaves:")
        let list = try terminal.screen.joined(separator: "\n")
        #expect(list.contains("wrong runs, by their first mistake"))
        try terminal.press("Enter", toSee: "Call stack")
        // The prediction pane is that of the step that goes wrong.
        try terminal.wait(for: "right")
        try terminal.press("q", toSee: "Enter opens 2, a number another, q leaves:")
        try terminal.type("999")
        try terminal.press("Enter", toSee: "there is no problem 999 to open")
        try terminal.type("q")
        try terminal.press("Enter")
        try terminal.wait("the shell is back") { screen in screen.last { !$0.isEmpty } == "$" }
    }
}
