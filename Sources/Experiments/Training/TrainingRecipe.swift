import CarModels
package import NPIKit
package import Scratchpads
import Support

/// Which problems a network is trained on. Together with its seed it determines the training frames.
package struct TrainingRecipe: Hashable, Sendable, Codable {
    /// The tasks.
    package var tasks: [TaskDefinition]
    /// Where the problems come from. Test problems are drawn from other seeds.
    package var seed: UInt64
    /// The longest inputs; there are problems of every length from the task's shortest to this, or to the task's longest.
    package var longestLength = 20
    /// How many problems there are of each length (the paper: 32 for addition, 64 for sorting).
    package var problemsPerLength = 32
    /// Which problems of tasks from files there are besides, so that every step is among them; nil means none.
    package var coverage: StepCoverage?
    /// Training on all that frames can see instead, until a proof holds; nil means training on problems.
    package var proof: ProofGoal?
    /// Which cars, for that task; nil means ``CarRecipe``'s own choice.
    package var cars: CarRecipe?
    /// Auxiliary (random) programs, so that new ones can be learned on the frozen core.
    package var auxiliary = AuxiliaryPrograms()
    /// How many units each layer of the network has; nil means the project's sizes.
    package var unitCount: Int?

    /// A recipe with the paper's budget for addition.
    package init(tasks: [TaskDefinition], seed: UInt64) {
        self.tasks = tasks
        self.seed = seed
    }

    /// The sizes of the network.
    package var configuration: NetworkConfiguration {
        var sizes = NetworkConfiguration()
        guard let unitCount else { return sizes }
        for layer in [\NetworkConfiguration.programSize, \.fuseHiddenSize, \.coreInputSize, \.hiddenSize] {
            sizes[keyPath: layer] = unitCount
        }
        // Encoders and keys are never larger than usual.
        for layer in [\NetworkConfiguration.encoderHiddenSize, \.stateSize, \.keySize] {
            sizes[keyPath: layer] = min(sizes[keyPath: layer], unitCount)
        }
        return sizes
    }

    /// An untrained network with an encoder for each task's environment, of the recipe's sizes or others.
    package func makeNetwork(configuration: NetworkConfiguration? = nil) -> Network {
        var specs: [ObservationSpec] = []
        for task in tasks where !specs.contains(task.observationSpec) { specs.append(task.observationSpec) }
        var generator = SeededGenerator(seed: seed)
        return Network(
            configuration: configuration ?? self.configuration, encoders: specs, library: library, using: &generator)
    }

    /// The programs of the tasks, and after them the auxiliary ones.
    var library: ProgramLibrary {
        var library = ProgramLibrary(for: tasks)
        do {
            for name in auxiliary.programNames { try library.append(name) }
        } catch {
            preconditionFailure("no task has a program with an auxiliary program's name: \(error)")
        }
        return library
    }

    /// The problems, in order of task and length; tasks whose frames are drawn without end have none here.
    package func makeProblems() -> [Problem] {
        var generator = SeededGenerator(seed: seed)
        return tasks.filter { !$0.drawsFramesWithoutEnd }.flatMap { task in
            let problems = lengths(of: task).flatMap { length in
                (0..<problemsPerLength).map { _ in task.randomProblem(length: length, using: &generator) }
            }
            guard let coverage, task.source != nil else { return problems }
            return problems + coverage.problems(of: task, lengths(of: task), beside: problems, using: &generator)
        }
    }

    /// The lengths of all problems together, such as "1-20".
    var lengthsInWords: String {
        let all = tasks.map(lengths)
        return "\(all.map(\.lowerBound).min() ?? 1)-\(all.map(\.upperBound).max() ?? longestLength)"
    }

    /// The lengths of a task's problems.
    func lengths(of task: TaskDefinition) -> ClosedRange<Int> {
        guard let own = task.trainingLengths else { return 1...longestLength }
        let longest = min(own.upperBound, longestLength)
        return min(own.lowerBound, longest)...longest
    }

    /// What the experts do in the problems: one training sequence for each call of each program.
    ///
    /// - Throws: ``ProgramLibraryError`` if `library` lacks a program of the tasks.
    package func makeFrames(_ library: ProgramLibrary) throws(ProgramLibraryError) -> [FrameTrace] {
        var frames: [FrameTrace] = []
        for problem in makeProblems() { frames += try problem.demonstratedFrames(library) }
        return frames
    }
}

extension Problem {
    /// What the expert does in it.
    ///
    /// - Throws: ``ProgramLibraryError`` if `library` lacks a program of the task.
    func demonstratedFrames(_ library: ProgramLibrary) throws(ProgramLibraryError) -> [FrameTrace] {
        let expert = try makeExpert(library)
        let program = try library.require(program)
        do {
            return try Demonstration(of: program, arguments: arguments, in: makeWorld(), by: expert).frames
        } catch {
            preconditionFailure("an expert must halt: \(error)")
        }
    }
}
