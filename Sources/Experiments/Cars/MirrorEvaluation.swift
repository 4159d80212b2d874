import CarModels
package import NPIKit
package import Scratchpads

/// Whether a network decides in the mirror image of each state as it does in the state, with left and right exchanged.
///
/// The runs are those of a ``CarEvaluation``. Beside each goes its mirror image, which is made to do the mirror image of whatever the
/// run does, so that each decision is compared after the same past. A route of half a circle is left out: both ways are as short, and
/// the programs turn right.
package struct MirrorEvaluation: Sendable {
    /// What is mirrored.
    package enum Image: String, CaseIterable, Hashable, Sendable {
        /// The picture, and with it the light, which then comes from the right.
        case picture
        /// The car, in the light that there always is.
        case car
    }

    /// A decision whose mirror image was not made.
    package struct Difference: Hashable, Sendable {
        /// The frame's program.
        package var program: String
        /// What was done.
        package var done: String
        /// What was done in the mirror image.
        package var mirrored: String

        /// Makes a difference.
        package init(program: String, done: String, mirrored: String) {
            (self.program, self.done, self.mirrored) = (program, done, mirrored)
        }

        var text: String { "\(program) \(done), its mirror image \(mirrored)" }
    }

    /// How alike the runs and their mirror images were.
    package struct Comparison: Hashable, Sendable {
        /// Runs of which every decision was mirrored.
        package var runs = Proportion(right: 0, of: 0)
        /// Decisions that were mirrored.
        package var decisions = Proportion(right: 0, of: 0)
        /// The starts of the runs of which a decision was not.
        package var unlikeStarts: [CarPose: Int] = [:]
        /// The decisions that were not, and how often.
        package var differences: [Difference: Int] = [:]

        /// Nothing compared yet.
        package init() {}

        static func + (left: Comparison, right: Comparison) -> Comparison {
            var sum = left
            sum.runs = left.runs + right.runs
            sum.decisions = left.decisions + right.decisions
            sum.unlikeStarts.merge(right.unlikeStarts, uniquingKeysWith: +)
            sum.differences.merge(right.differences, uniquingKeysWith: +)
            return sum
        }
    }

    /// What came of one car.
    package struct Result: Hashable, Sendable {
        /// Its group.
        package var group: CarEvaluation.Group
        /// Its name.
        package var car: String
        /// With the picture mirrored.
        package var picture = Comparison()
        /// With the car mirrored.
        package var mirroredCar = Comparison()

        /// With this mirrored.
        package subscript(image: Image) -> Comparison { image == .picture ? picture : mirroredCar }
    }

    /// Which cars are turned between which poses.
    package let evaluation: CarEvaluation

    /// Compares the runs of `evaluation`.
    package init(_ evaluation: CarEvaluation) {
        self.evaluation = evaluation
    }

    /// Lets `predictor` turn car `index` along each of the routes, and its mirror image beside it.
    ///
    /// - Throws: ``StepPredictorError`` or ``ProgramLibraryError`` if the model was not made for cars.
    package func result(_ index: Int, for predictor: any StepPredictor) throws -> Result {
        let (group, model) = evaluation.cars[index]
        let program = try predictor.library.require(CarProgram.goto.rawValue)
        let mirror = try CarMirror(predictor.library)
        let mirroredModel = model.mirrored
        var result = Result(group: group, car: model.name)
        for (start, target) in evaluation.routes.list(index) where abs(start.turn(to: target)) != 180 {
            let scene = CarScene(model, from: start, to: target)
            var run = try Interpreter(predictor, in: scene, running: program)
            var picture = try MirrorRun(Interpreter(predictor, in: MirrorScene(scene), running: program), mirror)
            var car = try MirrorRun(
                Interpreter(predictor, in: scene.mirrored(mirroredModel), running: program), mirror)
            while run.eventCount < CarEvaluation.eventLimit {
                let frame = run.frames.last?.program
                let decision = run.predict()?.decision
                guard run.step() != nil else { break }
                picture.follow(decision, in: frame)
                car.follow(decision, in: frame)
            }
            result.picture = result.picture + picture.comparison(from: start)
            result.mirroredCar = result.mirroredCar + car.comparison(from: start)
        }
        return result
    }
}

/// The mirror image of a run, which does what the run does with left and right exchanged.
private struct MirrorRun<World: Environment> {
    private var interpreter: Interpreter<World>
    private let mirror: CarMirror
    private var comparison = MirrorEvaluation.Comparison()

    init(_ interpreter: Interpreter<World>, _ mirror: CarMirror) {
        self.interpreter = interpreter
        self.mirror = mirror
    }

    /// Compares what is done here with the mirror image of `decision`, which is done then.
    ///
    /// - Parameters:
    ///   - decision: What the run does in a frame of `program`; nil for the call of the top program.
    ///   - program: Nil before that.
    mutating func follow(_ decision: Decision?, in program: ProgramID?) {
        guard let decision, let program, let own = interpreter.predict()?.decision else {
            _ = interpreter.step()
            return
        }
        let image = mirror.image(of: decision)
        comparison.decisions = comparison.decisions + Proportion(right: own == image ? 1 : 0, of: 1)
        if own != image {
            let library = interpreter.predictor.library
            let difference = MirrorEvaluation.Difference(
                program: library[program], done: decision.words(library), mirrored: own.words(library))
            comparison.differences[difference, default: 0] += 1
        }
        _ = interpreter.force(image)
    }

    /// What came of the whole run, which began at `start`.
    func comparison(from start: CarPose) -> MirrorEvaluation.Comparison {
        var comparison = self.comparison
        let isLike = comparison.differences.isEmpty
        comparison.runs = Proportion(right: isLike ? 1 : 0, of: 1)
        if !isLike { comparison.unlikeStarts = [start: 1] }
        return comparison
    }
}

extension Decision {
    /// Such as "calls LGOTO", "does LEFT" or "returns".
    fileprivate func words(_ library: ProgramLibrary) -> String {
        switch self {
        case .call(let program, _): "calls \(library[program])"
        case .act(let arguments): "does \(CarAction(arguments)?.name ?? "nothing of meaning")"
        case .end: "returns"
        }
    }
}
