import Foundation
import Testing

@Suite("A tour in a terminal")
struct TourTerminalTests {
    @Test("is followed with Enter, left in between, and goes on where it was left")
    func followed() throws {
        let state = try TemporaryFolder()
        let terminal = try Terminal(environment: ["XDG_STATE_HOME": state.path])
        try terminal.runAndWatch("tour adding")
        try terminal.wait(for: "stop 1 of 12")
        try terminal.press("Enter", toSee: "stop 2 of 12")
        try terminal.press("Space", toSee: "stop 3 of 12")
        try terminal.press("BSpace", toSee: "stop 2 of 12")
        try terminal.press("Right", toSee: "stop 3 of 12")
        try terminal.press("s", toSee: "Backspace: back to the stop")
        try terminal.press("BSpace", toStep: 9)
        try terminal.press("Enter", toSee: "The longest bar")
        try terminal.press("Enter", toSee: "In which column")
        try terminal.press("1", toSee: "1 is not it")
        try terminal.press("2", toSee: "only the four cells")
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
        #expect(try terminal.isAsFound)
        #expect(try state.contents(of: "npi/tours.json").contains("\"adding\" : 3"))
        try terminal.runAndWatch("tour adding")
        try terminal.wait(for: "stop 4 of 12")
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
        try terminal.runAndWatch("tour adding --restart")
        try terminal.wait(for: "stop 1 of 12")
        try terminal.resize(columns: 140, rows: 40)
        try terminal.wait(for: "INP1    │")
        try terminal.resize(columns: 30, rows: 8)
        try terminal.wait(for: "too small: 30x")
        try terminal.resize(columns: 80, rows: 24)
        try terminal.wait(for: "stop 1 of 12")
        try terminal.press("q")
        #expect(try terminal.ended(wasResized: true) == 0)
    }

    @Test("a terminal that is closed costs no place")
    func closed() throws {
        let state = try TemporaryFolder()
        do {
            let terminal = try Terminal(environment: ["XDG_STATE_HOME": state.path])
            try terminal.runAndWatch("tour adding")
            try terminal.wait(for: "stop 1 of 12")
            try terminal.press("Enter", toSee: "stop 2 of 12")
        }
        let terminal = try Terminal(environment: ["XDG_STATE_HOME": state.path])
        try terminal.runAndWatch("tour adding")
        try terminal.wait(for: "stop 2 of 12")
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
    }

    @Test("plays by itself to its last stop; the list of npi tour opens one")
    func handsFree() throws {
        let terminal = try Terminal(environment: ["XDG_STATE_HOME": "/dev/null"])
        try terminal.runAndWatch("tour carrying --play --pace 0.2")
        try terminal.wait(for: "that was the last stop")
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
        try terminal.runAndWatch("tour")
        try terminal.wait(for: "Why carrying needs the scratchpad")
        try terminal.type("carrying")
        try terminal.press("Enter", toSee: "stop 1 of 7")
        try terminal.press("q", toSee: "What do you want to see?")
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
    }
}
