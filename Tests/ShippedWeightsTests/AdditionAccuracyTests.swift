import Assets
import Experiments
import NPIKit
import Scratchpads
import Support
import TestSupport
import Testing

@Suite("The shipped network adds")
struct AdditionAccuracyTests {
    let predictor: NetworkPredictor
    let solvers: Solvers

    init() throws {
        let network = try ModelFile.read(try Assets.path(of: Assets.defaultModel)).network
        predictor = NetworkPredictor(network)
        solvers = Solvers(network)
    }

    @Test("every one of the 241 sums of the digit table")
    func digitTable() throws {
        #expect(try DigitTable.mistakes(of: predictor).isEmpty)
    }

    @Test("1,000 of 1,000 random additions of 1-10 digits")
    func shortNumbers() throws {
        var generator = SeededGenerator(seed: 20_261)
        let problems = (0..<1_000).map { _ in
            AdditionProblems.random(length: .random(in: 1...10, using: &generator), using: &generator)
        }
        let results = try solvers.results(of: problems)
        #expect(zip(problems, results).filter { !$1.isCorrect }.map(\.0).isEmpty)
    }

    @Test(
        "fresh problems of 20, 100, 1,000 and 3,000 digits, every other one a carry through all columns",
        arguments: [
            Validation.Part(length: 20, count: 100), Validation.Part(length: 100, count: 100),
            Validation.Part(length: 1_000, count: SlowTests.areOn ? 20 : 4),
            Validation.Part(length: 3_000, count: SlowTests.areOn ? 5 : 2),
        ])
    func longNumbers(part: Validation.Part) throws {
        let marks = try Validation(.add, parts: [part], seed: 3_000 + UInt64(part.length)).marks(by: solvers)
        #expect(marks.map(\.right) == [part.count])
    }

    @Test("999...9 + 1, of 3,000 nines")
    func carryChain() throws {
        let problem = try Problem(task: .add, input: [String(repeating: "9", count: 3_000), "1"])
        #expect(try RunResult(of: problem, by: predictor).isCorrect)
    }

    @Test("what it was trained on is written in the file")
    func provenance() throws {
        let training = try ModelFile.read(try Assets.path(of: Assets.defaultModel)).training
        #expect(training["seed"] != nil && training["lengths"] == "1-20")
    }
}
