import Debugger
import NPIKit
import Scratchpads
import TUI
import TerminalKit
import TestSupport
import Testing

@Suite("What is said of the selected frame")
struct SelectedStepTests {
    static let sizes = [Size(80, 24), Size(140, 40), Size(200, 60)]

    /// The lines of the pane of the prediction and beside it that begin with a tick.
    private func right(_ session: Session, _ size: Size) -> [String] {
        session.screen(size.width, size.height).lines.filter { $0.contains("✓") }
    }

    @Test("at a wrong argument the right one is listed with its probability and rank", arguments: sizes)
    func wrongArgument(size: Size) throws {
        let session = try Session.known(.add, "96", "125", at: 2, slips: [2: .act(Arguments(3, 2, 7))])
        let text = session.text(size.width, size.height)
        #expect(text.contains("(<0.001, 3rd"))
        #expect(right(session, size).count == 1)
    }

    @Test("at a wrong program the right one is listed with its probability and rank", arguments: sizes)
    func wrongProgram(size: Size) throws {
        // LSHIFT in place of ADD1, which no summary of four programs has room for.
        let lshift = ProgramID(rawValue: 3)
        let session = try Session.known(.add, "96", "125", at: 1, slips: [1: .call(lshift, .none)])
        let lines = right(session, size)
        #expect(lines.count == 1)
        #expect(lines.first?.contains("ADD1") == true)
        #expect(session.text(size.width, size.height).contains("choice)"))
    }

    @Test("at a return too early what goes on is told", arguments: sizes)
    func earlyReturn(size: Size) throws {
        let session = try Session.known(.add, "96", "125", at: 1, slips: [1: .end])
        #expect(session.log.expertChance(at: 2) == ExpertChance(probability: Probability(1 - 0.9991), rank: 2))
        #expect(session.text(size.width, size.height).contains("call ADD1"))
    }

    @Test("a caller's prediction and words are those of the call that it has made", arguments: sizes)
    func caller(size: Size) throws {
        // In CARRY, which ADD1 has called in step 4.
        var session = try Session.known(.add, "96", "125", at: 5)
        session.selectCaller()
        let text = session.text(size.width, size.height)
        #expect(text.contains("Prediction of step 4"))
        #expect(text.contains("▸ call CARRY"))
        #expect(text.contains("this call ADD1 — "))
        #expect(text.contains("then call CARRY — "))
        session.selectCaller()
        #expect(session.text(size.width, size.height).contains("Prediction of step 2"))
        session.selectFrame(0)
        #expect(!session.text(size.width, size.height).contains("Prediction of"))
    }

    @Test("where a line is all there is, a return and a call read as sentences")
    func summary() throws {
        let returning = try Session.known(.add, "96", "125", at: 7).text(40, 12)
        #expect(returning.contains("returns (0.999); otherwise ADD"))
        let calling = try Session.known(.add, "96", "125", at: 1).text(40, 12)
        #expect(calling.contains("calls ADD1 (0.998); returns <0.001"))
    }
}
