import Assets
import Synchronization

/// The tasks that the program knows: those built in, and those that were registered at its start.
public enum TaskCatalog {
    /// The built-in tasks. A new one is a line here.
    private static let builtIn: [TaskDefinition] = [.add, .sort, .max, .car]

    private static let registered = Mutex<[TaskDefinition]>([])

    /// All of them, in the order in which they are offered.
    package static var all: [TaskDefinition] { builtIn + registered.withLock { $0 } }

    /// The task called `name`: one of ``all``, or else of a shipped file; or nil.
    package static func task(named name: String) -> TaskDefinition? {
        all.first { $0.name == name } ?? .shipped(name)
    }

    /// The names of all tasks, for messages.
    package static var names: String { all.map(\.name).joined(separator: ", ") }

    /// The names of all tasks, those of shipped files among them, each once.
    package static var allNames: [String] {
        let own = all.map(\.name)
        return own + ShippedTasks.names.filter { !own.contains($0) }
    }

    /// Whether a task can be called so: a word of lower-case letters, digits and hyphens, a letter first.
    package static func isName(_ name: String) -> Bool { name.wholeMatch(of: /[a-z][a-z0-9-]*/) != nil }

    /// Makes a task known to every command of the program. To be called at the start.
    ///
    /// - Throws: ``TaskCatalogError`` if the name is taken, or is not a word in lower case.
    public static func register(_ task: TaskDefinition) throws(TaskCatalogError) {
        guard isName(task.name) else { throw .badName(task.name) }
        guard !all.contains(task) else { throw .nameTaken(task.name) }
        registered.withLock { $0.append(task) }
    }
}

/// Why a task cannot be registered.
public enum TaskCatalogError: Error, Hashable, CustomStringConvertible {
    /// There is a task of that name.
    case nameTaken(String)
    /// The name cannot be typed as a word.
    case badName(String)

    /// One line for the user.
    public var description: String {
        switch self {
        case .nameTaken(let name): "there is a task called \(name) already; choose another name"
        case .badName(let name):
            "a task cannot be called \"\(name)\"; a name is a word of lower-case letters, digits and hyphens"
        }
    }
}
