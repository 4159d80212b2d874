public import NPIKit
import Support

/// What makes a task: a scratchpad, programs on it, an expert that knows them, and problems with their right answers.
///
/// A value without state. ``TaskDefinition`` wraps it for the rest of the program.
public protocol ScratchpadTask: Sendable {
    /// The scratchpad on which its programs run.
    associatedtype World: Scratchpad
    /// The algorithm that demonstrates them and judges a network's steps.
    associatedtype Solver: Expert<World>

    /// The name on the command line and in recordings, in lower case, such as "add".
    var name: String { get }
    /// The task in a few words, such as "add two numbers of any length".
    var summary: String { get }
    /// What stands behind the name on the command line, such as "A B".
    var inputSyntax: String { get }
    /// What an input is, for messages, such as "two whole numbers without signs".
    var inputDescription: String { get }
    /// An input that will do.
    var exampleInput: [String] { get }
    /// The programs, the top one first, without ACT.
    var programs: [ProgramDescription] { get }
    /// What its scratchpads show the network.
    var observationSpec: ObservationSpec { get }

    /// The scratchpad at the beginning of a problem.
    ///
    /// - Throws: An error whose description says in one line what is wrong with `input`, and what would be right.
    func makeWorld(_ input: [String]) throws -> World
    /// What a recording has to hold beside the input, where that only names it; nil for most tasks.
    func attachment(of world: World) -> Attachment?
    /// The scratchpad at the beginning of a recorded problem, where what the input names may be gone or have changed since.
    ///
    /// - Parameter recorded: What the recording holds beside the input; nil in old ones.
    func remakeWorld(_ input: [String], recorded: Attachment?) throws -> World
    /// What a person should know of `world`, the beginning of a problem, in one line; nil if there is nothing to say.
    func remark(on world: World) -> String?
    /// What stands in `world` as the output.
    func output(of world: World) -> String
    /// The right output for what stands in `world`, found without the expert; nil where that is no problem of this task.
    func answer(for world: World) -> String?
    /// An upper bound on the events that the expert needs from `world`, the beginning of a problem, on.
    func eventBound(for world: World) -> Int

    /// The expert.
    ///
    /// - Throws: ``NPIKit/ProgramLibraryError`` if `library` lacks a program of the task.
    func makeExpert(_ library: ProgramLibrary) throws(ProgramLibraryError) -> Solver
    /// Why the expert does what it does now in a frame of `program`, in plain words.
    func reason(_ expert: Solver, program: String, arguments: Arguments, step: Int, in world: World) -> String

    /// The line of the task's file that a frame carries out next, from 1; nil for a task without a file.
    func line(_ expert: Solver, program: ProgramID, arguments: Arguments, step: Int, in world: World) -> Int?
    /// Whether a frame carries out this line of the task's file next, or asks the condition of the loop there before it does anything.
    func carriesOut(
        line: Int, _ expert: Solver, program: ProgramID, arguments: Arguments, step: Int, in world: World
    ) -> Bool
    /// The line of the task's file that a frame at `step` has carried out last, from 1; nil at its beginning, and for a task
    /// without a file.
    func lineDone(_ expert: Solver, program: ProgramID, step: Int) -> Int?
    /// The first line of a program that makes this decision; nil where none does, and for a task without a file.
    func line(_ expert: Solver, doing decision: Decision, program: ProgramID) -> Int?

    /// The input of a random problem whose inputs have `length` elements.
    func randomInput(length: Int, using generator: inout some RandomNumberGenerator) -> [String]
    /// The input of a problem to validate networks on; a hard one is as hard as one of this length can be.
    func validationInput(length: Int, isHard: Bool, using generator: inout some RandomNumberGenerator) -> [String]
    /// The lengths that training draws; nil leaves them to whoever trains.
    var trainingLengths: ClosedRange<Int>? { get }
    /// The longest inputs that it takes; nil where there is no end.
    var lengthLimit: Int? { get }
    /// On how many problems of which lengths networks are measured.
    var validationParts: ValidationParts { get }

    /// The problem in a few words, such as "96 + 125", in at most `width` characters where that can be done.
    func formula(_ input: [String], width: Int, ellipsis: String) -> String
    /// What is to be done, in plain words: "add 96 and 125, column by column from the right".
    func goal(_ input: [String], width: Int, ellipsis: String) -> String

