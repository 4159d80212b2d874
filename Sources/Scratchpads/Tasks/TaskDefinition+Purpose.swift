import NPIKit

extension TaskDefinition {
    /// What a program does in this task, in a few plain words; nil for one that the task does not need.
    package func purpose(of program: String) -> String? {
        guard programNames.contains(program) else { return nil }
        if program == ProgramLibrary.act { return "not learned: the environment itself does something" }
        return switch self {
        case .add: AdditionProgram(rawValue: program)?.purpose
        case .sort, .max: SortingProgram(rawValue: program)?.purpose
        case .car: CarProgram(rawValue: program)?.purpose
        }
    }
}
