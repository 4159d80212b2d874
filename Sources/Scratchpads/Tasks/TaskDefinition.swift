package import NPIKit
import Support

/// A task as the program knows it, under its name on the command line and in recordings. Tasks are equal if they have the same
/// name.
///
///     TaskCatalog.task(named: "add")
///     TaskDefinition(CoinTask())  // one of your own; see TaskCatalog.register
public struct TaskDefinition: Sendable {
    /// The task itself.
    package let task: any ScratchpadTask

    /// Wraps a task.
    public init(_ task: some ScratchpadTask) {
        self.task = task
    }

    /// The name on the command line and in recordings.
    public var name: String { task.name }
    /// The task in a few words.
    package var summary: String { task.summary }
    /// What stands behind the name on the command line.
    package var inputSyntax: String { task.inputSyntax }
    /// An example of the input, for messages and help.
    package var exampleInput: [String] { task.exampleInput }
    /// The programs that the task needs, the top one first, ACT last.
    package var programNames: [String] { task.programs.map(\.name) + [ProgramLibrary.act] }
    /// What the task's scratchpad shows.
    package var observationSpec: ObservationSpec { task.observationSpec }
    /// The lengths that training draws; nil leaves them to whoever trains.
    package var trainingLengths: ClosedRange<Int>? { task.trainingLengths }
    /// The longest inputs that the task takes; nil where there is no end.
    package var lengthLimit: Int? { task.lengthLimit }
    /// On how many problems of which lengths networks are measured.
    package var validationParts: ValidationParts { task.validationParts }
    /// Inputs that the command line takes as options.
    package var namedInputs: [NamedInput] { task.namedInputs }
    /// The task whose programs this one calls; nil if it calls its own alone.
    package var foundation: TaskDefinition? { task.foundation.flatMap(TaskCatalog.task(named:)) }

    /// What may stand at `index` of the input.
    package func inputCompletions(at index: Int) -> [String] { task.inputCompletions(at: index) }

    /// Scripts that auxiliary programs must not be.
    package func scriptsToLearnLater(_ library: ProgramLibrary) -> Set<AuxiliaryScript> {
        task.scriptsToLearnLater(library)
    }

    /// What a program does in this task, in a few plain words; nil for one that the task does not need.
    package func purpose(of program: String) -> String? {
        if program == ProgramLibrary.act { return "not learned: the environment itself does something" }
        return task.programs.first { $0.name == program }?.purpose
    }

    /// A number that follows from the name: what a task's seeds are made of, so that no other task changes them.
    package var seed: UInt64 {
        var hash = FNV1a()
        hash.add(name)
        return hash.value
    }

    /// A random problem whose inputs have `length` elements.
    package func randomProblem(length: Int, using generator: inout some RandomNumberGenerator) -> Problem {
        Problem(drawn: task.randomInput(length: length, using: &generator), of: self)
    }

    /// A problem to validate networks on, whose inputs have `length` elements.
    package func validationProblem(
        length: Int, isHard: Bool, using generator: inout some RandomNumberGenerator
    ) -> Problem {
        Problem(drawn: task.validationInput(length: length, isHard: isHard, using: &generator), of: self)
    }
}

extension TaskDefinition: Hashable {
    /// Whether both have the same name.
    public static func == (left: TaskDefinition, right: TaskDefinition) -> Bool { left.name == right.name }

    /// Feeds the name to `hasher`.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension TaskDefinition: Codable {
    /// Holds tasks that a decoder is to find before those of the catalogue.
    package static let decodingContext: CodingUserInfoKey = {
        guard let key = CodingUserInfoKey(rawValue: "npi.tasks") else { preconditionFailure("any text is a key") }
        return key
    }()

    /// Finds the task by its name, among those of the decoder's context and then in the catalogue.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let name = try container.decode(String.self)
        let given = decoder.userInfo[Self.decodingContext] as? [TaskDefinition]
        guard let task = given?.first(where: { $0.name == name }) ?? TaskCatalog.task(named: name) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "there is no task \(name)")
        }
        self = task
    }

    /// Writes the name.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }
}

extension TaskDefinition: CustomStringConvertible {
    /// The name.
    public var description: String { name }
}

extension ProgramLibrary {
    /// Whether it has all programs of `task`.
    package func hasPrograms(of task: TaskDefinition) -> Bool {
        task.programNames.allSatisfy { program(named: $0) != nil }
    }

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
