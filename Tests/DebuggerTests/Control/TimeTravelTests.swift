import Debugger
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("Moving through a run")
struct TimeTravelTests {
    @Test("whatever the path, a position shows the same world and the same stack", arguments: Trial.random)
    func anyPath(trial: Trial) throws {
        let reference = try trial.reference()
        var session = try trial.session()
        var generator = SplitMix(seed: 1)
        for _ in 0..<200 {
            session.perform(randomMotion(upTo: reference.events.count, using: &generator))
            check(session, reference)
        }
    }

    @Test("the line ends where the run ends, and says how", arguments: Trial.random)
    func ending(trial: Trial) throws {
        let reference = try trial.reference()
        var session = try trial.session()
        #expect(session.eventCount == nil)
        let reason = session.perform(.toEnd)
        let ending: Ending = reference.depths.last == 0 ? .halted : .stepLimit(trial.stepLimit)
        #expect(reason == .end(ending))
        #expect(session.eventCount == reference.events.count)
        #expect(session.isAtEnd)
        let reasons = [
            session.perform(.step(.forward)), session.perform(.toStart), session.perform(.over(.backward)),
        ]
        #expect(reasons == [.end(ending), .start, .start])
        check(session, reference)
    }

    @Test("over and finish stop where the depth says, both ways", arguments: Trial.random.prefix(10))
    func overAndFinish(trial: Trial) throws {
        let reference = try trial.reference()
        var known = try trial.session()
        known.extend(events: .max)
        let end = reference.events.count
        var walker = try trial.session()
        for origin in 0...end {
            let depth = reference.depths[origin]
            for (limit, forward, backward) in [
                (depth, Motion.over(.forward), Motion.over(.backward)),
                (max(depth - 1, 0), .finish(.forward), .finish(.backward)),
            ] {
                var fresh = walker
                fresh.perform(forward)
                #expect(fresh.position == reference.position(after: origin, withDepthAtMost: limit) ?? end)
                known.perform(.go(to: origin))
                known.perform(forward)
                #expect(known.position == fresh.position)
                known.perform(.go(to: origin))
                known.perform(backward)
                #expect(known.position == reference.position(before: origin, withDepthAtMost: limit) ?? 0)
            }
            walker.perform(.step(.forward))
        }
    }

    @Test("going back never asks the network, and going forth again asks it nothing twice")
    func backIsFree() throws {
        let calls = Counter()
        let trial = try Trial.addition()
        var session = try Session(trial.problem, predictor: CountingPredictor(trial.predictor, calls))
        session.perform(.toEnd)
        let evaluations = calls.value
        #expect(evaluations == session.log.count - 1)
        for motion in [Motion.toStart, .run(.forward), .go(to: 17), .finish(.backward), .over(.forward), .toEnd] {
            session.perform(motion)
        }
        #expect(calls.value == evaluations)
    }

    @Test("a long way is gone a share at a time, and can be given up")
    func budget() throws {
        var session = try Trial.addition(["123456", "999999"]).session()
        session.begin(.run(.forward))
        var progress = session.advance(budget: 10)
        #expect(progress == .running)
        #expect(session.position == 10)
        #expect(session.isMoving)
        progress = session.advance(budget: 7)
        #expect(progress == .running)
        #expect(session.position == 17)
        let reason = session.interrupt()
        #expect(reason == .interrupted)
        #expect(!session.isMoving)
        #expect(session.position == 17)
        session.begin(.finish(.forward))
        var shares = 1
        while session.advance(budget: 1) == .running { shares += 1 }
        var whole = try Trial.addition(["123456", "999999"]).session()
        whole.perform(.go(to: 17))
        whole.perform(.finish(.forward))
        #expect(session.position == whole.position)
        #expect(session.world == whole.world)
        #expect(shares >= whole.position - 17)
    }

