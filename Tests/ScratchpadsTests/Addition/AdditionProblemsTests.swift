import Scratchpads
import TestSupport
import Testing

@Suite struct AdditionProblemsTests {
    @Test func theSameSeedDrawsTheSameProblems() {
        func draw(_ seed: UInt64) -> [Problem] {
            var generator = SplitMix(seed: seed)
            return (1...20).map { AdditionProblems.random(length: $0, using: &generator) }
        }
        #expect(draw(5) == draw(5))
        #expect(draw(5) != draw(6))
    }

    @Test func theLongerNumberHasTheGivenLengthAndAboutHalfAreUnequal() {
        var generator = SplitMix(seed: 7)
        let problems = (0..<1_000).map { _ in AdditionProblems.random(length: 10, using: &generator) }
        #expect(problems.allSatisfy { $0.input.map(\.count).max() == 10 })
        #expect(problems.allSatisfy { $0.input.allSatisfy { $0.first != "0" || $0.count == 1 } })
        let unequal = problems.count { $0.input[0].count != $0.input[1].count }
        #expect((430...570).contains(unequal))
        let firstLonger = problems.count { $0.input[0].count > $0.input[1].count }
        #expect(firstLonger > unequal / 3 && firstLonger < unequal * 2 / 3)
        #expect(Set(problems.flatMap { $0.input.map(\.count) }) == Set(1...10))
    }

    @Test(arguments: [1, 2, 3, 20, 100])
    func carryChainsCarryThroughEveryColumn(_ length: Int) throws {
        var generator = SplitMix(seed: 8)
        for _ in 0..<20 {
            let problem = AdditionProblems.carryChain(length: length, using: &generator)
            #expect(problem.input.map(\.count).max() == length)
            let carries = try ExpertRun(problem).lines.count { $0.hasSuffix("  CARRY") }
            #expect(carries == length)
        }
    }
}
