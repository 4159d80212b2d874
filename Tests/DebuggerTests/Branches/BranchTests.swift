import Debugger
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("What if: other branches")
struct BranchTests {
    /// 96 + 125, all of it known, at `position`.
    private func session(at position: Int) throws -> Session {
        var session = try Trial.addition().session()
        session.extend(events: .max)
        session.perform(.go(to: position))
        return session
    }

    @Test("a decision is read as a person writes it")
    func decisions() throws {
        let session = try session(at: 2)
        let carry = try session.library.require("CARRY")
        for (text, decision) in [
            ("carry", .call(carry, .none)), ("call CARRY 1 2 3", .call(carry, Arguments(1, 2, 3))), ("return", .end),
            ("WRITE OUT 5", .act(Arguments(3, 2, 5))), ("act ptr inp1 left", .act(Arguments(0, 0, 0))),
        ] as [(String, Decision)] {
            #expect(try Decision(text, in: session) == decision, "\(text)")
        }
    }

    @Test(
        "nonsense is refused with its column",
        arguments: [
            ("", 1), ("WRITE OUT", 10), ("CARY", 1), ("CARRY 10", 7), ("CARRY 1 2 3 4", 13), ("return 3", 8),
            ("act", 4),
            ("call", 5), ("WRITE SUM 3", 1), ("CARRY x", 1),
        ])
    func wrongDecisions(text: String, column: Int) throws {
        let session = try session(at: 2)
        let error = #expect(throws: SpecError.self, "\(text)") { try Decision(text, in: session) }
        #expect(error?.column == column, "\(text): \(error?.description ?? "")")
    }

    @Test("undoing brings the original run back; both are kept, and part where one was forced")
    func branches() throws {
        let first = try session(at: 9)
        var changed = first
        try changed.force(.end)
        var branches = BranchTree()
        branches.begin("step 9: return", from: first, to: changed)
        #expect(branches.all.map(\.name) == ["original run", "step 9: return"])
        #expect(branches.current == 2 && branches.parent == 1)
        changed.extend(events: .max)
        #expect(changed.parting(from: first) == 10)
        #expect(changed.parting(from: first, after: branches.commonStart(with: 1)) == 10)

        try changed.addBreakpoint("CARRY")
        let undone = branches.select(1, leaving: changed)
        let back = try #require(undone)
        #expect(back.log.count == 39 && back.position == 9)
        #expect(back.stopPoints.breakpoints.map(\.text) == ["CARRY"])
        #expect(branches.parent == nil)
        let second = branches.select(2, leaving: back)
        let again = try #require(second)
        #expect(again.log.count == changed.log.count)
        #expect(first.parting(from: first) == nil)
    }

    @Test("many branches are kept within bounds, the present and the first among them")
    func bounds() throws {
        var session = try session(at: 9)
        var branches = BranchTree()
        for round in 0..<80 {
            let before = session
            try session.force(.end)
            branches.begin("\(round)", from: before, to: session)
            let chosen = branches.select(1, leaving: session)
            session = try #require(chosen)
            session.perform(.go(to: 9))
        }
        #expect(branches.all.count <= 33)
        #expect(branches[1] != nil && branches[branches.current] != nil)
    }

    @Test("a recording follows one branch only, also when another of the same length was tried meanwhile")
    func recording() throws {
        var session = try Trial.addition().session()
        session.extend(events: 10)
        session.perform(.go(to: 9))
        let first = session
        try session.force(.end)
        var recorder = Recorder(session, model: nil)
        while recorder.newLines(of: session) != nil {}
        var other = first
        try other.force(.call(try other.library.require("CARRY"), .none))
        #expect(!recorder.follows(other))
        #expect(recorder.follows(session))
    }
}
