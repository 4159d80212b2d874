import NPIKit
import Support
import Testing

@Suite("Every layer's gradient is the slope that differences show")
struct GradientTests {
    @Test("along random directions within each tensor, the loss changes as its gradient says")
    func numerical() throws {
        let reference = try Reference()
        compare(reference.network, reference.frames)
    }

    @Test("so it does where the recurrent weights are laid out once for all steps")
    func panels() {
        var sizes = NetworkConfiguration.small
        sizes.hiddenSize = 64
        compare(Network.lamps(sizes, seed: 5), BatchTests.frames(lengths: [3, 1, 6, 6, 2], seed: 4))
    }

    private func compare(_ start: Network, _ frames: [FrameTrace]) {
        var network = start
        let pass = BatchPass(layout: network.layout)
        _ = pass.run(frames, in: network, scale: 1)
        let (parameters, gradient) = (network.parameters, pass.gradient)
        var generator = SeededGenerator(seed: 7)
        for tensor in network.layout.tensors {
            let pairs = slopes(
                of: { parameters in
                    network.parameters = parameters
                    return pass.run(frames, in: network, scale: nil)
                }, at: parameters, gradient: gradient, along: tensor.range, count: 4, using: &generator)
            for (found, expected) in pairs {
                #expect(abs(found - expected) < 0.02 + 0.01 * abs(expected), "\(tensor.name): \(found) \(expected)")
            }
        }
    }
}
