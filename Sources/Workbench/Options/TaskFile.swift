import Scratchpads
import Support

/// Task files on the command line: a FILE.task stands wherever a task's name does.
enum TaskFile {
    /// The task called `name`, or in the file of that name.
    ///
    /// - Throws: ``UsageError`` where there is none, ``RunFailure`` where the file cannot be read or has mistakes.
    static func task(_ name: String) throws -> TaskDefinition {
        guard name.hasSuffix(TaskSource.suffix) else {
            guard let task = TaskCatalog.task(named: name) else {
                throw UsageError(
                    "there is no task \(name)\(name.meaning(oneOf: TaskCatalog.allNames)); a file's name ends in \(TaskSource.suffix)"
                )
            }
            return task
        }
        let task: TaskDefinition
        do throws(TaskFileError) {
            task = try TaskDefinition(try TaskSource(path: name))
        } catch {
            throw TaskMistakes(error)
        }
        // Recordings and checkpoints find it by its name. A name that is taken already stands for the other task there.
        try? TaskCatalog.register(task)
        return task
    }
}

extension TaskDefinition {
    /// How a command line names it.
    var argument: String {
        guard let source, TaskCatalog.task(named: name)?.source?.text != source.text else { return name }
        return source.file
    }
}

/// What is wrong with a task file: several lines on standard error, exit status 1.
struct TaskMistakes: Error, CustomStringConvertible {
    let description: String

    init(_ error: TaskFileError) {
        description = error.description
    }
}
