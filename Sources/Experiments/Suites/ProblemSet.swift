import NPIKit
package import Scratchpads
import Support

/// Random problems of one task: so many of each length, from one seed.
///
/// A set with more problems of a single length begins with those of a smaller one.
package struct ProblemSet: Hashable, Sendable {
    /// The task.
    package var task: TaskDefinition
    /// The lengths of the inputs, in order.
    package var lengths: [Int]
    /// How many problems there are of each.
    package var countPerLength: Int
    /// Where they come from.
    package var seed: UInt64

    /// Makes a set.
    package init(_ task: TaskDefinition, lengths: some Sequence<Int>, countPerLength: Int, seed: UInt64) {
        self.task = task
        self.lengths = Array(lengths)
        self.countPerLength = countPerLength
        self.seed = seed
    }

    /// How many problems there are.
    package var count: Int { lengths.count * countPerLength }

    /// The problems.
    package func makeProblems() -> [Problem] {
        var generator = SeededGenerator(seed: seed)
        return lengths.flatMap { length in
            (0..<countPerLength).map { _ in task.randomProblem(length: length, using: &generator) }
        }
    }

    /// What the task's expert does in the problems: one training sequence for each call of each program.
    func makeFrames() -> [FrameTrace] {
        let library = ProgramLibrary(for: [task])
        return makeProblems().flatMap { problem in
            do {
                return try Demonstration(
                    of: library.require(problem.program), arguments: problem.arguments, in: problem.makeWorld(),
                    by: problem.makeExpert(library)
                ).frames
            } catch {
                preconditionFailure("an expert knows its task's programs and halts: \(error)")
            }
        }
    }
}
