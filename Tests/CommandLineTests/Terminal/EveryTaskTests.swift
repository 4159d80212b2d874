import Testing

/// What does not depend on the task is tried on each of them.
@Suite("Every task in a terminal")
struct EveryTaskTests {
    private static let tasks = [
        ("add 96 125", value: "carry", output: "221"), ("sort 3 1 2", value: "ptr1", output: "1 2 3"),
        ("car --from -45,45", value: "azimuth", output: "[0,15]"),
    ]

    @Test("steps both ways, stops, watches, bookmarks, other branches, searches and looks inside", arguments: tasks)
    func commands(input: String, value: String, output: String) throws {
        let terminal = try Terminal()
        try terminal.runAndWatch("run \(input)")
        try terminal.wait(forStep: 0)
        try terminal.press("c", toSee: "halted: \(output), correct")
        let end = try #require(try terminal.step)
        try terminal.press("S", toStep: end - 1)
        try terminal.press("s", toStep: end)
        try terminal.press("C", toStep: 0)
        for step in 1...3 { try terminal.press("s", toStep: step) }
        try terminal.press("F")
        try terminal.wait("back before the frame") { _ in try terminal.step.map { $0 < 3 } == true }
        try terminal.press("n")
        try terminal.press("N")
        try terminal.press("Home", toStep: 0)

        try terminal.type(":break step 5")
        try terminal.press("Enter", toSee: "breakpoint 1: step 5")
        try terminal.press("c", toStep: 5)
        try terminal.press("B", toSee: "Breakpoints")
        try terminal.press("d")
        try terminal.escape(from: "Breakpoints")

        try terminal.press("w", toSee: "watch")
        try terminal.answer("\(value) stop")
        try terminal.wait(for: "watching \(value)")
        try terminal.press("W", toSee: "Watched")
        try terminal.press("d")
        try terminal.escape(from: "Watched")

        try terminal.press("*")
        try terminal.answer("look here")
        try terminal.press("K", toSee: "look here")
        try terminal.escape(from: "Bookmarks")

        let step = try #require(try terminal.step)
        try terminal.press("x")
        try terminal.answer("return")
        try terminal.wait(for: "the network runs on")
        try terminal.press("V", toSee: "Branches")
        try terminal.escape(from: "Branches")
        try terminal.press("U", toSee: "the change is undone")
        try terminal.wait(forStep: step)

        try terminal.press("Home", toStep: 0)
        try terminal.press("/")
        try terminal.answer("done")
        try terminal.wait(for: "match 1 of")
        try terminal.press("i", toSee: "embedding")
        try terminal.press("M", toSee: "Program memory")
        try terminal.press("M", toSee: "Call stack")
        try terminal.press("D")
        try terminal.press("End", toSee: "halted: \(output), correct")
        try terminal.press("q")
        #expect(try terminal.ended() == 0)
    }
}
