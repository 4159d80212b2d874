import Debugger
import Foundation
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("Comparing runs")
struct RunComparisonTests {
    /// 96 + 125 by a network that slips at an evaluation.
    private func run(_ name: String, slips: [Int: Decision] = [:], input: [String] = ["96", "125"]) throws
        -> ComparedRun
    {
        let trial = try Trial.addition(input, slips: slips)
        var session = try trial.session()
        session.extend(events: .max)
        return ComparedRun(name, session, network: trial.predictor)
    }

    /// The same as it comes out of a recording.
    private func recorded(_ run: ComparedRun, network: (any StepPredictor)? = nil) throws -> ComparedRun {
        ComparedRun(
            run.name, try Session(replaying: try Recording(bytes: run.session.recorded())), network: network)
    }

    @Test("a run is the same as itself, as its recording, and on both networks")
    func same() throws {
        let (one, other) = (try run("one"), try run("other"))
        for (first, second) in [
            (one, other), (one, try recorded(other)), (try recorded(one), other),
            (try recorded(one), try recorded(other)),
        ] {
            let comparison = try RunComparison(first, second)
            #expect(comparison.isSame && comparison.commonCount == one.session.log.count)
        }
        var forced = try #require(ForcedComparison(along: one, by: other))
        var count = 0
        while let step = forced.next() {
            count += 1
            #expect(step.choice == nil && step.event == count + 1)
            // One is known to 16 bits, each of its parts; the other in full.
            #expect(abs(try #require(step.own) - (try #require(step.other))) < 1e-4)
        }
        #expect(count == 38 && forced.count == 38 && forced.differences == 0 && forced.firstDifference == nil)
    }

    @Test("two runs part where one network slips, and each is led along the other's run", arguments: [2, 8, 20, 38])
    func slip(evaluation: Int) throws {
        let right = try run("right")
        let event = evaluation + 1
        let slip = Decision.act(Arguments(3, 2, 7))
        let wrong = try run("wrong", slips: [evaluation: slip])
        let comparison = try RunComparison(right, wrong)
        let decision = try #require(comparison.decision)
        #expect(decision.event == event && comparison.commonCount == event - 1)
        #expect(decision.second == "WRITE OUT 7" && decision.first != decision.second)
        #expect(comparison.probability?.event == event)

        // The wrong network slips on the right run too, at its evaluation of that step, and nowhere else.
        var forced = try #require(ForcedComparison(along: right, by: wrong))
        let steps = Array(forced)
        while forced.next() != nil {}
        #expect(forced.differences == 1)
        let first = try #require(forced.firstDifference)
        #expect(first == steps[evaluation - 1] && first == forced.leastLikely)
        #expect(first.event == event && first.program == decision.program)
        #expect(first.decision == decision.first && first.choice == "WRITE OUT 7")
        #expect(try #require(first.own) > 0.9 && (try #require(first.other)) < 0.01)
        let logarithm = steps.compactMap(\.other).reduce(0) { $0 + log(max($1, .leastNormalMagnitude)) }
        #expect(abs(try #require(forced.otherLogarithm) - logarithm) < 1e-9)
        #expect(try #require(forced.ownLogarithm) > (try #require(forced.otherLogarithm)))
    }

    @Test("where only recordings are at hand, their decisions and what they know of probabilities are compared")
    func recordingsOnly() throws {
        let right = try recorded(try run("right"))
        let wrong = try recorded(try run("wrong", slips: [8: .act(Arguments(3, 2, 7))]))
        let comparison = try RunComparison(right, wrong)
        #expect(comparison.decision?.event == 9 && comparison.probability?.event == 9)
        #expect(ForcedComparison(along: right, by: wrong) == nil)
    }

    @Test("a run that ends earlier differs there")
    func cut() throws {
        let whole = try run("whole")
        var session = try Session(whole.session.problem, predictor: ExpertPredictor(), stepLimit: 10)
        session.extend(events: .max)
        let cut = ComparedRun("cut", session, network: ExpertPredictor())
        for (first, second) in [(whole, cut), (cut, whole)] {
            let decision = try #require(try RunComparison(first, second).decision)
            #expect(decision.event == 11)
            #expect([decision.first, decision.second].contains("nothing: did not halt within 10 steps"))
        }
    }

    @Test("runs of different problems are refused")
    func problems() throws {
        let (one, other) = (try run("one"), try run("other", input: ["96", "126"]))
        #expect(throws: ComparisonError.differentProblems("ADD 96 + 125", "ADD 96 + 126")) {
            _ = try RunComparison(one, other)
        }
    }

    @Test("runs of different tasks are told by their tasks")
    func tasks() {
        let error = ComparisonError.differentTasks("sort", "sort-recursive")
        #expect("\(error)".hasPrefix("the runs are of different tasks, sort and sort-recursive"))
    }

    @Test("the first difference is that of the recorded lines", arguments: Trial.random)
    func lines(trial: Trial) throws {
        var first = try trial.session()
        first.extend(events: .max)
        let other = RandomPredictor(seed: 77, callRate: 0.4, returnRate: 0.35)
        var second = try Session(trial.problem, predictor: other, stepLimit: trial.stepLimit)
        second.extend(events: .max)
        let comparison = try RunComparison(
            ComparedRun("a", first, network: trial.predictor), ComparedRun("b", second, network: other))
        let count = max(first.log.count, second.log.count)
        let parting = (1...count).first { number in
            guard number <= first.log.count, number <= second.log.count else { return true }
            return first.log[number].decision != second.log[number].decision
        }
        #expect(comparison.decision?.event == parting)
    }
}
