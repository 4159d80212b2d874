import Foundation
import NPIKit
import Support
import Testing

@Suite("Batched training sees what single steps see")
struct BatchTests {
    /// Random frames: any program, arguments, observations and decisions.
    static func frames(lengths: [Int], seed: UInt64) -> [FrameTrace] {
        var generator = SeededGenerator(seed: seed)
        func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }
        return lengths.map { length in
            FrameTrace(
                encoder: "lamps", program: ProgramID(rawValue: below(3)),
                arguments: Arguments(below(10), below(10), below(10)),
                categories: (0..<length).flatMap { _ in [UInt8(below(4)), UInt8(below(2))] },
                decisions: (1..<length).map { _ in
                    let arguments = Arguments(below(10), below(10), below(10))
                    return below(2) == 0 ? .act(arguments) : .call(ProgramID(rawValue: below(3)), arguments)
                } + [.end])
        }
    }

    /// The loss of a frame, and whether each decision is the network's own, one step at a time.
    static func stepByStep(
        _ frame: FrameTrace, _ predictor: inout NetworkPredictor
    ) -> (loss: Double, isRight: Bool) {
        var state = [Float](repeating: 0, count: predictor.stateSize)
        var next = state
        var prediction = Prediction(programCount: predictor.library.count)
        var observation = Observation(for: LampRow.spec)
        var loss = 0.0
        var isRight = true
        for step in 0..<frame.stepCount {
            observation.categories = Array(frame.categories[(2 * step)..<(2 * step + 2)])
            predictor.predict(
                encoder: "lamps", observation: observation, program: frame.program, arguments: frame.arguments,
                from: state, to: &next, into: &prediction)
            swap(&state, &next)
            isRight = isRight && prediction.decision == frame.decisions[step]
            loss -= log(Double(frame.decisions[step] == .end ? prediction.end : 1 - prediction.end))
            let (callee, arguments): (Int, Arguments)
            switch frame.decisions[step] {
            case .call(let program, let given): (callee, arguments) = (program.rawValue, given)
            case .act(let given): (callee, arguments) = (3, given)
            case .end: continue
            }
            loss -= log(Double(prediction.programs[callee]))
            for index in 0..<3 { loss -= log(Double(prediction.argument(index, is: arguments[index]))) }
        }
        return (loss, isRight)
    }

    /// How long the frames of a batch are.
    struct Shape: CustomTestStringConvertible {
        var lengths: [Int]
        var testDescription: String {
            lengths.count > 10 ? "\(lengths.count) frames of \(lengths[0])" : "\(lengths)"
        }
    }

    static let shapes = [
        [1], [9], [1, 1, 1, 1], [5, 5, 5], [1, 2, 3, 4, 5, 6, 7], [40, 1], [3, 17, 2, 2, 9, 1, 17],
        Array(repeating: 2, count: 65),
    ].map(Shape.init)

    @Test("each frame's loss is that of its steps, in batches of every shape", arguments: shapes)
    func losses(shape: Shape) {
        for configuration in [NetworkConfiguration.small, NetworkConfiguration()] {
            let network = Network.lamps(configuration, seed: 6)
            let frames = Self.frames(lengths: shape.lengths, seed: UInt64(shape.lengths.count))
            var predictor = NetworkPredictor(network)
            let pass = BatchPass(layout: network.layout)
            let total = pass.run(frames, in: network, scale: nil)
            let right = frames.map { Self.stepByStep($0, &predictor) }
            for (found, right) in zip(pass.frameLosses, right) {
                #expect(abs(Double(found) - right.loss) < 1e-5 * max(1, right.loss))
            }
            #expect(pass.frameIsRight == right.map(\.isRight))
            #expect(abs(Double(total) - right.reduce(0) { $0 + $1.loss }) < 1e-5 * max(1, Double(total)))
        }
    }

    @Test("a batch's gradient is the sum of its frames' gradients", arguments: shapes)
    func gradients(shape: Shape) {
        let network = Network.lamps(seed: 7)
        let frames = Self.frames(lengths: shape.lengths, seed: 3)
        let together = BatchPass(layout: network.layout)
        _ = together.run(frames, in: network, scale: 0.5)
        let apart = BatchPass(layout: network.layout)
        for frame in frames { _ = apart.run([frame], in: network, scale: 0.5) }
        #expect(worstDifference(together.gradient.values, apart.gradient.values) < 2e-5)
    }

    @Test("memory that a larger batch has used before does not shine through")
    func reuse() {
        let network = Network.lamps(seed: 8)
        let large = Self.frames(lengths: [12, 30, 7, 7, 1], seed: 1)
        let small = Self.frames(lengths: [3, 2], seed: 2)
        let used = BatchPass(layout: network.layout)
        _ = used.run(large, in: network, scale: 1)
        used.clearGradient()
        let fresh = BatchPass(layout: network.layout)
        #expect(used.run(small, in: network, scale: 1) == fresh.run(small, in: network, scale: 1))
        #expect(used.gradient.values == fresh.gradient.values)
    }

    @Test("frames of two encoders, in turns, through one pass")
    func encoders() {
        let wide = ObservationSpec(encoder: "wide", fields: (0..<9).map { .init("F\($0)", size: 30) })
        var generator = SeededGenerator(seed: 1)
        let network = Network(
            configuration: .small, encoders: [LampRow.spec, wide], library: LampExpert.library, using: &generator)
        let narrow = Self.frames(lengths: [6, 3], seed: 2)
        let broad = FrameTrace(
            encoder: "wide", program: LampExpert.fix, arguments: .none, categories: Array(repeating: 29, count: 18),
            decisions: [.act(.none), .end])
        let pass = BatchPass(layout: network.layout)
        let before = pass.run(narrow, in: network, scale: nil)
        _ = pass.run([broad], in: network, scale: nil)
        #expect(pass.run(narrow, in: network, scale: nil) == before)
    }
}
