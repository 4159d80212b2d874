import Assets
import Experiments
import NPIKit
import Scratchpads
import Support
import TestSupport
import Testing

@Suite("The shipped network sorts")
struct SortingAccuracyTests {
    let predictor: NetworkPredictor

    init() throws {
        predictor = NetworkPredictor(try ModelFile.read(try Assets.path(of: Assets.defaultModel)).network)
    }

    @Test(
        "fresh arrays of every kind, up to and far beyond the 20 values that it was trained on",
        arguments: [(2, 100), (5, 100), (10, 100), (20, 100), (30, 10), (40, 10), (60, SlowTests.areOn ? 10 : 5)])
    func arrays(length: Int, count: Int) throws {
        var generator = SeededGenerator(seed: 60_000 + UInt64(length))
        let kinds = SortingProblems.Kind.allCases
        var wrong: [Problem] = []
        for index in 0..<count {
            let kind = index % 2 == 0 ? .random : kinds[index / 2 % kinds.count]
            let problem = SortingProblems.draw(kind, length: length, using: &generator)
            if !(try RunResult(of: problem, by: predictor).isCorrect) { wrong.append(problem) }
        }
        #expect(wrong.isEmpty)
    }

    @Test("100 and 200 values, where the paper's network no longer sorts", arguments: [100, 200])
    func longArrays(length: Int) throws {
        guard SlowTests.areOn || length == 100 else { return }
        var generator = SeededGenerator(seed: 60_000 + UInt64(length))
        let problem = SortingProblems.draw(length: length, using: &generator)
        #expect(try RunResult(of: problem, by: predictor).isCorrect)
    }
}
