import Testing

@Suite("Debugging a camera around a car, in a terminal")
struct CarTerminalTests {
    @Test("stop at an angle, step back, look inside, turn the camera, run on, and bring the original run back")
    func car() throws {
        let terminal = try Terminal()
        try terminal.runAndWatch("run car --car truck-1 --from -30,30 --break 'azimuth > -20'")
        try terminal.wait(forStep: 0)
        try terminal.press("c", toStep: 4)
        try terminal.wait(for: "azimuth -15")
        try terminal.press("S", toStep: 3)
        try terminal.wait(for: "azimuth -30")
        try terminal.press("i", toSee: "Inside the network")
        try terminal.press("M", toSee: "Program memory")
        try terminal.press("M", toSee: "Call stack")
        try terminal.press("w", toSee: "watch")
        try terminal.type("elevation")
        try terminal.press("Enter", toSee: "elevation")
        try terminal.press("e", toSee: "set azimuth")
        try terminal.type("45")
        try terminal.press("Enter", toSee: "the network runs on from step 3")
        try terminal.wait(for: "azimuth 45")
        try terminal.press("V", toSee: "azimuth = 45")
        try terminal.press("q", toSee: "azimuth 45")
        try terminal.press("U", toSee: "azimuth -30")
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
    }
}
