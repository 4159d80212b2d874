import Assets
import Synchronization

/// The tasks that the program knows: those built in, and those that were registered at its start.
public enum TaskCatalog {
    /// The built-in tasks by their names, each made where it is needed: reading its file takes a millisecond. A new one is a line
    /// here.
    private static let builtIn: KeyValuePairs<String, @Sendable () -> TaskDefinition> = [
        "add": { .add }, "sort": { .sort }, "max": { .max }, "car": { .car },
    ]

    private static let registered = Mutex<[TaskDefinition]>([])

    /// All of them, in the order in which they are offered.
    package static var all: [TaskDefinition] { builtIn.map { $0.value() } + others }

    /// Those that were registered.
    package static var others: [TaskDefinition] { registered.withLock { $0 } }

    /// The task called `name`: one of ``all``, or else of a shipped file; or nil.
    package static func task(named name: String) -> TaskDefinition? {
        builtIn.first { $0.key == name }?.value() ?? others.first { $0.name == name } ?? .shipped(name)
    }

    /// The names of all tasks, for messages.
    package static var names: String { ownNames.joined(separator: ", ") }

    /// The names of ``all``.
    package static var ownNames: [String] { builtIn.map(\.key) + others.map(\.name) }

    /// The names of all tasks, those of shipped files among them, each once.
    package static var allNames: [String] {
        let own = ownNames
        return own + ShippedTasks.names.filter { !own.contains($0) }
    }

    /// Whether a task can be called so: a word of lower-case letters, digits and hyphens, a letter first.
    package static func isName(_ name: String) -> Bool {
        // A regular expression took longer to make than a task's whole file to read.
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        return name.utf8.first.map(letters.contains) ?? false
            && name.utf8.allSatisfy { letters.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "-") }
    }

    /// Makes a task known to every command of the program. To be called at the start.
    ///
    /// - Throws: ``TaskCatalogError`` if the name is taken, or is not a word in lower case.
    public static func register(_ task: TaskDefinition) throws(TaskCatalogError) {
        guard isName(task.name) else { throw .badName(task.name) }
        guard !ownNames.contains(task.name) else { throw .nameTaken(task.name) }
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
