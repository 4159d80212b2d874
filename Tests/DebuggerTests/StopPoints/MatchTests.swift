import Debugger
import NPIKit
import Scratchpads
import TestSupport
import Testing

/// Breakpoints against the plainest way to find them: looking at every position.
@Suite("Breakpoints stop at the same places")
struct MatchTests {
    private static let texts = [
        "carry == 1", "inp1 > out", "depth >= 3 and not carry == blank", "p(ADD1) < 0.4", "entropy > 1.2",
        "low-confidence 0.6",
        "return", "act WRITE every 2", "depth > 2 after 1", "CARRY if made == 0", "ptr_out != ptr_inp1",
        "mistake every 2",
        "end in 0.2..0.4", "step > 20",
    ]

    /// The positions at which `c` stops, from where the session is.
    private func stops(_ session: inout Session, _ direction: Motion.Direction) -> [Int] {
        var stops: [Int] = []
        while true {
            switch session.perform(.run(direction)) {
            case .breakpoint, .mistake: stops.append(session.position)
            default: return stops
            }
        }
    }

    @Test(
        "running live, running again, in small shares, and going back",
        arguments: Trial.random.filter { $0.problem.task == .add })
    func everyWay(trial: Trial) throws {
        for text in Self.texts {
            var live = try trial.session()
            try live.addBreakpoint(text)
            let found = stops(&live, .forward)

            var known = try trial.session()
            known.extend(events: .max)
            try known.addBreakpoint(text)
            #expect(stops(&known, .forward) == found, "\(text)")
            // Going back leaves where one is.
            let before = found.filter { $0 < known.log.count }
            #expect(stops(&known, .backward) == before.reversed(), "\(text)")
            #expect(known.position == 0)

            var slow = try trial.session()
            try slow.addBreakpoint(text)
            var stops: [Int] = []
            loop: while true {
                slow.begin(.run(.forward))
                while true {
                    if Bool.random() { slow.scan(budget: 3) }
                    guard case .stopped(let reason) = slow.advance(budget: 1) else { continue }
                    if case .end = reason { break loop }
                    stops.append(slow.position)
                    break
                }
            }
            #expect(stops == found, "\(text)")
        }
    }

    @Test(
        "a changed cell changes where a condition holds from there on",
        arguments: ["carry == 1", "inp1 > 4", "out == 9"])
    func edits(text: String) throws {
        var session = try Trial.addition(["96", "125"]).session()
        try session.addBreakpoint(text)
        session.extend(events: .max)
        session.scan()
        session.perform(.go(to: 9))
        let change = try CellChange("inp1 8", in: session.world)
        try session.edit(change)
        session.perform(.toStart)
        let found = stops(&session, .forward)
        // The same, with nothing found before the change.
        var fresh = session
        fresh.stopPoints.removeBreakpoints()
        fresh.perform(.toStart)
        try fresh.addBreakpoint(text)
        #expect(stops(&fresh, .forward) == found)
    }

    @Test("a temporary one goes away when it has stopped; the number of matches is known at once")
    func temporary() throws {
        var session = try Trial.addition().session()
        let id = try session.addBreakpoint("ADD1 once").id
        session.extend(events: .max)
        session.scan()
        #expect(session.occurrences(of: id).known == 3)
        #expect(session.perform(.run(.forward)) == .breakpoint(id))
        #expect(session.stopPoints.breakpoints.isEmpty)
        #expect(session.latestHit?.text == "ADD1 once")
    }

    @Test("breakpoints that stop at the same place all count, and temporary ones among them go away")
    func together() throws {
        var session = try Trial.addition().session()
        let first = try session.addBreakpoint("ADD1").id
        let second = try session.addBreakpoint("ADD1 once").id
        #expect(session.perform(.run(.forward)) == .breakpoint(first))
        #expect(session.otherHits.map(\.id) == [second])
        #expect(session.stopPoints.breakpoints.map(\.id) == [first])
        #expect(session.stopPoints[first]?.hitCount == 1)
        #expect(session.perform(.run(.forward)) == .breakpoint(first))
        #expect(session.otherHits.isEmpty)
    }
}
