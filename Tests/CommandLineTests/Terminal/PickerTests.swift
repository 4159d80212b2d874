import Foundation
import Testing

@Suite("npi alone, in a terminal")
struct PickerTests {
    @Test("lists tasks and recordings; typing chooses, Enter opens, Esc clears, q quits")
    func picker() throws {
        let terminal = try Terminal()
        _ = try CommandRun("run", "add", "58", "7", "--record", "sum.npitrace", folder: terminal.path)
        try terminal.runAndWatch("")
        try terminal.wait(for: "What do you want to see?")
        try terminal.resize(columns: 80, rows: 50)
        let shown = try terminal.wait(for: "sum.npitrace")
        #expect(shown.contains { $0.contains("ADD 58 + 7") })
        #expect(shown.contains { $0.contains("sort 9 2 5") })
        try terminal.type("zzz")
        try terminal.wait(for: "nothing here is called zzz")
        try terminal.escape(from: "zzz")
        try terminal.type("add 7 8x")
        try terminal.press("Enter", toSee: "no digit")
        try terminal.press("BSpace")
        try terminal.press("Enter", toSee: "ADD 7 + 8")
        // Whoever leaves the run chooses again.
        try terminal.press("q", toSee: "What do you want to see?")
        try terminal.press("End")
        try terminal.press("Enter", toSee: "replay of sum.npitrace")
        try terminal.press("q", toSee: "What do you want to see?")
        try terminal.press("q")
        #expect(try terminal.ended(wasResized: true) == 0)
        try terminal.runAndWatch("")
        try terminal.wait(for: "What do you want to see?")
        try terminal.resize(columns: 30, rows: 8)
        try terminal.wait(for: "quit")
        try terminal.press("q")
        #expect(try terminal.ended(wasResized: true) == 0)
    }
}
