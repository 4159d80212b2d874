import NPIKit

/// Draws cars and poses for training and evaluation.
public enum CarProblems {
    /// The problem of `car`, a name or a path, from `start` to `target`.
    public static func problem(
        _ car: String, from start: CarPose, to target: CarPose = .paperTarget
    ) throws(ProblemError) -> Problem {
        try Problem(task: .car, input: [car, start.text, target.text])
    }

    /// The car, the start and the target that are taken where they are not told.
    public static let usualInput = [
        CarSplit.shipped[0].name, CarProblem.defaultStart.text, CarPose.paperTarget.text,
    ]

    /// The longest way of the paper's starts, in steps of 15 degrees.
    static let longest = CarPose.paperStarts.map { $0.distance(to: .paperTarget) }.max() ?? 0

    /// One of `designs`, from one of the paper's starts that lie `length` steps away, or as far as there are.
    package static func random(
        length: Int, among designs: [CarDesign] = CarSplit.unseen, using generator: inout some RandomNumberGenerator
    ) -> Problem {
        let steps = min(length, longest)
        let starts = CarPose.paperStarts.filter { $0.distance(to: .paperTarget) == steps }
        let design = designs.randomElement(using: &generator) ?? CarDesign(.saloon, 101)
        do {
            return try problem(design.name, from: starts.randomElement(using: &generator) ?? .paperTarget)
        } catch {
            preconditionFailure("\(error)")
        }
    }
}
