import CarModels
package import NPIKit
import Support

extension TaskDefinition {
    /// Turning a camera around a car.
    package static let car = TaskDefinition(CarTask())
}

/// A car to be turned from one pose to another.
///
/// Input: the car, a name such as "saloon-1" or the path of an OBJ file; then, if given, the pose to start from and the target,
/// as "AZ,EL", and which axis of the file points up.
package struct CarTask: ScratchpadTask {
    /// Where the camera starts if that is not told.
    static let usualStart = CarPose(azimuth: -45, elevation: 45)

    package let name = "car"
    package let summary = "turn a camera around a car, by what it sees"
    package let inputSyntax = ""
    package let inputDescription = "a car, and the poses to start from and to go to"
    package let exampleInput = ["saloon-1", "-45,30", "0,15"]
    package let programs = CarProgram.allCases.map { ProgramDescription($0.rawValue, $0.purpose) }
    package var observationSpec: ObservationSpec { CarScene.spec }

    package func makeWorld(_ input: [String]) throws -> CarScene {
        try scene(input) { source throws in
            do throws(OBJError) {
                return try source.read()
            } catch {
                throw InputFileError(error.description)
            }
        }
    }

    package func remakeWorld(_ input: [String], recorded: Attachment?) throws -> CarScene {
        try scene(input) { source in source.read(recordedAs: recorded) }
    }

    private func scene(_ input: [String], _ car: (CarSource) throws -> CarModel) throws -> CarScene {
        guard (1...4).contains(input.count) else { throw InputError.wrongCount(TaskUsage(self), found: input.count) }
        let start = input.count > 1 ? try CarPose(input[1]) : Self.usualStart
        let target = input.count > 2 ? try CarPose(input[2]) : .paperTarget
        let source = try CarSource(input[0], up: input.count > 3 ? input[3] : UpAxis.y.rawValue)
        return CarScene(try car(source), from: start, to: target)
    }

    package func attachment(of world: CarScene) -> Attachment? { CarSource.attachment(of: world.car) }
    package func remark(on world: CarScene) -> String? { world.car.remark }

    package func output(of world: CarScene) -> String { text(world.pose) }
    package func answer(for world: CarScene) -> String? { text(world.target) }

    /// A pose as it stands in recordings: "[0,15]".
    private func text(_ pose: CarPose) -> String { "[\(pose.azimuth),\(pose.elevation)]" }

    /// GOTO, HGOTO, VGOTO and two programs that move are called and return; then there are the moves.
    package func eventBound(for world: CarScene) -> Int { 10 + world.pose.distance(to: world.target) }

    package func makeExpert(_ library: ProgramLibrary) throws(ProgramLibraryError) -> CarExpert {
        try CarExpert(library)
    }

    package func reason(
        _ expert: CarExpert, program: String, arguments: Arguments, step: Int, in world: CarScene
    ) -> String { expert.reason(program: program, step: step, in: world) }

    package func randomInput(length: Int, using generator: inout some RandomNumberGenerator) -> [String] {
        CarProblems.input(length: length, among: CarSplit.unseen, using: &generator)
    }

    /// Of cars that are neither trained on nor reported, since validation chooses the network.
    package func validationInput(
        length: Int, isHard: Bool, using generator: inout some RandomNumberGenerator
    ) -> [String] { CarProblems.input(length: length, among: CarSplit.examined, using: &generator) }

    package let validationParts = ValidationParts(
        training: [(1, 10), (3, 20), (5, 20), (7, 20)], full: [(1, 50), (2, 50), (4, 100), (6, 50), (8, 20)],
        quick: [(2, 4)])

    package var namedInputs: [NamedInput] {
        [
            NamedInput("car", usual: CarSplit.shipped[0].name), NamedInput("from", usual: Self.usualStart.text),
            NamedInput("to", usual: CarPose.paperTarget.text),
            NamedInput("up", usual: UpAxis.y.rawValue, isOptional: true),
        ]
    }

    package func inputCompletions(at index: Int) -> [String] { index == 0 ? CarSplit.shipped.map(\.name) : [] }

    package func formula(_ input: [String], width: Int, ellipsis: String) -> String {
        let route = " \(start(input)) to \(target(input))"
        guard width != .max else { return input[0] + route }
        return input[0].shortenedInMiddle(to: max(width - route.count, 8), ellipsis: ellipsis) + route
    }

    package func goal(_ input: [String], width: Int, ellipsis: String) -> String {
        let route = " from \(start(input)) to \(target(input)) degrees"
        guard width != .max else { return "turn \(input[0])\(route)" }
        return "turn \(input[0].shortenedInMiddle(to: max(width - route.count - 5, 8), ellipsis: ellipsis))\(route)"
    }

    private func start(_ input: [String]) -> String { pose(input, 1, Self.usualStart) }
    private func target(_ input: [String]) -> String { pose(input, 2, .paperTarget) }

    private func pose(_ input: [String], _ index: Int, _ usual: CarPose) -> String {
        (input.count > index ? try? CarPose(input[index]) : usual)?.text ?? ""
    }
}
