package import NPIKit

/// A task, under its name on the command line and in recordings.
package enum TaskDefinition: String, CaseIterable, Hashable, Sendable, Codable {
    /// Adding two numbers.
    case add
    /// Sorting an array of digits.
    case sort
    /// Finding the largest value of an array of digits.
    case max
    /// Turning a camera around a car.
    case car

    /// Its name on the command line and in recordings.
    package var name: String { rawValue }

    /// The programs that the task needs, the top one first.
    package var programNames: [String] {
        switch self {
        case .add: AdditionExpert.programNames
        case .sort: SortingExpert.sortProgramNames
        case .max: SortingExpert.maxProgramNames
        case .car: CarExpert.programNames
        }
    }

    /// An example of the task's input, for messages and help.
    package var exampleInput: [String] {
        switch self {
        case .add: ["96", "125"]
        case .sort: ["9", "2", "5"]
        case .max: ["3", "1", "4"]
        case .car: ["saloon-1", "-45,30", "0,15"]
        }
    }
}

extension ProgramLibrary {
    /// The programs of `tasks`, each once, in the order of the tasks.
    package init(for tasks: [TaskDefinition]) {
        var names: [String] = []
        for name in tasks.flatMap(\.programNames) where !names.contains(name) {
            names.append(name)
        }
        do {
            self = try ProgramLibrary(names: names)
        } catch {
            preconditionFailure("the names are neither empty nor double: \(error)")
        }
    }
}

extension TaskDefinition {
    /// What the task's environment shows.
    package var observationSpec: ObservationSpec {
        switch self {
        case .add: AdditionPad.spec
        case .sort, .max: SortingPad.spec
        case .car: CarScene.spec
        }
    }
}
