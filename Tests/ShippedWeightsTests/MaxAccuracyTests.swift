import Assets
import Experiments
import NPIKit
import Scratchpads
import Support
import TestSupport
import Testing

@Suite("The shipped network finds the largest value, by two rows of program memory learned on a frozen core")
struct MaxAccuracyTests {
    let network: Network

    init() throws {
        network = try ModelFile.read(try Assets.path(of: Assets.defaultModel)).network
    }

    @Test(
        "fresh arrays of every kind, up to and beyond the 20 values that it was trained on",
        arguments: [(1, 10), (2, 100), (5, 100), (10, 100), (20, 100), (40, 10), (60, SlowTests.areOn ? 10 : 4)])
    func arrays(length: Int, count: Int) throws {
        let predictor = NetworkPredictor(network)
        var generator = SeededGenerator(seed: 80_000 + UInt64(length))
        let kinds = SortingProblems.Kind.allCases
        var wrong: [Problem] = []
        for index in 0..<count {
            let kind = index % 2 == 0 ? .random : kinds[index / 2 % kinds.count]
            let problem = SortingProblems.draw(kind, length: length, task: .max, using: &generator)
            if !(try RunResult(of: problem, by: predictor).isCorrect) { wrong.append(problem) }
        }
        #expect(wrong.isEmpty)
    }

    @Test("MAX came last, old programs cannot call what it added, and without its rows every run is the same")
    func nothingElseChanged() throws {
        let old = network.removingPrograms(["MAX", "RJMP"])
        #expect(network.library.names == old.library.names + ["MAX", "RJMP"])
        let oldRows = old.library.count
        #expect(network.callableCounts.prefix(oldRows).allSatisfy { $0 == oldRows })
        for problem in [
            try Problem(task: .add, input: ["98765", "4321"]),
            try Problem(task: .sort, input: ["3", "1", "2", "9", "0"]),
        ] {
            var before = try interpreter(old, problem)
            var after = try interpreter(network, problem)
            while true {
                #expect(before.predict()?.end == after.predict()?.end)
                #expect(before.predict()?.programs == after.predict().map { Array($0.programs.prefix(oldRows)) })
                let event = before.step()
                #expect(event == after.step())
                guard event != nil else { break }
            }
        }
    }

    private func interpreter(_ network: Network, _ problem: Problem) throws -> Interpreter<AnyScratchpad> {
        try Interpreter(
            NetworkPredictor(network), in: problem.makeWorld(),
            running: try network.library.require(problem.program))
    }

    @Test("the file tells how MAX was learned")
    func provenance() throws {
        let training = try ModelFile.read(try Assets.path(of: Assets.defaultModel)).training
        #expect(training["tasks"] == "add,sort,car,max")
        #expect(training["grown_programs"] == "MAX,RJMP")
    }
}
