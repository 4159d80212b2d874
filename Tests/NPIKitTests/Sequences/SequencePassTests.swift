import NPIKit
import Support
import Testing

@Suite("Sequence networks")
struct SequencePassTests {
    static let timings: [SequenceShape.Timing] = [.afterReading, .whileReading]

    @Test("along random directions within each tensor, the loss changes as its gradient says", arguments: timings)
    func gradients(timing: SequenceShape.Timing) {
        let given = SequenceExamples(timing)
        var network = given.network()
        let pass = SequencePass(layout: network.layout)
        _ = pass.run(given.examples, in: network, scale: 1)
        let (parameters, gradient) = (network.parameters, pass.gradient)
        var generator = SeededGenerator(seed: 7)
        for tensor in network.layout.tensors {
            let pairs = slopes(
                of: { parameters in
                    network.parameters = parameters
                    return pass.run(given.examples, in: network, scale: nil)
                }, at: parameters, gradient: gradient, along: tensor.range, count: 3, using: &generator)
            for (found, expected) in pairs {
                #expect(abs(found - expected) < 0.02 + 0.01 * abs(expected), "\(tensor.name): \(found) \(expected)")
            }
        }
    }

    @Test("a batch gives what its examples give one by one", arguments: timings)
    func batches(timing: SequenceShape.Timing) {
        let given = SequenceExamples(timing)
        let network = given.network()
        let together = SequencePass(layout: network.layout)
        let loss = together.run(given.examples, in: network, scale: 1)
        let alone = SequencePass(layout: network.layout)
        let losses = given.examples.map { alone.run([$0], in: network, scale: 1) }
        #expect(abs(loss - losses.reduce(0, +)) < 1e-3)
        #expect(worstDifference(together.exampleLosses, losses) < 1e-4)
        #expect(worstDifference(together.gradient.values, alone.gradient.values) < 1e-4)
    }

    @Test("what is read reaches what is emitted: another source gives another loss", arguments: timings)
    func dependsOnSource(timing: SequenceShape.Timing) {
        let given = SequenceExamples(timing)
        let network = given.network()
        let pass = SequencePass(layout: network.layout)
        var example = given.examples[0]
        let before = pass.run([example], in: network, scale: nil)
        example.source[0] = (example.source[0] + 1) % 3
        #expect(pass.run([example], in: network, scale: nil) != before)
    }

    @Test("the same seed and the same examples give the same network, to the bit")
    func deterministic() {
        let given = SequenceExamples(.afterReading)
        func train() -> SequenceNetwork {
            var training = SequenceTraining(
                given.shape, on: given.examples, heldOut: given.examples, options: .tiny(updates: 30))
            for _ in 0..<30 { training.advance() }
            return training.best
        }
        #expect(train().parameters.values == train().parameters.values)
    }
}

extension SequenceTrainingOptions {
    /// A training of seconds.
    static func tiny(updates: Int) -> SequenceTrainingOptions {
        var options = SequenceTrainingOptions()
        options.learningRates = [1e-2, 1e-4]
        options.trialCount = 10
        options.evaluationInterval = 5
        options.updateLimit = updates
        options.batchSize = 3
        return options
    }
}
