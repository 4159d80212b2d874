public import NPIKit

/// Which problems a network is trained on. Together with its seed it determines the training frames.
public struct TrainingRecipe: Hashable, Sendable, Codable {
    /// The tasks.
    public var tasks: [TaskName]
    /// Where the problems come from. Test problems are drawn from other seeds.
    public var seed: UInt64
    /// The longest inputs; there are problems of every length from 1.
    public var longestLength = 20
    /// How many problems there are of each length (the paper: 32).
    public var problemsPerLength = 32

    /// A recipe with the paper's budget.
    public init(tasks: [TaskName], seed: UInt64) {
        self.tasks = tasks
        self.seed = seed
    }

    /// An untrained network with an encoder for each task.
    public func makeNetwork(configuration: NetworkConfiguration = NetworkConfiguration()) -> Network {
        var specs: [ObservationSpec] = []
        for task in tasks where !specs.contains(task.observationSpec) { specs.append(task.observationSpec) }
        var generator = SeededGenerator(seed: seed)
        return Network(
            configuration: configuration, encoders: specs, library: ProgramLibrary(for: tasks), using: &generator)
    }

    /// The problems.
    public func makeProblems() -> [Problem] {
        var generator = SeededGenerator(seed: seed)
        return tasks.flatMap { task in
            (1...longestLength).flatMap { length in
                (0..<problemsPerLength).map { _ in task.trainingProblem(length: length, using: &generator) }
            }
        }
    }

    /// What the experts do in the problems: one training sequence for each call of each program.
    public func makeFrames(_ library: ProgramLibrary) throws(ProgramLibraryError) -> [FrameTrace] {
        var frames: [FrameTrace] = []
        for problem in makeProblems() {
            let expert = try problem.makeExpert(library)
            let program = try library.require(problem.program)
            do {
                let demonstration = try Demonstration(
                    of: program, arguments: problem.arguments, in: problem.makeWorld(), by: expert)
                frames += demonstration.frames
            } catch {
                preconditionFailure("an expert must halt: \(error)")
            }
        }
        return frames
    }
}