    @Test("the whole run becomes known in idle time while the position stays")
    func idle() throws {
        var session = try Trial.addition().session()
        session.perform(.go(to: 5))
        let world = session.world
        var added = session.extend(events: 20)
        #expect(added == 20)
        #expect(session.position == 5)
        #expect(session.world == world)
        #expect(session.eventCount == nil)
        session.extend(events: 1_000)
        let count = try #require(session.eventCount)
        added = session.extend(events: 1)
        #expect(added == 0)
        #expect(session.position == 5)
        session.perform(.toEnd)
        #expect(session.position == count)
        #expect(session.problem.output(of: session.world) == "221")
    }

    @Test("what the network says of the next call is known before it happens")
    func prediction() throws {
        var session = try Trial.addition().session()
        let first = session.prediction(at: 0)
        #expect(first == nil)
        session.perform(.step(.forward))
        let next = session.prediction(at: 1)
        let prediction = try #require(next)
        #expect(session.position == 1)
        let best = try #require(prediction.program(rank: 0))
        #expect(session.library[best.program] == "ADD1")
        #expect(abs(best.probability.value - 0.998) < 0.00002)
        #expect(abs(prediction.end.value - 0.0004) < 0.00002)
        #expect(prediction.programs.count == 3)
        #expect(prediction.values(ofArgument: 1).map(\.value) == [0, 1])
        session.perform(.toEnd)
        let last = session.prediction(at: session.position)
        #expect(last == nil)
    }

    @Test("a network that calls itself for ever is stopped, and can be stepped back from there")
    func runaway() throws {
        var session = try Session(try Trial.addition().problem, predictor: RunawayPredictor(), stepLimit: 2_000_000)
        let reason = session.perform(.run(.forward))
        #expect(reason == .end(.depthLimit(1_048_576)))
        #expect(session.depth == 1_048_577)
        #expect(session.stack(limit: 3).map(\.depth) == [1_048_576, 1_048_575, 1_048_574])
        session.perform(.finish(.backward))
        #expect(session.position == 1_048_576)
        session.perform(.over(.forward))
        #expect(session.isAtEnd)
    }

    @Test("frames are selected from the innermost to the top program and back")
    func frames() throws {
        var session = try Trial.addition().session()
        session.perform(.go(to: 4))
        #expect(session.stack().map { session.library[$0.program] } == ["CARRY", "ADD1", "ADD"])
        #expect(session.stack().map(\.step) == [0, 2, 1])
        #expect(session.stack(limit: 2).count == 2)
        let moved = [session.selectCaller(), session.selectCaller(), session.selectCaller()]
        #expect(moved == [true, true, false])
        #expect(session.selectedFrame?.depth == 0)
        session.selectCallee()
        #expect(session.selectedFrame.map { session.library[$0.program] } == "ADD1")
        session.perform(.step(.forward))
        #expect(session.selection == 0)
    }

    private func check(_ session: Session, _ reference: ReferenceRun) {
        let position = session.position
        #expect(session.world == reference.worlds[position])
        #expect(session.depth == reference.depths[position])
        let stack = session.stack()
        #expect(stack.map(\.program) == reference.stacks[position])
        for (index, frame) in stack.enumerated() {
            #expect(frame.depth == stack.count - 1 - index)
            let made = reference.steps(ofFrameOpenedBy: frame.call, at: position)
            #expect(frame.step == made)
        }
    }

    private func randomMotion(upTo end: Int, using generator: inout SplitMix) -> Motion {
        let direction: Motion.Direction = Bool.random(using: &generator) ? .forward : .backward
        switch Int.random(in: 0..<8, using: &generator) {
        case 0, 1: return .step(direction)
        case 2, 3: return .over(direction)
        case 4: return .finish(direction)
        case 5: return .run(direction)
        default: return .go(to: Int.random(in: 0...end, using: &generator))
        }
    }
}

extension ReferenceRun {
    /// How many calls and actions the frame that event `call` opened has made at `position`, counted one by one.
    func steps(ofFrameOpenedBy call: Int, at position: Int) -> Int {
        let depth = depths[call]
        return (call..<position).count { index in
            switch events[index] {
            case .call: depths[index] == depth
            case .act: depths[index] == depth
            case .return: false
            }
        }
    }
}
