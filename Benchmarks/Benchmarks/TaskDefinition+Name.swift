import Scratchpads

extension TaskDefinition {
    /// The task called `name`, which the program knows.
    static func named(_ name: String) -> TaskDefinition {
        guard let task = TaskCatalog.task(named: name) else { preconditionFailure("the task \(name) is shipped") }
        return task
    }
}
