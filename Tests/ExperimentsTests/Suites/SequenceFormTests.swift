import Experiments
import NPIKit
import Scratchpads
import Testing

@Suite("Problems as sequences for the baselines")
struct SequenceFormTests {
    private func example(_ form: SequenceForm, _ task: TaskDefinition, _ input: String...) throws -> SequenceExample {
        form.example(of: try Problem(task: task, input: input))
    }

    @Test("plain: 90X160X is read, then 250, and from the last X on what comes next is emitted")
    func plain() throws {
        let example = try example(.plain, .add, "90", "160")
        #expect(
            example
                == SequenceExample(
                    source: [9, 0, 10, 1, 6, 0, 10, 2, 5, 0], target: [11, 11, 11, 11, 11, 11, 2, 5, 0, 10]))
    }

    @Test("stacked: both numbers side by side from their last digits, then the sum as it is written, a step late")
    func stacked() throws {
        let example = try example(.stacked, .add, "90", "160")
        let columns: [[UInt8]] = [
            [0, 0, 10], [9, 6, 10], [10, 1, 10], [10, 10, 10], [10, 10, 2], [10, 10, 5], [10, 10, 0],
        ]
        #expect(example == SequenceExample(source: columns.flatMap { $0 }, target: [11, 11, 11, 2, 5, 0, 10]))
    }

    @Test("easy: a digit is emitted for each column that is read, with a column for the last carry")
    func easy() throws {
        #expect(
            try example(.easy, .add, "90", "160")
                == SequenceExample(source: [0, 0, 9, 6, 10, 1, 10, 10], target: [0, 5, 2, 10]))
        #expect(
            try example(.easy, .add, "95", "5") == SequenceExample(source: [5, 5, 9, 10, 10, 10], target: [0, 0, 1]))
    }

    @Test("sorting: the values, then the sorted values")
    func sorting() throws {
        #expect(
            try example(.sorting, .sort, "9", "2", "5") == SequenceExample(source: [9, 2, 5], target: [2, 5, 9, 10]))
    }

    @Test("every form fits its shape", arguments: SequenceForm.allCases)
    func shapes(form: SequenceForm) {
        let shape = form.shape()
        #expect(shape.hiddenSize == 256)
        let set = ProblemSet(form == .sorting ? .sort : .add, lengths: 1...9, countPerLength: 20, seed: 3)
        for problem in set.makeProblems() {
            let example = form.example(of: problem)
            #expect(example.source.count % shape.channels.count == 0)
            #expect(
                zip(example.source, example.source.indices).allSatisfy {
                    $0 < shape.channels[$1 % shape.channels.count]
                })
            #expect(example.target.allSatisfy { $0 < shape.tokenCount })
            guard shape.timing == .whileReading else { continue }
            #expect(example.target.count == example.source.count / shape.channels.count)
            guard form != .easy else { continue }
            let last = stride(from: shape.channels.count - 1, to: example.source.count, by: shape.channels.count)
            #expect(
                zip(last.map { example.source[$0] }.dropFirst(), example.target).allSatisfy { $0 == $1 || $1 == 11 },
                "each token is read where the next is emitted")
        }
    }
}
