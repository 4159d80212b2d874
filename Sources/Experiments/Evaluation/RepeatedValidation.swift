import NPIKit
import Scratchpads

/// A validation that is made again and again while a network is trained: its problems are drawn when a part is first needed, and
/// kept. Drawing hard ones takes longer than a small network takes to solve them.
struct RepeatedValidation: Sendable {
    private let validation: Validation
    private var problems: [Int: [Problem]] = [:]

    init(_ validation: Validation) {
        self.validation = validation
    }

    /// Lets `solvers` solve the problems, in order of the parts.
    ///
    /// - Parameter isQuick: For validation during training: a run ends where an expert's would have ended, and when no
    ///   problem of a part was solved the longer ones after it are taken for unsolved.
    /// - Throws: ``StepPredictorError`` or ``ProgramLibraryError`` if the model was not made for the task.
    mutating func marks(by solvers: Solvers, isQuick: Bool) throws -> [Validation.Mark] {
        var marks: [Validation.Mark] = []
        for (index, part) in validation.parts.enumerated() {
            var right = 0
            if !isQuick || marks.allSatisfy({ $0.right > 0 }) {
                right = try solvers.results(of: drawn(index)) { isQuick ? $0.expertEventBound : nil }
                    .count(where: \.isCorrect)
            }
            marks.append(Validation.Mark(task: validation.task, part: part, right: right))
        }
        return marks
    }

    private mutating func drawn(_ index: Int) -> [Problem] {
        if let known = problems[index] { return known }
        let fresh = validation.problems(index)
        problems[index] = fresh
        return fresh
    }
}
