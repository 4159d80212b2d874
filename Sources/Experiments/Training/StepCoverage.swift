import NPIKit
import Scratchpads
import Support

/// How problems are drawn besides those of each length, until they hold no step that is new.
///
/// A program's table is finite: what is seen, what was done before, and what is done. A few problems of each length miss rare
/// entries of it, such as a pair of digits that stands alone.
package struct StepCoverage: Hashable, Sendable, Codable {
    /// After how many problems in a row without a new step the table is taken for complete.
    package var patience = 2_000

    /// Inputs of this length are drawn at most: what is rare in long ones is not in short ones.
    private static let longestLength = 8
    /// Experts take no more steps than this in what is drawn.
    private static let stepLimit = 2_000_000

    /// The project's choice.
    package init() {}

    /// Problems of `task` with steps that are not in `known`.
    func problems(
        of task: TaskDefinition, _ lengths: ClosedRange<Int>, beside known: [Problem],
        using generator: inout SeededGenerator
    ) -> [Problem] {
        let library = ProgramLibrary(for: [task])
        var seen = StepTable()
        func add(_ problem: Problem) -> (isNew: Bool, stepCount: Int) {
            do throws(ProgramLibraryError) {
                let frames = try problem.demonstratedFrames(library)
                return (seen.add(frames), frames.reduce(0) { $0 + $1.stepCount })
            } catch {
                preconditionFailure("the library was made for the task: \(error)")
            }
        }
        for problem in known { _ = add(problem) }
        var found: [Problem] = []
        var idle = 0
        var steps = 0
        let longest = max(min(lengths.upperBound, Self.longestLength), lengths.lowerBound)
        while idle < patience, steps < Self.stepLimit {
            let length = Int.random(in: lengths.lowerBound...longest, using: &generator)
            let problem = task.randomProblem(length: length, using: &generator)
            let (isNew, stepCount) = add(problem)
            steps += stepCount
            idle = isNew ? 0 : idle + 1
            if isNew { found.append(problem) }
        }
        return found
    }
}

/// The different steps of programs: what each sees, after which decision, and what it decides.
struct StepTable {
    private struct Row: Hashable {
        var program: ProgramID
        var arguments: Arguments
        var latest: Decision?
        var categories: ArraySlice<UInt8>
        var decision: Decision
    }

    private var rows: Set<Row> = []

    /// How many there are.
    var count: Int { rows.count }

    /// Adds the steps of `frames`; returns whether one is new.
    mutating func add(_ frames: [FrameTrace]) -> Bool {
        var isNew = false
        for frame in frames {
            let width = frame.categories.count / max(frame.stepCount, 1)
            for step in 0..<frame.stepCount {
                let row = Row(
                    program: frame.program, arguments: frame.arguments,
                    latest: step > 0 ? frame.decisions[step - 1] : nil,
                    categories: frame.categories[step * width..<(step + 1) * width], decision: frame.decisions[step])
                // The slice of a new row would keep the whole frame.
                guard !rows.contains(row) else { continue }
                var own = row
                own.categories = ArraySlice(Array(row.categories))
                rows.insert(own)
                isNew = true
            }
        }
        return isNew
    }
}
