import Debugger
import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite("What a program makes of each pair of digits")
struct DigitTableTests {
    private func problem(_ task: TaskDefinition = .add, _ input: [String] = ["58", "67"]) throws -> Problem {
        try Problem(task: task, input: input)
    }

    @Test("a network without fault is right about all of them")
    func right() throws {
        let table = try #require(DigitTable(of: "ADD1", on: problem(), by: ExpertPredictor()))
        #expect(table.wrongCount == 0)
        #expect(table.names == ["INP1", "INP2", "CARRY"])
    }

    @Test("one that takes one sum for another is wrong there, with the carry that it was so with")
    func wrong() throws {
        let table = try #require(DigitTable(of: "ADD1", on: problem(), by: DeafToSum(of: 15)))
        for carry in [false, true] {
            for first in 0...9 {
                for second in 0...9 {
                    let sum = first + second + (carry ? 1 : 0)
                    #expect(table.isRight(first, second, carry: carry) == (sum != 15), "\(first) \(second) \(carry)")
                }
            }
        }
        #expect(table.wrongCount == 9)
        let lines = table.lines(right: ".", wrong: "x")
        #expect(lines.count == 12)
        #expect(lines[8] == "     6  . . . . . . . . . x    . . . . . . . . x .")
        #expect(lines[2] == "INP1 0  . . . . . . . . . .    . . . . . . . . . .")
    }

    @Test("where no two digits and no carry are seen, there is none; nor of a program that is not called")
    func none() throws {
        #expect(try DigitTable(of: "BSTEP", on: problem(.sort, ["3", "1", "2"]), by: ExpertPredictor([.sort])) == nil)
        #expect(try DigitTable(of: "CARRY", on: problem(.add, ["1", "2"]), by: ExpertPredictor()) == nil)
        #expect(try DigitTable(of: "NOTHING", on: problem(), by: ExpertPredictor()) == nil)
    }
}

/// An expert that writes 4 where it sees digits, and a carry, of this sum.
private struct DeafToSum: StepPredictor {
    private var expert = ExpertPredictor()
    private let sum: Int

    init(of sum: Int) { self.sum = sum }

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
        let seen = observation.categories.prefix(3).map(Int.init)
        if seen[0] + seen[1] + (seen[2] == 1 ? 1 : 0) == sum, case .act(let done) = prediction.decision, done[0] == 3,
            done[1] == 2
        {
            prediction.decision = .act(Arguments(3, 2, (sum + 9) % 10))
        }
    }
}
