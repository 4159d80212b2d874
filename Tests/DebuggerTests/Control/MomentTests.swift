import Debugger
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("Moments that a person names")
struct MomentTests {
    private func session() throws -> Session {
        try Session(
            Problem(task: .add, input: ["96", "125"]), predictor: ExpertPredictor(slips: [2: .act(Arguments(3, 2, 7))]))
    }

    @Test(
        "are steps, shares, the start, the end, places and their counts",
        arguments: [
            ("17", 17), ("0", 0), ("start", 0), ("end", 39), ("50%", 20), ("CARRY", 4), ("LSHIFT 2", 24),
            ("carry == 1", 6), ("step 9", 9), ("act WRITE OUT 2", 17),
        ])
    func moments(text: String, position: Int) throws {
        var session = try Session(
            Problem(task: .add, input: ["96", "125"]), predictor: ExpertPredictor())
        try Moment.go(to: text, in: &session)
        #expect(session.position == position)
    }

    @Test("a mistake is shown before it happens; breakpoints on the way do not stop, and stay")
    func mistake() throws {
        var session = try session()
        try session.addBreakpoint("ADD1")
        try Moment.go(to: "mistake", in: &session)
        #expect(session.position == 2)
        #expect(session.knownNext(at: 2)?.judgement == .differs)
        #expect(session.stopPoints.breakpoints.map(\.text) == ["ADD1"])
    }

    @Test("what the run does not have is said", arguments: ["99", "-1", "CARRY 9", "CARY", "LSHIFT 0", "101%", ""])
    func nowhere(text: String) throws {
        var session = try session()
        #expect(throws: SpecError.self) { try Moment.go(to: text, in: &session) }
        #expect(session.stopPoints.breakpoints.isEmpty)
    }
}
