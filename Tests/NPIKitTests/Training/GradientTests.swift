import NPIKit
import Support
import Testing

@Suite("Every layer's gradient is the slope that differences show")
struct GradientTests {
    @Test("along random directions within each tensor, the loss changes as its gradient says")
    func numerical() throws {
        let reference = try Reference()
        var network = reference.network
        let pass = BatchPass(layout: network.layout)
        _ = pass.run(reference.frames, in: network, scale: 1)
        let (parameters, gradient) = (network.parameters, pass.gradient)
        var generator = SeededGenerator(seed: 7)
        for tensor in network.layout.tensors {
            let pairs = slopes(
                of: { parameters in
                    network.parameters = parameters
                    return pass.run(reference.frames, in: network, scale: nil)
                }, at: parameters, gradient: gradient, along: tensor.range, count: 4, using: &generator)
            for (found, expected) in pairs {
                #expect(abs(found - expected) < 0.02 + 0.01 * abs(expected), "\(tensor.name): \(found) \(expected)")
            }
        }
    }
}
