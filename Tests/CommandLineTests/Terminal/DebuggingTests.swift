import Foundation
import Testing

@Suite("Debugging in a terminal: stops, watches, other branches")
struct DebuggingTests {
    @Test("stop at the first carry, step back, change a digit, run on, and bring the original run back")
    func carry() throws {
        let terminal = try Terminal()
        try terminal.runAndWatch("run add 96 125")
        try terminal.wait(forStep: 0)
        try terminal.type(":break carrry == 1")
        try terminal.press("Enter", toSee: "did you mean carry?")
        // The cursor stands on the word: past "ca", one r too many.
        try terminal.press("Right", "Right", "DC", "Enter")
        try terminal.wait(for: "breakpoint 1: carry == 1")
        try terminal.press("c", toStep: 6)
        try terminal.press("S", toStep: 5)
        try terminal.press("e", toSee: "type a digit")
        try terminal.press("7", toSee: "changed; the network runs on")
        try terminal.escape(from: "editing")
        try terminal.press("V", toSee: "inp1[1] = 7")
        try terminal.press("q")
        try terminal.press("U", toSee: "the change is undone")
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
    }

    @Test("a swap is waited for, a value watched and followed back, a call forced")
    func sorting() throws {
        let terminal = try Terminal()
        try terminal.runAndWatch("run sort 9 2 5 --break 'act SWAP'")
        try terminal.wait(forStep: 0)
        try terminal.press("c", toSee: "breakpoint 1: act SWAP")
        let stop = try #require(try terminal.step)
        try terminal.press("w")
        try terminal.answer("value1")
        try terminal.wait(for: "watching value1")
        try terminal.press("End", toSee: "halted: 2 5 9")
        try terminal.press("L", toSee: "before")
        #expect(try #require(try terminal.step) > stop)
        try terminal.press("C", toSee: "breakpoint 1: act SWAP")
        try terminal.press("x")
        try terminal.answer("return")
        try terminal.wait(for: "the network runs on from there")
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
    }

    @Test("--break says what is wrong, and where")
    func wrongBreak() throws {
        let run = try CommandRun("run", "add", "1", "2", "--break", "carry == ")
        #expect(run.failed(64, saying: "column 10: here should be a value"))
    }
}
