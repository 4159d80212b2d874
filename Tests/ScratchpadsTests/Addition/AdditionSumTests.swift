import NPIKit
import Scratchpads
import TestSupport
import Testing

@Suite struct AdditionSumTests {
    static let adversarial: [[String]] = [
        ["0", "0"], ["0", "99999"], ["5", "99999"], ["99999", "1"], ["99999", "99999"], ["000", "1"], ["007", "0095"],
        ["1", "00000"], ["50", "50"], ["12345678901234567890", "98765432109876543210"],
    ]

    @Test(arguments: adversarial)
    func theExpertAddsAwkwardNumbers(_ input: [String]) throws {
        let problem = try Problem(task: .add, input: input)
        let run = try ExpertRun(problem)
        #expect(problem.isCorrect(run.world))
        #expect(run.eventCount <= problem.expertEventBound)
    }

    @Test func schoolbookSumsAreThoseOfIntegers() throws {
        var generator = SplitMix(seed: 1)
        for _ in 0..<300 {
            let left = Int.random(in: 0...(1 << Int.random(in: 0...61, using: &generator)), using: &generator)
            let right = Int.random(in: 0...(1 << Int.random(in: 0...61, using: &generator)), using: &generator)
            let problem = try Problem(task: .add, input: ["\(left)", "00\(right)"])
            #expect(problem.expectedOutput == "\(left + right)")
        }
    }

    @Test func theExpertAddsRandomNumbers() throws {
        var generator = SplitMix(seed: 2)
        for length in 1...40 {
            for problem in [
                AdditionProblems.random(length: length, using: &generator),
                AdditionProblems.carryChain(length: length, using: &generator),
            ] {
                let run = try ExpertRun(problem, narrated: false)
                #expect(problem.output(of: run.world) == problem.expectedOutput)
                #expect(run.eventCount <= problem.expertEventBound)
            }
        }
    }

    @Test(arguments: [3_000, 20_000])
    func theExpertAddsThousandsOfDigits(_ length: Int) throws {
        var generator = SplitMix(seed: 3)
        let problem = AdditionProblems.carryChain(length: length, using: &generator)
        let run = try ExpertRun(problem, narrated: false)
        #expect(problem.isCorrect(run.world))
        #expect(run.eventCount <= problem.expertEventBound)
    }

    @Test func aStepTakesTheSameTimeAtAnyLength() {
        func secondsForWriting(_ columns: Int) -> Double {
            let digits = [UInt8](repeating: 9, count: columns)
            var world = AnyScratchpad(AdditionPad(digits, digits))
            return fastest(of: 5) {
                for step in 0..<500 {
                    let effect = world.perform(AdditionAction.write(.output, step % 10).arguments)
                    if step.isMultiple(of: 3) { world.undo(effect) }
                }
            }
        }
        let short = secondsForWriting(10)
        let long = secondsForWriting(2_000_000)
        // A step that copied its row of two megabytes would take hundreds of times as long.
        #expect(long < short * 20)
    }

    @Test func aDemonstrationHoldsOneFrameForEachCall() throws {
        let library = ProgramLibrary(for: [.add])
        let problem = try Problem(task: .add, input: ["96", "125"])
        let demonstration = try Demonstration(
            of: library.require(problem.program), in: problem.makeWorld(), by: problem.makeExpert(library))
        #expect(problem.isCorrect(demonstration.world))
        #expect(
            demonstration.frames.map { library[$0.program] }
                == ["CARRY", "ADD1", "LSHIFT", "CARRY", "ADD1", "LSHIFT", "ADD1", "LSHIFT", "ADD"])
        #expect(demonstration.frames.allSatisfy { $0.categories.count == 4 * $0.stepCount && $0.encoder == "addition" })
    }
}
