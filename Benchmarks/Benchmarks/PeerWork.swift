import Experiments
import Foundation
import NPIKit
import Scratchpads
import Support

/// npi's share of `Scripts/compare-frameworks.py`, which runs other frameworks beside it: each command prints what the script
/// reads, and nothing else.
enum PeerWork {
    /// Carries out a command; nil where `words` are none.
    static func run(_ words: [String]) throws -> String? {
        guard words.count == 2, let count = Int(words[1]), count > 0 else { return nil }
        switch words[0] {
        case "peer-work": return try work(updateCount: count)
        case "peer-training": return try training(updateCount: count)
        case "peer-step": return try step(count: count)
        default: return nil
        }
    }

    private static let recipe = TrainingRecipe(tasks: [.add], seed: 1)

    private static func makeTrainer() throws -> Trainer {
        let network = recipe.makeNetwork()
        return Trainer(network, on: try recipe.makeFrames(network.library))
    }

    /// The sizes of the network, and the frames of so many updates.
    private static func work(updateCount: Int) throws -> String {
        let trainer = try makeTrainer()
        let (options, curriculum, network) = (trainer.options, trainer.curriculum, trainer.network)
        var generator = SeededGenerator(seed: options.seed)
        let updates = (0..<updateCount).map { _ in
            (0..<options.batchesPerUpdate).flatMap { _ in
                let group = curriculum.drawGroup(using: &generator)
                let places = curriculum.drawFrames(
                    of: group, frameLimit: options.frameLimit, rowLimit: options.rowLimit, using: &generator)
                return places.map { PeerFrame(curriculum.groups[group].frames[$0], in: network.library) }
            }
        }
        let work = Work(
            sizes: network.configuration, fields: network.encoders[0].fields.map(\.size),
            programs: network.library.count, kernels: BLASKernels.name, updates: updates)
        return String(decoding: try JSONEncoder().encode(work), as: UTF8.self)
    }

    private struct Work: Encodable {
        var sizes: NetworkConfiguration
        var fields: [Int]
        var programs: Int
        var kernels: String
        var updates: [[PeerFrame]]
    }

    /// A frame; its decisions are a program and three arguments each, none for a return.
    private struct PeerFrame: Encodable {
        var program: Int
        var arguments: [Int]
        var categories: [UInt8]
        var decisions: [[Int]?]

        init(_ frame: FrameTrace, in library: ProgramLibrary) {
            program = frame.program.rawValue
            arguments = frame.arguments.values
            categories = frame.categories
            decisions = frame.decisions.map { decision in
                switch decision {
                case .call(let callee, let arguments): [callee.rawValue] + arguments.values
                case .act(let arguments):
                    [library.program(named: ProgramLibrary.act)?.rawValue ?? 0] + arguments.values
                case .end: nil
                }
            }
        }
    }

    /// Nanoseconds a network step of training.
    private static func training(updateCount: Int) throws -> String {
        var trainer = try makeTrainer()
        // The first updates make room.
        for _ in 0..<3 { _ = trainer.update() }
        var steps = 0
        let time = ContinuousClock().measure {
            for _ in 0..<updateCount { steps += trainer.update().stepCount }
        }
        return "\(time / .nanoseconds(1) / Double(steps))"
    }

    /// Nanoseconds a step of one frame.
    private static func step(count: Int) throws -> String {
        let network = recipe.makeNetwork()
        let spec = network.encoders[0]
        var predictor = NetworkPredictor(network)
        let state = (0..<predictor.stateSize).map { Float($0 % 7) / 10 }
        var next = state
        var prediction = Prediction(programCount: network.library.count)
        let observation = Observation(for: spec)
        func run(_ count: Int) {
            for _ in 0..<count {
                predictor.predict(
                    encoder: spec.encoder, observation: observation, program: ProgramID(rawValue: 1), arguments: .none,
                    from: state, to: &next, into: &prediction)
            }
            consume(prediction.end)
        }
        run(count / 10)
        return "\(ContinuousClock().measure { run(count) } / .nanoseconds(1) / Double(count))"
    }
}
