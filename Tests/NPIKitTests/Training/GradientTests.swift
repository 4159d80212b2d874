import NPIKit
import Testing

@Suite("Every layer's gradient is the slope that differences show")
struct GradientTests {
    @Test("along random directions within each tensor, the loss changes as its gradient says")
    func numerical() throws {
        let reference = try Reference()
        var network = reference.network
        let pass = BatchPass(layout: network.layout)
        _ = pass.run(reference.frames, in: network, scale: 1)
        let gradient = pass.gradient.values
        var generator = SeededGenerator(seed: 7)
        for tensor in network.layout.tensors {
            for _ in 0..<4 {
                let before = network.values(of: tensor.name)
                let direction = before.map { _ in 2 * generator.unit() - 1 }
                let expected = zip(direction, gradient[tensor.range]).reduce(Float(0)) { $0 + $1.0 * $1.1 }
                func loss(at distance: Float) -> Float {
                    network.setValues(of: tensor.name, to: zip(before, direction).map { $0 + distance * $1 })
                    return pass.run(reference.frames, in: network, scale: nil)
                }
                // Short enough that hardly any ReLU changes sides, long enough for single precision.
                let step: Float = 1e-3
                let slope = (loss(at: step) - loss(at: -step)) / (2 * step)
                network.setValues(of: tensor.name, to: before)
                #expect(abs(slope - expected) < 0.02 + 0.01 * abs(expected), "\(tensor.name): \(slope) \(expected)")
            }
        }
    }
}
