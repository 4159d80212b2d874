package import NPIKit
import Support

/// One problem of a task: what a person types, what a network is to make of it, and what would be right.
///
///     let problem = try Problem(task: .add, input: ["96", "125"])
///     problem.expectedOutput  // "221"
package struct Problem: Sendable {
    /// The task.
    package let task: TaskDefinition
    /// The input as typed, and as it stands in recordings.
    package let input: [String]

    private let start: any StartingPoint
    private let recorded: Attachment?

    /// Checks `input` and makes the problem.
    ///
    /// - Throws: ``ProblemError``, with one line that says what is wrong and what would be right.
    package init(task: TaskDefinition, input: [String]) throws(ProblemError) {
        self.task = task
        self.input = input
        recorded = nil
        start = try Self.start(of: task.task, input, .typed)
    }

    /// Makes the problem of a recording again, also where what it names is gone or has changed, as ``remark`` then tells.
    ///
    /// - Throws: ``ProblemError`` if the input is wrong.
    package init(task: TaskDefinition, input: [String], recorded: Attachment?) throws(ProblemError) {
        self.task = task
        self.input = input
        self.recorded = recorded
        start = try Self.start(of: task.task, input, .recorded(recorded))
    }

    /// A problem whose input the task itself has drawn.
    init(drawn input: [String], of task: TaskDefinition) {
        do {
            try self.init(task: task, input: input)
        } catch {
            preconditionFailure("\(task.name) refuses an input that it drew: \(error)")
        }
    }

    private enum Origin {
        case typed
        case recorded(Attachment?)
    }

    private static func start(
        of task: some ScratchpadTask, _ input: [String], _ origin: Origin
    ) throws(ProblemError) -> any StartingPoint {
        do {
            switch origin {
            case .typed: return Beginning(task: task, world: try task.makeWorld(input))
            case .recorded(let attachment):
                return Beginning(task: task, world: try task.remakeWorld(input, recorded: attachment))
            }
        } catch {
            throw ProblemError(error)
        }
    }

    /// The program to run.
    package var program: String { task.programNames[0] }

    /// The program's arguments.
    package var arguments: Arguments { .none }

    /// The scratchpad at the beginning.
    package func makeWorld() -> AnyScratchpad { start.world }

    /// What a recording has to hold beside the input; nil for most tasks.
    package var attachment: Attachment? { recorded ?? start.attachment }

    /// Whether what the input names is what was recorded.
    package var isAsRecorded: Bool { recorded == nil || recorded?.sha256 == start.attachment?.sha256 }

    /// What a person should know of what the input names, in one line, such as that parts of a file were passed over.
    package var remark: String? { start.remark }

    /// The expert that judges the steps.
    ///
    /// - Throws: ``ProgramLibraryError/unknown(_:known:)`` if `library` lacks a program of the task.
    package func makeExpert(_ library: ProgramLibrary) throws(ProgramLibraryError) -> TaskExpert {
        try TaskExpert(for: task, library)
    }

    /// The right output, found without the expert.
    package var expectedOutput: String { start.answer(for: start.world) ?? "" }

    /// What stands in `world` as the output.
    package func output(of world: AnyScratchpad) -> String { start.output(of: world) }

    /// Whether `world` holds the right output.
    package func isCorrect(_ world: AnyScratchpad) -> Bool { output(of: world) == expectedOutput }

    /// What would be right for what stands in `world` now, which a person may have changed since the beginning; nil where that
    /// is no problem of this task any more.
    package func answer(for world: AnyScratchpad) -> String? { start.answer(for: world) }

    /// The problem in a line, such as "ADD 96 + 125".
    ///
    /// - Parameters:
    ///   - width: How many characters there is room for; long inputs are shortened in the middle. A few characters of
    ///     each always stay.
    ///   - ellipsis: What stands for the characters left out.
    package func title(width: Int = .max, ellipsis: String = "…") -> String {
        let room = width == .max ? .max : width - program.count - 1
        return "\(program) \(task.task.formula(input, width: room, ellipsis: ellipsis))"
    }

    /// What is to be done, in plain words: "add 96 and 125, column by column from the right".
    ///
    /// - Parameters:
    ///   - width: As for ``title(width:ellipsis:)``.
    ///   - ellipsis: What stands for the characters left out.
    package func goal(width: Int = .max, ellipsis: String = "…") -> String {
        task.task.goal(input, width: width, ellipsis: ellipsis)
    }

    /// An upper bound on the events that the expert needs.
    package var expertEventBound: Int { start.eventBound }

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

/// The beginning of a problem, whatever its task.
private protocol StartingPoint: Sendable {
    var world: AnyScratchpad { get }
    var eventBound: Int { get }
    var attachment: Attachment? { get }
    var remark: String? { get }
    func output(of world: AnyScratchpad) -> String
    func answer(for world: AnyScratchpad) -> String?
}

private struct Beginning<Task: ScratchpadTask>: StartingPoint {
    let task: Task
    let world: AnyScratchpad
    let eventBound: Int
    let remark: String?

    init(task: Task, world: Task.World) {
        self.task = task
        self.world = AnyScratchpad(world)
        eventBound = task.eventBound(for: world)
        remark = task.remark(on: world)
    }

    var attachment: Attachment? { world.unwrapped().flatMap { task.attachment(of: $0) } }

    func output(of world: AnyScratchpad) -> String {
        world.unwrapped().map { task.output(of: $0) } ?? ""
    }

    func answer(for world: AnyScratchpad) -> String? {
        world.unwrapped().flatMap { task.answer(for: $0) }
    }
}
