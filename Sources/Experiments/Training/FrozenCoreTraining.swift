package import NPIKit
package import Scratchpads
import Support

/// How programs are learned on a network that stays as it is: only their own rows of program memory change.
///
/// Reed & de Freitas 2016, section 4.4.
package struct FrozenCoreTraining: Hashable, Sendable, Codable {
    /// What keeps old programs from calling new ones by mistake: the paper's two ways.
    package enum Mode: String, CaseIterable, Hashable, Sendable, Codable {
        /// Old programs are barred from calling new ones: what they do cannot change at all.
        case bar
        /// Old programs may call new ones, and their traces are mixed into the training, so that the new keys keep out
        /// of the way of the old calls.
        case mix
    }

    /// The way.
    package var mode: Mode
    /// The programs that are learned; none where an encoder is.
    package var newPrograms: [String]
    /// The encoder that is learned instead of programs; nil where programs are.
    package var encoder: String?
    /// Whether what the encoder says of images stays as it is too; nil means no.
    package var keepsSight: Bool?
    /// The tasks that the network had learned before.
    package var oldTasks: [TaskDefinition]
    /// How the network was trained before, as its file tells.
    package var oldTraining: [String: String]
    /// The texts of the tasks that it had learned before.
    package var oldTexts: [String: String]?
    /// All programs, by row of program memory.
    var programs: [String]

    /// Adds the rows that `tasks` need to `network`.
    ///
    /// - Throws: ``FrozenCoreError`` if the network lacks what these tasks build on.
    init(
        of network: inout Network, trainedAs training: [String: String], on texts: [String: String],
        by tasks: [TaskDefinition], mode: Mode,
        using generator: inout SeededGenerator
    ) throws(FrozenCoreError) {
        var missing: [String] = []
        for task in tasks {
            guard let foundation = task.foundation else { throw .hasNoFoundation(task) }
            let lacking = foundation.programNames.filter { network.library.program(named: $0) == nil }
            guard lacking.isEmpty else { throw .lacksPrograms(task, lacking, foundation: foundation) }
            guard network.encoders.contains(foundation.observationSpec) else {
                throw .lacksEncoder(task, foundation: foundation)
            }
            let new = task.programNames.filter { network.library.program(named: $0) == nil && !missing.contains($0) }
            guard !new.isEmpty else { throw .isKnown(task) }
            missing += new
        }
        self.mode = mode
        newPrograms = missing
        oldTasks = TaskCatalog.all.filter { $0.isKnown(to: network) }
        oldTraining = training
        oldTexts = texts.isEmpty ? nil : texts
        do {
            try network.addPrograms(missing, barringOld: mode == .bar, using: &generator)
        } catch {
            preconditionFailure("the names are new: \(error)")
        }
        programs = network.library.names
    }

    /// Goes on with the encoder of `tasks`, which `network` knows; how it acts on what the encoder tells stays as it is.
    ///
    /// - Throws: ``FrozenCoreError`` if the network does not know them, or they have no images or not one encoder.
    init(
        ofEncoderIn network: Network, trainedAs training: [String: String], on texts: [String: String],
        by tasks: [TaskDefinition]
    ) throws(FrozenCoreError) {
        for task in tasks {
            guard task.isKnown(to: network) else { throw .lacksTask(task) }
            guard task.observationSpec.image != nil, task.observationSpec == tasks[0].observationSpec else {
                throw .isKnown(task)
            }
        }
        mode = .bar
        newPrograms = []
        encoder = tasks[0].observationSpec.encoder
        oldTasks = TaskCatalog.all.filter { $0.isKnown(to: network) && !tasks.contains($0) }
        oldTraining = training
        oldTexts = texts.isEmpty ? nil : texts
        programs = network.library.names
    }

    /// What of the network is learned.
    var learned: LearnedPart {
        guard let encoder else { return .programs(newPrograms) }
        return keepsSight == true ? .behindAnswers(encoder) : .encoder(encoder)
    }

    /// The frames of `recipe` that are trained on: those of the new programs, and for mixing the old tasks' as well.
    func makeFrames(_ recipe: TrainingRecipe) throws(ProgramLibraryError) -> [FrameTrace] {
        let frames = try makeNewFrames(recipe)
        guard mode == .mix else { return frames }
        var old = recipe
        old.tasks = oldTasks
        return frames + (try old.makeFrames(try ProgramLibrary(names: programs)))
    }

    /// The frames of the new programs alone.
    func makeNewFrames(_ recipe: TrainingRecipe) throws(ProgramLibraryError) -> [FrameTrace] {
        let library = try ProgramLibrary(names: programs)
        let new = Set(newPrograms.compactMap(library.program(named:)))
        return try recipe.makeFrames(library).filter { new.contains($0.program) }
    }
}

extension TaskDefinition {
    /// Whether `network` has all programs and the encoder of the task.
    package func isKnown(to network: Network) -> Bool {
        network.library.hasPrograms(of: self) && network.encoders.contains(observationSpec)
    }
}

/// Why a task cannot be learned on a frozen network.
package enum FrozenCoreError: Error, Equatable, CustomStringConvertible {
    /// The task calls no other task's programs.
    case hasNoFoundation(TaskDefinition)
    /// The network lacks programs that the task calls.
    case lacksPrograms(TaskDefinition, [String], foundation: TaskDefinition)
    /// The network does not see the task's environment as this version shows it.
    case lacksEncoder(TaskDefinition, foundation: TaskDefinition)
    /// The network knows the task already.
    case isKnown(TaskDefinition)
    /// The network does not know a task whose encoder is to be learned.
    case lacksTask(TaskDefinition)

    /// One line for the user.
    package var description: String {
        switch self {
        case .hasNoFoundation(let task):
            "\(task.name) cannot be learned on a frozen network: it calls no programs of another task; train it "
                + "without freezing"
        case .lacksPrograms(let task, let names, let foundation):
            "\(task.name) cannot be learned on this network: it lacks \(names.joined(separator: ", ")); "
                + "train it on \(foundation.name) first"
        case .lacksEncoder(let task, let foundation):
            "\(task.name) cannot be learned on this network: its encoder is not that of this version's "
                + "environment; train it on \(foundation.name) anew"
        case .lacksTask(let task):
            "the encoder of \(task.name) cannot be learned on this network: it does not know \(task.name); train it on "
                + "\(task.name) without freezing"
        case .isKnown(let task):
            "\(task.name) cannot be learned on this network: it has the programs of \(task.name) already"
        }
    }
}
