import Assets
import Debugger
import NPIKit
import Scratchpads
import TestSupport
import Testing

/// What is shown of the network's inside is what was there, wherever one comes from.
@Suite("Looking inside the network")
struct InsightTests {
    private let predictor: NetworkPredictor
    private let cached: CachedPredictor

    init() throws {
        let network = try ModelFile.read(try Assets.path(of: Assets.defaultModel)).network
        (predictor, cached) = (NetworkPredictor(network), CachedPredictor(network))
    }

    @Test("at every position and for every open frame it is the state that the run had there")
    func everyFrame() throws {
        let problem = try Problem(task: .add, input: ["96", "125"])
        for runner in [predictor, cached] as [any StepPredictor] { try compare(runner, problem) }
    }

    /// Compares what is seen of a run by `runner` with a run by the network.
    private func compare(_ runner: any StepPredictor, _ problem: Problem) throws {
        var session = try Session(problem, predictor: runner)
        session.extend(events: .max)
        let program = try predictor.library.require(problem.program)
        var reference = try Interpreter(predictor, in: problem.makeWorld(), running: program)
        while reference.step() != nil, !reference.frames.isEmpty {
            session.perform(.go(to: reference.eventCount))
            for (index, frame) in reference.frames.reversed().enumerated() {
                session.selectFrame(index)
                let insight = try #require(session.insight())
                #expect(session.library[insight.program] == predictor.library[frame.program])
                #expect(insight.isCurrent(in: session))
                if index == 0 {
                    #expect(insight.before == frame.state)
                    #expect(insight.step == frame.step)
                    #expect(insight.prediction == reference.predict())
                } else {
                    #expect(insight.after == frame.state)
                    #expect(insight.step == frame.step - 1)
                }
            }
        }
    }

    @Test("it is the same from near and from far, forwards and backwards, and the run stays as it is")
    func anyWay() throws {
        let digits = String(repeating: "97", count: 100)
        var session = try Session(Problem(task: .add, input: [digits, "5" + digits]), predictor: cached)
        session.extend(events: .max)
        let before = session.log.count
        #expect(before > 2_048)
        var generator = SplitMix(seed: 3)
        var known: Insight?
        for turn in 0..<40 {
            let near = session.position + Int.random(in: -3...3, using: &generator)
            let position = turn % 3 == 0 ? Int.random(in: 1..<before, using: &generator) : min(max(near, 1), before - 1)
            session.perform(.go(to: position))
            session.selectFrame(Int.random(in: 0...3, using: &generator))
            let fresh = try #require(session.insight())
            let continued = try #require(session.insight(from: known))
            #expect(fresh == continued)
            known = continued
            #expect(session.position == position && session.log.count == before)
        }
    }

    @Test("after a change it is that of the new branch")
    func whatIf() throws {
        var session = try Session(Problem(task: .add, input: ["96", "125"]), predictor: predictor)
        session.perform(.go(to: 2))
        let old = try #require(session.insight())
        try session.force(.call(try predictor.library.require("LSHIFT"), .none))
        session.perform(.step(.backward))
        #expect(!old.isCurrent(in: session))
        let new = try #require(session.insight(from: old))
        #expect(new.after == old.after && new.prediction == old.prediction)
    }

    @Test("a replay has nothing to show, until a network is put beside it")
    func replay() throws {
        var session = try Session(Problem(task: .add, input: ["96", "125"]), predictor: predictor)
        session.extend(events: .max)
        var replay = try Session(replaying: try Recording(bytes: session.recorded()))
        #expect(replay.memory == nil)
        try replay.look(with: predictor)
        #expect(!replay.isLive)
        for position in 1..<session.log.count {
            session.perform(.go(to: position))
            replay.perform(.go(to: position))
            let (own, seen) = (try #require(session.insight()), try #require(replay.insight()))
            #expect(own.before == seen.before && own.after == seen.after && own.prediction == seen.prediction)
        }
    }

    @Test("where no program runs, and where there is no network, there is nothing")
    func nothing() throws {
        var session = try Session(Problem(task: .add, input: ["96", "125"]), predictor: predictor)
        #expect(session.insight() == nil)
        session.perform(.toEnd)
        #expect(session.insight() == nil)
        var standIn = try Trial.addition().session()
        standIn.perform(.go(to: 5))
        #expect(standIn.memory == nil && standIn.insight() == nil)
    }
}

extension Session {
    /// What is inside, looked for to its end.
    fileprivate func insight(from known: Insight? = nil) -> Insight? {
        guard var run = findInsight(from: known) else { return nil }
        while true {
            if let insight = run.advance(budget: 7, in: self) { return insight }
        }
    }
}
