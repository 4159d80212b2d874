import Debugger
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("Breakpoints on lines of a task's file")
struct LineBreakpointTests {
    /// flip.task on "abab", at position 0.
    private func session() throws -> Session {
        try .programs(of: ExampleTask.task(ExampleTask.flip, named: "flip"), "abab")
    }

    /// Where runs in a direction stop, again and again.
    private func stops(_ session: inout Session, _ direction: Motion.Direction = .forward) -> [Int] {
        var stops: [Int] = []
        while case .breakpoint = session.perform(.run(direction)) { stops.append(session.position) }
        return stops
    }

    @Test(
        "stops before the line is carried out",
        arguments: [
            ("flip.task:18", [1, 6]), ("flip:18", [1, 6]), ("18", [1, 6]), ("FLIP.TASK : 18", [1, 6]),
            ("folder/flip.task:18", [1, 6]), ("flip.task:22", [2, 7]), ("19", [4, 5, 9, 10]),
            ("19 if at == 2", [9]), ("flip:19 every 2", [5, 10]), ("19 hit 3", [9]), ("19 once", [4]), ("19 off", []),
            ("19 log", []), ("16", [1, 5, 6, 10, 11]), ("16 if at_at == blank", [11]), ("16 if at_at == 'a'", [1, 6]),
            ("16 if \"a\" == at_at", [1, 6]),
            ("16 if word[3] != 'b'", []),
        ] as [(String, [Int])])
    func places(text: String, expected: [Int]) throws {
        var session = try session()
        try session.addBreakpoint(text)
        let found = stops(&session)
        #expect(found == expected)
    }

    @Test("going backwards stops at the same places")
    func backwards() throws {
        var session = try session()
        try session.addBreakpoint("flip:19")
        let forward = stops(&session)
        let found = stops(&session, .backward)
        #expect(found == forward.reversed())
    }

    @Test(
        "a line on which nothing happens stands for the next one where something does, and says so",
        arguments: [
            ("17", "flip.task:18", "nothing happens on line 17; the next line where something does is 18"),
            (
                "15 if step > 3", "flip.task:16 if step > 3",
                "nothing happens on line 15; on line 16 the loop's condition is asked"
            ),
            ("20", "CHANGE", "nothing happens on line 20; line 21 is where CHANGE begins"),
            ("1", "FLIP", "nothing happens on line 1; line 14 is where FLIP begins"),
            ("21 if at == 2", "CHANGE if at == 2", "line 21 is where CHANGE begins"),
            ("flip:18", "flip.task:18", nil),
        ] as [(String, String, String?)])
    func moved(text: String, becomes: String, note: String?) throws {
        var session = try session()
        let breakpoint = try session.addBreakpoint(text)
        #expect(breakpoint.text == becomes)
        #expect(breakpoint.note == note)
    }

    @Test("a program's heading is the place of its calls")
    func heading() throws {
        var session = try session()
        try session.addBreakpoint("flip.task:21")
        let found = stops(&session)
        #expect(found == [2, 7])
        let change = try #require(session.library.program(named: "CHANGE"))
        #expect(session.stopPoints.breakpoint(onCallOf: change) != nil)
    }

    @Test(
        "what is no line of the file is said",
        arguments: [
            ("flip.task:99", 11, "flip.task has the lines 1 to 25"), ("0", 1, "flip.task has the lines 1 to 25"),
            ("flip:99999999999999999999999", 6, "flip.task has the lines 1 to 25"),
            ("24", 1, "nothing happens on line 24 or behind it; the last line where something happens is 22"),
            ("add.task:4", 1, "the file that runs here is flip.task, not add.task"),
            ("flip.task:", 11, "behind the colon stands the number of a line, as in flip.task:17"),
            ("flip.task:x", 11, "behind the colon stands the number of a line, as in flip.task:17"),
            (
                "flip.task:18 twice", 14,
                "twice has no meaning here; there are once, log, off, every, after, hit, if, and, or"
            ),
            ("18 if at_at == 'c'", 16, "'c' is none of the symbols of at_at: a b"),
            ("18 if at == 'a'", 13, "'a' is compared with what stands in a row, as in at_at == 'a'"),
            ("18 if depth == 'a'", 16, "'a' is compared with what stands in a row, as in at_at == 'a'"),
            ("18 if 'a'", 7, "'a' is compared with what stands in a row, as in at_at == 'a'"),
            ("18 if at_at == 'a", 16, "this quote is not closed"),
            ("flip.task:18 if", 16, "here should be a value such as at_at, not the end"),
        ])
    func mistakes(text: String, column: Int, what: String) throws {
        var session = try session()
        #expect(throws: SpecError(what, column: column)) { try session.addBreakpoint(text) }
        #expect(session.stopPoints.breakpoints.isEmpty)
    }

    @Test("a task without a file has no lines")
    func noFile() throws {
        var session = try Session.known(.car, "saloon-1", "-45,30", at: 0)
        #expect(throws: SpecError("this task has no file with lines; step N stops at a step", column: 1)) {
            try session.addBreakpoint("17")
        }
    }

    @Test("a replay stops where the run does")
    func replay() throws {
        var live = try session()
        live.extend(events: .max)
        var replay = try Session(replaying: Recording(bytes: live.recorded()))
        try replay.addBreakpoint("flip:19")
        let found = stops(&replay)
        #expect(found == [4, 5, 9, 10])
    }

    @Test("what a person changes moves the stops")
    func edited() throws {
        var session = try session()
        try session.addBreakpoint("flip:18")
        session.perform(.go(to: 5))
        session.scan()
        let row = try #require(session.world.cells.firstIndex { $0.placeCount != nil })
        try session.edit(try CellChange(CellAddress(cell: row, place: 2), to: 1, in: session.world))
        let rest = stops(&session)
        #expect(rest.isEmpty)
        try session.edit(try CellChange(CellAddress(cell: row, place: 3), to: 0, in: session.world))
        session.perform(.toStart)
        let again = stops(&session)
        #expect(again == [1])
    }

    @Test("another problem of the task keeps them; one of another task does not")
    func another() throws {
        var session = try session()
        try session.addBreakpoint("flip:18")
        var next = try session.another(Problem(task: session.problem.task, input: ["bba"]))
        let found = stops(&next)
        #expect(found == [3])
        #expect(next.stopPoints.breakpoints.map(\.text) == ["flip.task:18"])
    }

    @Test("a recursion thousands deep lists each line that waits once, and only of its innermost frames")
    func deep() throws {
        let word = String(repeating: "ab", count: 2_000)
        var session = try Session.programs(of: ExampleTask.task(ExampleTask.deep, named: "deep"), word)
        session.perform(.go(to: 8_001))
        #expect(session.depth == 4_001)
        let marks = try #require(session.sourceMarks)
        #expect(marks.waiting == [17])
        for _ in 0..<3_000 { session.selectCaller() }
        #expect(session.sourceMarks?.selected == 17)
    }
}
