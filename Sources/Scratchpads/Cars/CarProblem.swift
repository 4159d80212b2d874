import CarModels
import NPIKit
import Support

/// A car to be turned from one pose to another.
///
/// Input: the car, a name such as "saloon-1" or the path of an OBJ file; then, if given, the pose to start from and the target,
/// as "AZ,EL".
struct CarProblem: ProblemKind {
    let scene: CarScene

    /// Where the camera starts if that is not told.
    static let defaultStart = CarPose(azimuth: -45, elevation: 45)

    init(_ input: [String]) throws(ProblemError) {
        guard (1...3).contains(input.count) else { throw .wrongCount(.car, found: input.count) }
        let start = input.count > 1 ? try CarPose(input[1]) : Self.defaultStart
        let target = input.count > 2 ? try CarPose(input[2]) : .paperTarget
        scene = CarScene(try Self.car(input[0]), from: start, to: target)
    }

    /// The car called `name`, or in the file of that name.
    private static func car(_ name: String) throws(ProblemError) -> CarModel {
        if let design = CarDesign(name: name) { return design.makeModel() }
        guard name.contains("/") || name.lowercased().hasSuffix(".obj") else {
            throw .unknownCar(name, near: CarNames.near(name))
        }
        do {
            return try CarModel(path: name)
        } catch {
            throw .badMesh(error)
        }
    }

    var expectedOutput: String { Self.text(scene.target) }

    func makeWorld() -> AnyScratchpad { .car(scene) }

    func output(of world: AnyScratchpad) -> String {
        guard case .car(let scene) = world else { return "" }
        return Self.text(scene.pose)
    }

    func answer(for world: AnyScratchpad) -> String? {
        guard case .car(let scene) = world else { return nil }
        return Self.text(scene.target)
    }

    /// A pose as it stands in recordings: "[0,15]".
    private static func text(_ pose: CarPose) -> String { "[\(pose.azimuth),\(pose.elevation)]" }

    /// GOTO, HGOTO, VGOTO and two programs that move are called and return; then there are the moves.
    var expertEventBound: Int { 10 + scene.pose.distance(to: scene.target) }

    func formula(width: Int, ellipsis: String) -> String {
        let way = " \(scene.pose.text) to \(scene.target.text)"
        guard width != .max else { return scene.car.name + way }
        return scene.car.name.shortenedInMiddle(to: max(width - way.count, 8), ellipsis: ellipsis) + way
    }

    func goal(width: Int, ellipsis: String) -> String {
        let way = " from \(scene.pose.text) to \(scene.target.text) degrees"
        let name = scene.car.name
        guard width != .max else { return "turn \(name)\(way)" }
        return "turn \(name.shortenedInMiddle(to: max(width - way.count - 5, 8), ellipsis: ellipsis))\(way)"
    }
}
