package import NPIKit

/// One problem of a task: what a person types, what a network is to make of it, and what would be right.
///
///     let problem = try Problem(task: .add, input: ["96", "125"])
///     problem.expectedOutput  // "221"
package struct Problem: Sendable {
    /// The task.
    package let task: TaskDefinition
    /// The input as typed, and as it stands in recordings.
    package let input: [String]

    private let kind: any ProblemKind

    /// Checks `input` and makes the problem.
    ///
    /// - Throws: ``ProblemError``, with one line that says what is wrong and what would be right.
    package init(task: TaskDefinition, input: [String]) throws(ProblemError) {
        self.task = task
        self.input = input
        switch task {
        case .add: kind = try AdditionProblem(input)
        case .sort, .max: kind = try SortingProblem(input, task: task)
        case .car: kind = try CarProblem(input)
        }
    }

    /// The program to run.
    package var program: String { task.programNames[0] }

    /// The program's arguments.
    package var arguments: Arguments { .none }

    /// The environment at the beginning.
    package func makeWorld() -> AnyScratchpad { kind.makeWorld() }

    /// The expert that judges the steps.
    ///
    /// - Throws: ``ProgramLibraryError/unknown(_:known:)`` if `library` lacks a program of the task.
    package func makeExpert(_ library: ProgramLibrary) throws(ProgramLibraryError) -> TaskExpert {
        try TaskExpert(for: task, library)
    }

    /// The right output, found without the expert.
    package var expectedOutput: String { kind.expectedOutput }

    /// What stands in `world` as the output.
    package func output(of world: AnyScratchpad) -> String { kind.output(of: world) }

    /// Whether `world` holds the right output.
    package func isCorrect(_ world: AnyScratchpad) -> Bool { output(of: world) == expectedOutput }

    /// What would be right for what stands in `world` now, which a person may have changed since the beginning; nil where that
    /// is no problem of this task any more.
    package func answer(for world: AnyScratchpad) -> String? { kind.answer(for: world) }

    /// The problem in a line, such as "ADD 96 + 125".
    ///
    /// - Parameters:
    ///   - width: How many characters there is room for; long inputs are shortened in the middle. A few characters of
    ///     each always stay.
    ///   - ellipsis: What stands for the characters left out.
    package func title(width: Int = .max, ellipsis: String = "…") -> String {
        "\(program) \(kind.formula(width: width == .max ? .max : width - program.count - 1, ellipsis: ellipsis))"
    }

    /// What is to be done, in plain words: "add 96 and 125, column by column from the right".
    ///
    /// - Parameters:
    ///   - width: As for ``title(width:ellipsis:)``.
    ///   - ellipsis: What stands for the characters left out.
    package func goal(width: Int = .max, ellipsis: String = "…") -> String {
        kind.goal(width: width, ellipsis: ellipsis)
    }

    /// An upper bound on the events that the expert needs.
    package var expertEventBound: Int { kind.expertEventBound }

    /// After how many events a run may be taken for one that never halts: several times what the expert needs.
    package var defaultStepLimit: Int { 1_000 + 4 * expertEventBound }
}

extension Problem: Hashable {
    /// Whether both are the same input to the same task.
    package static func == (left: Problem, right: Problem) -> Bool {
        left.task == right.task && left.input == right.input
    }

    /// Feeds the task and the input to `hasher`.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(task)
        hasher.combine(input)
    }
}

/// What differs from task to task in a ``Problem``.
protocol ProblemKind: Sendable {
    var expectedOutput: String { get }
    var expertEventBound: Int { get }
    func makeWorld() -> AnyScratchpad
    func output(of world: AnyScratchpad) -> String
    func answer(for world: AnyScratchpad) -> String?
    func formula(width: Int, ellipsis: String) -> String
    func goal(width: Int, ellipsis: String) -> String
}
