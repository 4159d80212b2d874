import NPIKit
import Proof
import Scratchpads
import Support

/// That a network is proven right on inputs of any length: it is trained on all that frames can ever see, until the proof holds.
package struct ProofGoal: Hashable, Sendable, Codable {
    /// By how many logits every right decision has to be ahead of any other. Processors add in different orders, so a decision that
    /// is barely ahead on one of them may not be on another.
    package var leastMargin: Float = 0.5

    /// The project's choice.
    package init() {}

    /// Whether it can be reached; a damaged checkpoint could ask for anything.
    var isSensible: Bool { (0...100).contains(leastMargin) }

    /// All that frames of `tasks` can see and do, on inputs of any length.
    ///
    /// - Throws: ``ProofGoalError`` where there is no end of it; ``ExplorationError``, ``ProofError``, ``ProgramLibraryError``.
    func frames(of tasks: [TaskDefinition], _ library: ProgramLibrary) throws -> [FrameTrace] {
        var frames: [FrameTrace] = []
        var steps = 0
        for task in tasks {
            let sequences = try TaskSequences(task, library)
            if let loop = sequences.loops.first {
                throw ProofGoalError.loop(task: task.name, program: library[loop.call.program], line: loop.line)
            }
            for call in sequences.boundedCalls {
                try sequences.forEach(of: call) { frame in
                    steps += frame.stepCount
                    guard steps <= TrainingRecipe.Limits.stepCount else {
                        throw ProofGoalError.tooMany(task: task.name)
                    }
                    frames.append(frame)
                }
            }
        }
        return frames
    }

    /// By how many logits `network` is ahead in the closest of all steps of `tasks`; nil where it is wrong in one.
    ///
    /// - Throws: As ``frames(of:_:)``.
    func margin(of network: Network, on tasks: [TaskDefinition]) throws -> Float? {
        var least = Float.infinity
        for task in tasks {
            let proof = try TaskProof(task, NetworkPredictor(network))
            guard proof.isProven else { return nil }
            least = min(least, proof.leastMargin ?? .infinity)
        }
        return least
    }
}

/// Why a network for a task cannot be proven, whatever it learns.
package enum ProofGoalError: Error, Hashable, CustomStringConvertible {
    /// A loop goes round any number of times.
    case loop(task: String, program: String, line: Int)
    /// All that frames can see is more than can be trained on.
    case tooMany(task: String)

    /// One line for the user.
    package var description: String {
        switch self {
        case .loop(let task, let program, let line):
            "\(task) cannot be proven: the loop of \(program) in line \(line) goes round any number of times; "
                + "write it as a program that calls itself, or leave out --until-verified"
        case .tooMany(let task):
            "\(task) cannot be trained on all that its frames can see: that is over "
                + "\(TrainingRecipe.Limits.stepCount.grouped) steps; leave out --until-verified"
        }
    }
}
