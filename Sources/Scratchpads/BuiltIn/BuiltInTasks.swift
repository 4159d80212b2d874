import Assets

extension TaskDefinition {
    /// Adding two numbers.
    package static let add = builtIn("add", AdditionProblems())
    /// Sorting an array of digits.
    package static let sort = builtIn("sort", SortingProblems())
    /// Finding the largest value of an array of digits, by sorting it.
    package static let max = builtIn("max", SortingProblems())

    /// The task of a shipped file, whose problems are drawn as the paper's are.
    private static func builtIn(_ name: String, _ draws: any ProblemDraws) -> TaskDefinition {
        guard let text = ShippedTasks.text(of: name) else { preconditionFailure("there is no \(name).task") }
        do throws(TaskFileError) {
            let source = TaskSource(file: "\(name).task", text: text)
            return TaskDefinition(FileTask(try TaskBuilder.form(source), draws: draws))
        } catch {
            preconditionFailure("\(error)")
        }
    }
}
