import CYardsticks
import Experiments
import NPIKit
import Scratchpads

/// One step of the interpreter in an addition, on one core and on two, against reading the step's weights once and against plain
/// `cblas_sgemv` calls over the same matrices.
struct StepBenchmark {
    /// The bar: a step takes at most this many times the fastest reading.
    static let bar = 1.5
    /// The same for a step that two threads share.
    static let sharedBar = 0.6

    private let network: Network
    private let problem: Problem
    private let floatCount: Int

    init() throws {
        network = TrainingRecipe(tasks: [.add], seed: 1).makeNetwork()
        problem = try Problem(
            task: .add, input: [String(repeating: "95", count: 50), String(repeating: "47", count: 40)])
        floatCount = network.stepReadingSize(problem.task.observationSpec)
    }

    /// Prints the table; says whether the bar was reached.
    func run() throws -> Bool {
        let readings = Contest.run(
            readers() + [
                plainBLAS(), firstSteps(), try steps("a step", NetworkPredictor(network)),
                try steps("a step on two threads", NetworkPredictor(network, isShared: true)),
            ], rounds: 400)
        let shared = readings[readings.count - 1]
        let step = readings[readings.count - 2]
        let blas = readings[readings.count - 4]
        guard let reading = readings.dropLast(4).min(by: { $0.median < $1.median }) else { return false }
        print("One step of the interpreter, an addition, one core (\(floatCount * 4 / 1_000) kB of weights)")
        print(Table.head)
        for result in readings { print(Table.row(result, against: reading)) }
        let ratio = step.median / reading.median
        print(
            "  \(ratio <= Self.bar ? "reached" : "MISSED"): \(Table.ratio(ratio)) x the fastest reading"
                + " (bar: \(Self.bar)), \(Table.ratio(step.median / blas.median)) x plain cblas_sgemv")
        let sharedRatio = shared.median / reading.median
        print(
            "  \(sharedRatio <= Self.sharedBar ? "reached" : "MISSED"): on two threads \(Table.ratio(sharedRatio)) x the fastest reading"
                + " (bar: \(Self.sharedBar)), \(Table.ratio(shared.median / step.median)) x a step on one\n")
        return ratio <= Self.bar && sharedRatio <= Self.sharedBar
    }

    private func readers() -> [Contest.Contender] {
        let floats = FloatBuffer(count: floatCount)
        var contenders: [Contest.Contender] = []
        var next = yardstick_readers()
        while let reader = next?.pointee, let name = reader.name, let read = reader.read {
            contenders.append(
                Contest.Contender(name: "reading, \(String(cString: name))") {
                    consume(read(floats.pointer, floats.count))
                    return 1
                })
            next = next?.advanced(by: 1)
        }
        return contenders
    }

    private func plainBLAS() -> Contest.Contender {
        let matrices = network.stepMatrices
        let floats = FloatBuffer(count: floatCount)
        let input = FloatBuffer(count: 1_024)
        let output = FloatBuffer(count: 1_024)
        return Contest.Contender(name: "plain cblas_sgemv") {
            var weights = floats.pointer
            for (rows, columns) in matrices {
                yardstick_multiply(weights, input.pointer, output.pointer, Int32(rows), Int32(columns))
                weights += rows * columns
            }
            consume(output.pointer[0])
            return 1
        }
    }

    /// The first step of a frame, which reads no recurrent weights.
    private func firstSteps() -> Contest.Contender {
        var predictor = NetworkPredictor(network)
        let spec = problem.task.observationSpec
        let observation = Observation(for: spec)
        let state = [Float](repeating: 0, count: predictor.stateSize)
        var next = state
        var prediction = Prediction(programCount: network.library.count)
        return Contest.Contender(name: "a frame's first step") {
            predictor.predict(
                encoder: spec.encoder, observation: observation, program: ProgramID(rawValue: 1), arguments: .none,
                from: state, to: &next, into: &prediction)
            consume(prediction.end)
            return 1
        }
    }

    /// Steps of an addition that begins anew whenever it has ended. The expert chooses, since the network is untrained;
    /// the network evaluates every step all the same, and its choice is dropped.
    private func steps(_ name: String, _ predictor: NetworkPredictor) throws -> Contest.Contender {
        let program = try network.library.require(problem.program)
        let expert = try problem.makeExpert(network.library)
        let start = try Interpreter(predictor, in: problem.makeWorld(), running: program)
        var interpreter = start
        var places = ExpertPlaces()
        // So many in a row that the second thread is awake for nearly all of them, as in a run.
        return Contest.Contender(name: name, repetitions: 100) {
            if interpreter.frames.isEmpty {
                interpreter = start
                places = ExpertPlaces()
                if let event = interpreter.step() { places.follow(event, after: 0) }
            }
            let top = interpreter.frames[interpreter.frames.count - 1]
            let decision = expert.decide(
                program: top.program, arguments: top.arguments, step: places.present, in: interpreter.world)
            let after = places.after(expert, interpreter.frames, in: interpreter.world)
            if let event = interpreter.force(decision) { places.follow(event, after: after) }
            return 1
        }
    }
}
