import Assets
import Synchronization

extension TaskDefinition {
    /// Adding two numbers.
    package static let add = builtIn("add", AdditionProblems())
    /// Sorting an array of digits.
    package static let sort = builtIn("sort", SortingProblems())
    /// Finding the largest value of an array of digits, by sorting it.
    package static let max = builtIn("max", SortingProblems())

    /// The task of the shipped file `name`.task; nil where there is none.
    package static func shipped(_ name: String) -> TaskDefinition? {
        shippedSoFar.withLock { known in
            if let task = known[name] { return task }
            guard let source = source(name) else { return nil }
            let task = try? TaskDefinition(source)
            known[name] = task
            return task
        }
    }

    private static let shippedSoFar = Mutex<[String: TaskDefinition]>([:])

    /// The task of a shipped file, whose problems are drawn as the paper's are.
    private static func builtIn(_ name: String, _ draws: any ProblemDraws) -> TaskDefinition {
        guard let source = source(name) else { preconditionFailure("there is no task file \(name)") }
        do throws(TaskFileError) {
            return TaskDefinition(FileTask(try TaskBuilder.form(source), draws: draws))
        } catch {
            preconditionFailure("\(error)")
        }
    }

    private static func source(_ name: String) -> TaskSource? {
        ShippedTasks.text(of: name).map { TaskSource(task: name, text: $0) }
    }
}
