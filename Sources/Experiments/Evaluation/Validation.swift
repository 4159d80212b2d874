import CarModels
import NPIKit
package import Scratchpads
import Support

/// A set of fresh problems of one task, by length, and how many of them a network solves.
///
/// Every other problem is a hard one. The problems follow from the seed; training, validation during training and
/// tests draw from different seeds.
package struct Validation: Hashable, Sendable, Codable {
    /// How many problems of a length.
    package typealias Part = ValidationParts.Part

    /// How many problems of a part were solved.
    package struct Mark: Hashable, Sendable, Codable {
        /// The task.
        package var task: TaskDefinition
        /// The part.
        package var part: Part
        /// How many were right.
        package var right: Int
    }

    /// The task.
    package var task: TaskDefinition
    /// The parts, in order.
    package var parts: [Part]
    /// Where the problems come from.
    package var seed: UInt64
    /// For cars: whether they are turned between any poses, at as many steps from each other as a part says, rather than between
    /// the paper's.
    package var isBetweenAnyPoses = false

    /// Makes a validation.
    package init(_ task: TaskDefinition, parts: [Part], seed: UInt64, isBetweenAnyPoses: Bool = false) {
        self.task = task
        self.parts = parts
        self.seed = seed
        self.isBetweenAnyPoses = isBetweenAnyPoses
    }

    /// The problems of part `index`.
    package func problems(_ index: Int) -> [Problem] {
        var generator = SeededGenerator(seed: seed &+ UInt64(index) &* 1_000_003)
        return (0..<parts[index].count).map { place in
            isBetweenAnyPoses
                ? CarProblems.betweenAnyPoses(length: parts[index].length, among: CarSplit.examined, using: &generator)
                : task.validationProblem(length: parts[index].length, isHard: place % 2 == 1, using: &generator)
        }
    }

    /// Lets `solvers` solve the problems, in order of the parts.
    ///
    /// - Throws: ``StepPredictorError`` or ``ProgramLibraryError`` if the model was not made for the task.
    package func marks(by solvers: Solvers) throws -> [Mark] {
        var validation = RepeatedValidation(self)
        return try validation.marks(by: solvers, isQuick: false)
    }
}
