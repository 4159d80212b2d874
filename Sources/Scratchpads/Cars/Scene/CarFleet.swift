public import NPIKit

/// Which cars a network is trained on, and between which poses.
public struct CarRecipe: Hashable, Sendable, Codable {
    /// How many cars of each kind, of those that ``CarSplit`` trains on.
    public var carsPerKind = 20
    /// A folder with the real cars that ``CarSplit`` trains on, as OBJ files; nil trains on none.
    public var realFolder: String?
    /// Whether any pose may be start or target, rather than the paper's only.
    public var isWhole = false

    /// The paper's poses, and no real cars.
    public init() {}
}

/// The cars that a network is trained on.
public struct CarFleet: Sendable {
    /// The cars.
    public let models: [CarModel]
    private let isWhole: Bool

    /// No cars.
    public init() {
        models = []
        isWhole = false
    }

    /// The cars of `recipe`.
    ///
    /// - Throws: ``OBJError`` if a real car cannot be read.
    public init(_ recipe: CarRecipe) throws(OBJError) {
        var models = CarSplit.trained.filter { $0.number <= recipe.carsPerKind }.map { $0.makeModel() }
        if let folder = recipe.realFolder {
            for name in CarSplit.trainedReal { models.append(try CarModel(path: "\(folder)/\(name).obj")) }
        }
        self.models = models
        isWhole = recipe.isWhole
    }

    /// Where training gets its images from; nil without cars.
    public var images: (any ImageSource)? { models.isEmpty ? nil : CarImages(models) }

    /// What the expert does with every car from every start.
    ///
    /// - Throws: ``ProgramLibraryError`` if `library` lacks a program of the task.
    public func makeFrames(_ library: ProgramLibrary) throws(ProgramLibraryError) -> [FrameTrace] {
        guard !models.isEmpty else { return [] }
        let expert = try CarExpert(library)
        let program = try library.require(CarProgram.goto.rawValue)
        var generator = SeededGenerator(seed: 15)
        var frames: Set<FrameTrace> = []
        var ordered: [FrameTrace] = []
        for scene in models.flatMap({ scenes($0, &generator) }) {
            do {
                for frame in try Demonstration(of: program, in: scene, by: expert).frames
                where frames.insert(frame).inserted { ordered.append(frame) }
            } catch {
                preconditionFailure("an expert must halt: \(error)")
            }
        }
        return ordered
    }

    private func scenes(_ car: CarModel, _ generator: inout SeededGenerator) -> [CarScene] {
        guard isWhole else { return CarPose.paperStarts.map { CarScene(car, from: $0, to: .paperTarget) } }
        return CarPose.all.flatMap { start in
            (0..<2).map { _ in
                CarScene(car, from: start, to: CarPose.all.randomElement(using: &generator) ?? .paperTarget)
            }
        }
    }
}
