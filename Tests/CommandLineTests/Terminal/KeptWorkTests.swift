import Foundation
import Testing

@Suite("What was set up on a run, in a terminal")
struct KeptWorkTests {
    @Test("is offered again the next time, and R brings it back")
    func offered() throws {
        let terminal = try Terminal()
        try terminal.runAndWatch("run add 96 125")
        try terminal.wait(for: "Scratchpad")
        try terminal.type(":break CARRY")
        try terminal.press("Enter", toSee: "breakpoint 1")
        try terminal.type("*where it starts")
        try terminal.press("Enter", toSee: "is bookmarked")
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
        try terminal.runAndWatch("run add 96 125")
        try terminal.wait(for: "kept from last time: 1 breakpoint, 1 bookmark; R brings them back")
        try terminal.press("R", toSee: "back as it was")
        try terminal.press("c", toSee: "breakpoint 1: CARRY")
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
        // Another problem is another run.
        try terminal.runAndWatch("run add 96 126")
        let screen = try terminal.wait(for: "Scratchpad")
        #expect(!screen.contains { $0.contains("kept from") })
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
    }
}
