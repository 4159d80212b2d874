import Debugger
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("Wrong runs by their first mistake")
struct FailureGroupsTests {
    private func problem(_ first: String, _ second: String) throws -> Problem {
        try Problem(task: .add, input: [first, second])
    }

    @Test("runs that go wrong at the same sight in the same way are one group, the earliest first")
    func grouping() throws {
        // The first evaluation of ADD1 is the second of a run.
        let slip = ExpertPredictor(slips: [2: .act(Arguments(3, 2, 7))])
        var groups = FailureGroups(by: slip)
        for (first, second) in [("15", "26"), ("5", "6"), ("95", "96"), ("1", "1")] {
            try groups.add(try problem(first, second))
        }
        let sorted = groups.sorted
        #expect(sorted.map(\.runs.count) == [3, 1])
        let mistake = try #require(sorted[0].mistake)
        #expect(mistake.program == "ADD1" && mistake.seen == "INP1 5, INP2 6, CARRY blank, OUT blank")
        #expect(mistake.decision == "WRITE OUT 7" && mistake.expected == "WRITE OUT 1" && mistake.event == 3)
        #expect(sorted[0].runs.map(\.problem.input) == [["15", "26"], ["5", "6"], ["95", "96"]])
        #expect(sorted[1].mistake?.seen == "INP1 1, INP2 1, CARRY blank, OUT blank")
    }

    @Test("a run whose first mistake comes sooner stands before the others")
    func order() throws {
        var groups = FailureGroups(by: try deafAdder())
        for (first, second) in [("18", "17"), ("8", "7"), ("811", "711")] {
            try groups.add(try problem(first, second))
        }
        let group = groups.sorted[0]
        #expect(group.runs.map(\.event) == group.runs.map(\.event).sorted())
        #expect(group.mistake?.event == group.runs[0].event)
    }

    /// A network that takes every ADD1 of 8 and 7 for another sum.
    private func deafAdder() throws -> any StepPredictor { DeafPredictor() }

    @Test("a run that makes no mistake and does not halt is told apart")
    func endless() throws {
        var groups = FailureGroups(by: RunawayPredictor())
        try groups.add(try problem("9", "9"))
        let group = groups.sorted[0]
        #expect(group.runs.count == 1)
        // It calls ADD within ADD, which the expert would not do.
        #expect(group.mistake?.decision == "ADD")
    }
}

/// An expert that writes 0 where it sees 8 and 7.
private struct DeafPredictor: StepPredictor {
    private var expert = ExpertPredictor()

    var library: ProgramLibrary { expert.library }
    var stateSize: Int { expert.stateSize }

    func check(_ spec: ObservationSpec) throws(StepPredictorError) { try expert.check(spec) }

    mutating func predict(
        encoder: String, observation: Observation, program: ProgramID, arguments: Arguments, from state: [Float],
        to next: inout [Float], into prediction: inout Prediction
    ) {
        expert.predict(
            encoder: encoder, observation: observation, program: program, arguments: arguments, from: state, to: &next,
            into: &prediction)
        if observation.categories.prefix(2) == [8, 7], case .act(let done) = prediction.decision, done[1] == 2,
            done[0] == 3
        {
            prediction.decision = .act(Arguments(3, 2, 0))
        }
    }
}
