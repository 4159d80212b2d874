import Foundation
import Testing

@Suite("The debugger in a terminal: another problem")
struct AnotherProblemTests {
    @Test("a runs other numbers, then an array, then a car, in the same debugger")
    func another() throws {
        let terminal = try Terminal()
        try terminal.runAndWatch("run add 96 125")
        try terminal.wait(forStep: 0)
        try terminal.press("End", toSee: "a another")
        try terminal.press("a", toSee: ":another add")
        try terminal.type("58 67")
        try terminal.press("Enter", toSee: "ADD 58 + 67")
        try terminal.press("End", toSee: "output 125")
        for (line, title) in [
            ("sort 3 1 2", "BUBBLESORT 3 1 2"), ("car truck-1 -45,30", "GOTO truck-1 -45,30 to 0,15"),
        ] {
            try terminal.type(":run \(line)")
            try terminal.press("Enter", toSee: title)
            try terminal.press("End", toSee: "correct")
        }
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
    }

    @Test("a run that is recorded is not left for another, and a recording has no network for one")
    func recorded() throws {
        let terminal = try Terminal()
        try terminal.runAndWatch("run add 9 5 --record mine.npitrace")
        try terminal.press("a", toSee: "recorded to mine.npitrace")
        try terminal.press("End", toSee: "output 14")
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
        try terminal.runAndWatch("replay mine.npitrace")
        try terminal.press("a", toSee: "no network to run other problems")
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
    }
}
