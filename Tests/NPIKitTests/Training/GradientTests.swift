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

    private func compare(_ network: Network, _ frames: [FrameTrace]) {
        forEachTensor(of: network, in: BatchPass(layout: network.layout), on: frames, count: 4) { tensor, pairs in
            for (found, expected) in pairs {
                #expect(abs(found - expected) < 0.02 + 0.01 * abs(expected), "\(tensor.name): \(found) \(expected)")
            }
        }
    }
}
