/// The tasks that the program knows.
package enum TaskCatalog {
    /// All of them, in the order in which they are offered.
    package static let all: [TaskDefinition] = TaskDefinition.allCases

    /// The task called `name`, or nil.
    package static func task(named name: String) -> TaskDefinition? {
        all.first { $0.name == name }
    }
}
