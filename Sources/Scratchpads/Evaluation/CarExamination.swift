public import NPIKit

/// How well a network turns cars, from every one of the paper's starts (Reed & de Freitas 2016, section 4.3): a run is right
/// when it ends by itself, exactly on the target.
public struct CarExamination: Sendable {
    /// Which cars.
    public enum Group: String, CaseIterable, Sendable, Codable {
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
    public struct Result: Hashable, Sendable {
        /// Its group.
        public var group: Group
        /// Its name.
        public var car: String
        /// Right runs of all starts.
        public var all = Proportion(right: 0, of: 0)
        /// Right runs of the starts at most four steps away, as in the paper.
        public var short = Proportion(right: 0, of: 0)
        /// Where wrong runs ended, and how many there.
        public var wrongEnds: [CarPose: Int] = [:]
        /// How many runs did not end by themselves.
        public var endlessCount = 0
    }

    /// The cars, in order.
    public let cars: [(group: Group, model: CarModel)]

    /// Cars of every group.
    ///
    /// - Parameters:
    ///   - carsPerKind: How many of each kind, of those drawn here.
    ///   - realFolder: Where the real cars are; nil leaves them out.
    /// - Throws: ``OBJError`` if a real car cannot be read.
    public init(carsPerKind: Int, realFolder: String?) throws(OBJError) {
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

    /// Lets `predictor` turn car `index` from each of the paper's starts.
    ///
    /// - Throws: ``StepPredictorError`` or ``ProgramLibraryError`` if the model was not made for cars.
    public func result(_ index: Int, for predictor: any StepPredictor) throws -> Result {
        let (group, model) = cars[index]
        let program = try predictor.library.require(CarProgram.goto.rawValue)
        var result = Result(group: group, car: model.name)
        for start in CarPose.paperStarts {
            let scene = CarScene(model, from: start, to: .paperTarget)
            var interpreter = try Interpreter(predictor, in: scene, running: program)
            while interpreter.eventCount < Self.eventLimit, interpreter.step() != nil {}
            let isRight = interpreter.isHalted && interpreter.world.pose == scene.target
            let one = Proportion(right: isRight ? 1 : 0, of: 1)
            result.all = result.all + one
            if start.distance(to: scene.target) <= 4 { result.short = result.short + one }
            if !interpreter.isHalted { result.endlessCount += 1 }
            if !isRight { result.wrongEnds[interpreter.world.pose, default: 0] += 1 }
        }
        return result
    }

    /// Far more events than any right run has.
    private static let eventLimit = 120

    /// The results by group, as a table; and where wrong runs ended.
    public static func report(_ results: [Result]) -> TextTable {
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
            title: "Cars turned to 0,15 from the paper's 55 starts; right runs and 95 % intervals",
            header: ["cars", "count", "all starts", "at most 4 steps", "endless"], rows: rows,
            notes: results.filter { !$0.wrongEnds.isEmpty }.map(note))
    }

    private static func note(_ result: Result) -> String {
        let ends = result.wrongEnds.sorted { ($1.value, $0.key.text) < ($0.value, $1.key.text) }.prefix(6)
            .map { "\($0.key.text) x \($0.value)" }
        return "\(result.car): \(result.all.count - result.all.right) wrong, ended at \(ends.joined(separator: "; "))"
    }
}
