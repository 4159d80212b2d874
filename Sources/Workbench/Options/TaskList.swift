import ArgumentParser
import Scratchpads

/// Tasks on the command line, separated by commas.
struct TaskList {
    /// The names of all tasks, for messages.
    static var choices: String { TaskCatalog.names }

    var tasks: [TaskDefinition]

    init(tasks: [TaskDefinition]) {
        self.tasks = tasks
    }

    /// The tasks of several lists, one after the other.
    init(joining lists: [TaskList]) {
        tasks = lists.flatMap(\.tasks)
    }

    /// Reads `argument`.
    ///
    /// - Throws: What is wrong with it.
    init(argument: String) throws {
        tasks = []
        for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
            guard
                let task = name.hasSuffix(TaskSource.suffix)
                    ? try TaskFile.task(String(name)) : TaskCatalog.task(named: String(name))
            else {
                throw ValidationError("there is no task '\(name)' to train; there are \(Self.choices)")
            }
            guard !tasks.contains(task) else { throw ValidationError("--tasks names \(name) twice") }
            tasks.append(task)
        }
    }
}
