import Debugger
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("Looking for where two runs differ, as they become known")
struct DifferenceSearchTests {
    private func session(slips: [Int: Decision] = [:]) throws -> Session {
        try Trial.addition(slips: slips).session()
    }

    private func whole(_ session: Session) -> Session {
        var session = session
        session.extend(events: .max)
        return session
    }

    @Test("it finds what the comparison of whole runs finds", arguments: [2, 8, 20, 37], [1, 7, 1_000])
    func slips(evaluation: Int, budget: Int) throws {
        let slip = Decision.act(Arguments(3, 2, 7))
        let (right, wrong) = (whole(try session()), whole(try session(slips: [evaluation: slip])))
        var search = DifferenceSearch(right, wrong)
        while !search.advance(right, wrong, budget: budget) {}
        let comparison = try RunComparison(
            ComparedRun("right", right, network: nil), ComparedRun("wrong", wrong, network: nil))
        #expect(search.decision == comparison.decision?.event)
        #expect(search.decision == evaluation + 1 && search.count == evaluation)
        #expect(search.probability == comparison.probability)
    }

    @Test("nothing differs between a run and its recording")
    func same() throws {
        let run = whole(try session())
        let replay = try Session(replaying: try Recording(bytes: run.recorded()))
        var search = DifferenceSearch(run, replay)
        while !search.advance(run, replay, budget: 10) {}
        #expect(search.decision == nil && search.probability == nil && search.count == run.log.count)
    }

    @Test("it waits for what is not known yet, and goes on from there")
    func growing() throws {
        var (one, other) = (try session(), try session(slips: [30: .end]))
        var search = DifferenceSearch(one, other)
        var isDone = search.advance(one, other, budget: 1_000)
        #expect(!isDone)
        one.extend(events: 20)
        other.extend(events: 10)
        isDone = search.advance(one, other, budget: 1_000)
        #expect(!isDone)
        #expect(search.count == 10)
        one.extend(events: .max)
        isDone = search.advance(one, other, budget: 1_000)
        #expect(!isDone)
        other.extend(events: .max)
        isDone = search.advance(one, other, budget: 1_000)
        #expect(isDone && search.decision == 31)
    }

    @Test("a run that goes on where the other was given up differs there")
    func shorter() throws {
        let long = whole(try session())
        let short = whole(try Session(long.problem, predictor: ExpertPredictor(), stepLimit: 20))
        for (first, second) in [(long, short), (short, long)] {
            var search = DifferenceSearch(first, second)
            let isDone = search.advance(first, second, budget: 1_000)
            #expect(isDone && search.decision == 21 && search.count == 20)
        }
    }

    @Test("a changed run is another one")
    func changed() throws {
        var one = whole(try session())
        let other = one
        let search = DifferenceSearch(one, other)
        #expect(search.isCurrent(one, other))
        one.perform(.go(to: 5))
        #expect(search.isCurrent(one, other))
        try one.force(.end)
        #expect(!search.isCurrent(one, other))
    }

    @Test("the next steps of both are compared where both stand")
    func here() throws {
        let slip = Decision.act(Arguments(3, 2, 7))
        var (right, wrong) = (whole(try session()), whole(try session(slips: [8: slip])))
        right.perform(.go(to: 8))
        wrong.perform(.go(to: 8))
        #expect(right.nextDiffers(from: wrong) == true)
        #expect(right.nextProbabilityDifference(from: wrong) != nil)
        right.perform(.go(to: 7))
        wrong.perform(.go(to: 7))
        #expect(right.nextDiffers(from: wrong) == false)
        #expect(right.nextProbabilityDifference(from: wrong) == nil)
        right.perform(.toEnd)
        #expect(right.nextDiffers(from: wrong) == nil)
    }
}
