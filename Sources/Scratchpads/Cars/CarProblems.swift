package import CarModels
import NPIKit

/// Draws cars and poses for training and evaluation.
package enum CarProblems {
    /// The problem of `car`, a name or a path, from `start` to `target`.
    package static func problem(
        _ car: String, from start: CarPose, to target: CarPose = .paperTarget
    ) throws(ProblemError) -> Problem {
        try Problem(task: .car, input: [car, start.text, target.text])
    }

    /// The longest way of the paper's starts, in steps of 15 degrees.
    static let longest = CarPose.paperStarts.map { $0.distance(to: .paperTarget) }.max() ?? 0

    /// One of `designs`, from one of the paper's starts that lie `length` steps away, or as far as there are.
    package static func random(
        length: Int, among designs: [CarDesign] = CarSplit.unseen, using generator: inout some RandomNumberGenerator
    ) -> Problem { Problem(drawn: input(length: length, among: designs, using: &generator), of: .car) }

    /// One of `designs`, from one of the paper's starts that lie up to `length` steps away: at 4 what the paper tests.
    package static func random(
        within length: Int, among designs: [CarDesign], using generator: inout some RandomNumberGenerator
    ) -> Problem {
        Problem(
            drawn: input(among: designs, using: &generator) { (1...max(length, 1)).contains($0) }, of: .car)
    }

    /// One of `designs`, between any two poses that lie `length` steps from each other, or as far as there are.
    package static func betweenAnyPoses(
        length: Int, among designs: [CarDesign], using generator: inout some RandomNumberGenerator
    ) -> Problem {
        let steps = min(max(length, 0), CarPose.azimuthCount / 2 + CarPose.highest / CarPose.step)
        let design = designs.randomElement(using: &generator) ?? CarDesign(.saloon, 101)
        var route = (start: CarPose.paperTarget, target: CarPose.paperTarget)
        repeat {
            route.start = CarPose.all.randomElement(using: &generator) ?? .paperTarget
            route.target = CarPose.all.randomElement(using: &generator) ?? .paperTarget
        } while route.start.distance(to: route.target) != steps
        return Problem(drawn: [design.name, route.start.text, route.target.text], of: .car)
    }

    /// The input of ``random(length:among:using:)``.
    static func input(
        length: Int, among designs: [CarDesign], using generator: inout some RandomNumberGenerator
    ) -> [String] {
        let steps = min(length, longest)
        return input(among: designs, using: &generator) { $0 == steps }
    }

    private static func input(
        among designs: [CarDesign], using generator: inout some RandomNumberGenerator, distance: (Int) -> Bool
    ) -> [String] {
        let starts = CarPose.paperStarts.filter { distance($0.distance(to: .paperTarget)) }
        let design = designs.randomElement(using: &generator) ?? CarDesign(.saloon, 101)
        let start = starts.randomElement(using: &generator) ?? .paperTarget
        return [design.name, start.text, CarPose.paperTarget.text]
    }
}
