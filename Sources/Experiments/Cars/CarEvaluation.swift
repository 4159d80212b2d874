package import CarModels
package import NPIKit
package import Scratchpads
import Support

/// How well a network turns cars, from every one of the paper's starts (Reed & de Freitas 2016, section 4.3): a run is right
/// when it ends by itself, exactly on the target.
package struct CarEvaluation: Sendable {
    /// Which cars.
    package enum Group: String, CaseIterable, Sendable, Codable {
        /// Drawn here, trained on.
        case seen
        /// Drawn here, never trained on.
        case unseen
        /// Real cars of which those that read them may have been trained.
        case realSeen = "real, seen"
        /// Real cars that are never trained on.
        case realUnseen = "real, unseen"
        /// Real open-wheelers, reported apart.
        case oddities = "real, open-wheelers"
    }

    /// What became of one car.
    package struct Result: Hashable, Sendable {
        /// Its group.
        package var group: Group
        /// Its name.
        package var car: String
        /// Right runs of all starts.
        package var all = Proportion(right: 0, of: 0)
        /// Right runs of the starts at most four steps away, as in the paper.
        package var short = Proportion(right: 0, of: 0)
        /// By how much wrong runs missed the target, and how many did so.
        package var misses: [Miss: Int] = [:]
        /// Where wrong runs ended, and how many did there.
        package var ends: [CarPose: Int] = [:]
        /// How many runs did not end by themselves.
        package var endlessCount = 0
    }

    /// By how much a run missed its target.
    package struct Miss: Hashable, Sendable {
        /// How far the nose points beyond it, in degrees, -165...180: to the right if positive.
        package var turn: Int
        /// How far the camera stands above it, in degrees.
        package var rise: Int

        /// A miss of so many degrees.
        package init(turn: Int, rise: Int) {
            (self.turn, self.rise) = (turn, rise)
        }

        /// Such as "0,15": the camera stands 15 degrees too high.
        var text: String { "\(turn),\(rise)" }
    }

    /// Between which poses cars are turned.
    package enum Routes: Hashable, Sendable {
        /// From the paper's 55 starts to its target.
        case paper
        /// So many for each car, from any pose to any other.
        case any(Int)

        /// The routes for the car of number `index`.
        func list(_ index: Int) -> [(start: CarPose, target: CarPose)] {
            switch self {
            case .paper: return CarPose.paperStarts.map { ($0, .paperTarget) }
            case .any(let count):
                var generator = SeededGenerator(seed: Self.seed &+ UInt64(index))
                return (0..<count).map { _ in
                    (
                        CarPose.all.randomElement(using: &generator) ?? .paperTarget,
                        CarPose.all.randomElement(using: &generator) ?? .paperTarget
                    )
                }
            }
        }

        private static let seed: UInt64 = 0xCA25

        /// The target of all of them; nil where there are several.
        var target: CarPose? { self == .paper ? .paperTarget : nil }

        var title: String {
            switch self {
            case .paper: "to 0,15 from the paper's 55 starts"
            case .any(let count): "between any two poses, \(count) times each"
            }
        }
    }

    /// Between which poses.
    package let routes: Routes
    /// The cars, in order.
    package let cars: [(group: Group, model: CarModel)]

    /// Cars of every group.
    ///
    /// - Parameters:
    ///   - carsPerKind: How many of each kind, of those drawn here.
    ///   - realFolder: Where the real cars are; nil leaves them out.
    ///   - routes: Between which poses.
    /// - Throws: ``OBJError`` if a real car cannot be read.
    package init(carsPerKind: Int, realFolder: String?, routes: Routes = .paper) throws(OBJError) {
        self.routes = routes
        func drawn(_ designs: [CarDesign], _ group: Group) -> [(Group, CarModel)] {
            CarKind.allCases.flatMap { kind in designs.filter { $0.kind == kind }.prefix(carsPerKind) }
                .map { (group, $0.makeModel()) }
        }
        var cars = drawn(CarSplit.trained, .seen) + drawn(CarSplit.unseen, .unseen)
        if let realFolder {
            let groups: [(Group, [String])] = [
                (.realSeen, CarSplit.trainedReal), (.realUnseen, CarSplit.unseenReal), (.oddities, CarSplit.oddities),
            ]
            for (group, names) in groups {
                for name in names { cars.append((group, try CarModel(path: "\(realFolder)/\(name).obj"))) }
            }
        }
        self.cars = cars
    }

    /// Lets `predictor` turn car `index` along each of the routes.
    ///
    /// - Throws: ``StepPredictorError`` or ``ProgramLibraryError`` if the model was not made for cars.
    package func result(_ index: Int, for predictor: any StepPredictor) throws -> Result {
        let (group, model) = cars[index]
        let program = try predictor.library.require(CarProgram.goto.rawValue)
        var result = Result(group: group, car: model.name)
        for (start, target) in routes.list(index) {
            var interpreter = try Interpreter(
                predictor, in: CarScene(model, from: start, to: target), running: program)
            while interpreter.eventCount < Self.eventLimit, interpreter.step() != nil {}
            let end = interpreter.world.pose
            let isRight = interpreter.isHalted && end == target
            let one = Proportion(right: isRight ? 1 : 0, of: 1)
            result.all = result.all + one
            if start.distance(to: target) <= 4 { result.short = result.short + one }
            if !interpreter.isHalted { result.endlessCount += 1 }
            if !isRight {
                result.misses[Miss(turn: target.turn(to: end), rise: target.rise(to: end)), default: 0] += 1
                result.ends[end, default: 0] += 1
            }
        }
        return result
    }

    /// Far more events than any right run has.
    static let eventLimit = 120

    /// The results by group, as a table; and by how much wrong runs missed.
    package func report(_ results: [Result]) -> TextTable {
        let groups = Group.allCases.filter { group in results.contains { $0.group == group } }
        let rows = groups.map { group in
            let own = results.filter { $0.group == group }
            let none = Proportion(right: 0, of: 0)
            return [
                group.rawValue, "\(own.count)", own.reduce(none) { $0 + $1.all }.text,
                own.reduce(none) { $0 + $1.short }.text, "\(own.reduce(0) { $0 + $1.endlessCount })",
            ]
        }
        return TextTable(
            title: "Cars turned \(routes.title); correct runs and 95 % intervals",
            header: ["cars", "count", "all", "at most 4 steps", "did not halt"], rows: rows,
            notes: results.filter { !$0.misses.isEmpty }.map(Self.note))
    }

    /// Where the wrong runs of all cars ended.
    package func endMap(_ results: [Result]) -> PoseMap {
        let all = results.reduce(Proportion(right: 0, of: 0)) { $0 + $1.all }
        return PoseMap(
            title: "Where the \((all.count - all.right).grouped) wrong runs of \(all.count.grouped) ended",
            counts: results.reduce(into: [:]) { $0.merge($1.ends, uniquingKeysWith: +) }, target: routes.target)
    }

    private static func note(_ result: Result) -> String {
        let misses = result.misses.sorted { ($1.value, $0.key.text) < ($0.value, $1.key.text) }.prefix(6)
            .map { "\($0.key.text) x \($0.value)" }
        return
            "\(result.car): \(result.all.count - result.all.right) wrong, missed by \(misses.joined(separator: "; "))"
    }
}
