import Testing

@Suite("What a proof finds wrong, on a terminal")
struct VerifyTerminalTests {
    @Test("Enter opens the problems in the debugger, one after the other, and q leaves")
    func opens() throws {
        let terminal = try Terminal()
        let trained = try CommandRun(
            ["train", "reverse-recursive", "--units", "8", "--updates", "1", "--out", "wrong.safetensors"],
            folder: terminal.path)
        #expect(trained.status == 0, "\(trained.errors)")
        try terminal.run("verify reverse-recursive --model wrong.safetensors")
        try terminal.wait(for: "Enter opens 1, a number another, q leaves:")
        try terminal.press("Enter")
        try terminal.wait("the debugger shows the step") { $0.first?.contains(" of ") == true }
        try terminal.press("q")
        try terminal.wait(for: "a number another, q leaves:")
        try terminal.answer("99")
        try terminal.wait(for: "there is no problem 99 to open; there are 1")
        try terminal.answer("q")
        try terminal.wait("the shell asks again") { $0.last { !$0.isEmpty }?.hasPrefix("$") == true }
    }
}
