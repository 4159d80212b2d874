import Assets
import Experiments
import NPIKit
import Scratchpads
import Support
import Testing

@Suite("Solving many problems at once")
struct SolversTests {
    private let network: Network

    init() throws {
        network = try ModelFile.read(try Assets.path(of: Assets.defaultModel)).network
    }

    @Test("the results are those of one by one without a memory, in the problems' order")
    func same() throws {
        var generator = SeededGenerator(seed: 8)
        let problems = (0..<60).map { index in
            [TaskDefinition.add, .sort, .max][index % 3].validationProblem(
                length: 1 + index % 7, isHard: index % 2 == 1, using: &generator)
        }
        let alone = NetworkPredictor(network)
        let expected = try problems.map { try RunResult(of: $0, by: alone, stepLimit: 300) }
        let solvers = Solvers(network)
        for _ in 0..<2 { #expect(try solvers.results(of: problems) { _ in 300 } == expected) }
        #expect(try Solvers(alone).results(of: problems) { _ in 300 } == expected)
        #expect(try solvers.results(of: []).isEmpty)
    }

    @Test("a network that was not made for a problem is an error, not a wrong answer")
    func foreign() throws {
        let problem = try Problem(task: .max, input: ["3", "1"])
        #expect(throws: ProgramLibraryError.self) {
            try Solvers(network.removingPrograms(["MAX", "RJMP"])).results(of: [problem])
        }
    }
}