    /// Inputs that the command line takes as options of their own, in the order of the input; none for most tasks.
    var namedInputs: [NamedInput] { get }
    /// What may stand at `index` of the input, for completion.
    func inputCompletions(at index: Int) -> [String]
    /// The task whose programs this one calls, so that it can be learned on a network that knows that one.
    var foundation: String? { get }
    /// Scripts that auxiliary programs must not be, since a network is to learn them later.
    func scriptsToLearnLater(_ library: ProgramLibrary) -> Set<AuxiliaryScript>
}

extension ScratchpadTask {
    /// None: the input says it all.
    public func attachment(of world: World) -> Attachment? { nil }
    /// What the input says.
    public func remakeWorld(_ input: [String], recorded: Attachment?) throws -> World { try makeWorld(input) }
    /// None.
    public func remark(on world: World) -> String? { nil }

    /// A random one.
    public func validationInput(
        length: Int, isHard: Bool, using generator: inout some RandomNumberGenerator
    ) -> [String] { randomInput(length: length, using: &generator) }

    /// None: there is no file.
    public func line(
        _ expert: Solver, program: ProgramID, arguments: Arguments, step: Int, in world: World
    ) -> Int? { nil }

    /// No: there is no file.
    public func carriesOut(
        line: Int, _ expert: Solver, program: ProgramID, arguments: Arguments, step: Int, in world: World
    ) -> Bool { false }

    /// None: there is no file.
    public func lineDone(_ expert: Solver, program: ProgramID, step: Int) -> Int? { nil }

    /// None: there is no file.
    public func line(_ expert: Solver, doing decision: Decision, program: ProgramID) -> Int? { nil }

    /// Left to whoever trains.
    public var trainingLengths: ClosedRange<Int>? { nil }

    /// Without end.
    public var lengthLimit: Int? { nil }

    /// A few problems of short lengths.
    public var validationParts: ValidationParts { ValidationParts() }

    /// The input, shortened in the middle.
    public func formula(_ input: [String], width: Int, ellipsis: String) -> String {
        input.joined(separator: " ").shortenedInMiddle(to: width, ellipsis: ellipsis)
    }

    /// The summary and the input.
    public func goal(_ input: [String], width: Int, ellipsis: String) -> String {
        "\(summary): \(formula(input, width: width == .max ? width : width - summary.count - 2, ellipsis: ellipsis))"
    }

    /// None.
    public var namedInputs: [NamedInput] { [] }
    /// None.
    public func inputCompletions(at index: Int) -> [String] { [] }
    /// None.
    public var foundation: String? { nil }
    /// None.
    public func scriptsToLearnLater(_ library: ProgramLibrary) -> Set<AuxiliaryScript> { [] }
}

/// A program of a task.
public struct ProgramDescription: Hashable, Sendable {
    /// Its name in program memory, such as "ADD1".
    public var name: String
    /// What it does, in a few plain words.
    public var purpose: String

    /// Describes a program.
    public init(_ name: String, _ purpose: String) {
        self.name = name
        self.purpose = purpose
    }
}

/// An input that the command line takes as an option.
public struct NamedInput: Hashable, Sendable {
    /// The option's name without dashes, such as "from".
    public var name: String
    /// What is taken where it is not given.
    public var usual: String
    /// Whether it is left out of the input where it is not given; only the last ones can be.
    public var isOptional: Bool

    /// Describes an input.
    public init(_ name: String, usual: String, isOptional: Bool = false) {
        self.name = name
        self.usual = usual
        self.isOptional = isOptional
    }
}

/// How many problems of which lengths a network is measured on.
public struct ValidationParts: Hashable, Sendable {
    /// So many problems of a length.
    public struct Part: Hashable, Sendable, Codable {
        /// The length of the inputs.
        public var length: Int
        /// How many problems.
        public var count: Int

        /// Makes a part.
        public init(length: Int, count: Int) {
            self.length = length
            self.count = count
        }
    }

    /// During training: mostly within the lengths trained on, a few far beyond.
    public var training: [Part]
    /// For `npi evaluate`.
    public var full: [Part]
    /// For `npi evaluate --quick`.
    public var quick: [Part]

    /// Makes the parts from pairs of a length and a count.
    public init(
        training: [(Int, Int)] = [(3, 10), (10, 10), (20, 5)],
        full: [(Int, Int)] = [(2, 50), (5, 50), (10, 20), (20, 10)],
        quick: [(Int, Int)] = [(3, 10)]
    ) {
        self.training = training.map(Part.init)
        self.full = full.map(Part.init)
        self.quick = quick.map(Part.init)
    }
}
