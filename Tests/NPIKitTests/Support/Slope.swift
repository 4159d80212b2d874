import NPIKit
import Support

/// Short enough that hardly any ReLU changes sides, long enough for single precision.
let usualSlopeStep: Float = 1e-3

/// How the loss changes along random directions within `range`, by differences and by the gradient.
func slopes(
    of loss: (FloatArena) -> Float, at parameters: FloatArena, gradient: FloatArena, along range: Range<Int>,
    count: Int, step: Float = usualSlopeStep, using generator: inout SeededGenerator
) -> [(found: Float, expected: Float)] {
    return (0..<count).map { _ in
        let direction = range.map { _ in 2 * generator.unit() - 1 }
        func moved(by distance: Float) -> FloatArena {
            var moved = parameters
            for (index, change) in zip(range, direction) { moved.mutablePointer[index] += distance * change }
            return moved
        }
        let expected = zip(direction, gradient.values[range]).reduce(Float(0)) { $0 + $1.0 * $1.1 }
        return ((loss(moved(by: step)) - loss(moved(by: -step))) / (2 * step), expected)
    }
}

/// Calls `body` with how the loss of `pass` on `examples` changes along `count` random directions within each tensor of `network`
/// whose name begins with `prefix`.
func forEachTensor<Pass: GradientPass>(
    of network: Network, named prefix: String = "", in pass: Pass, on examples: [Pass.Example], count: Int,
    step: Float = usualSlopeStep,
    _ body: (ParameterLayout.Tensor, _ slopes: [(found: Float, expected: Float)]) -> Void
) where Pass.Model == Network {
    _ = pass.run(examples, in: network, scale: 1)
    var moved = network
    let gradient = pass.gradient
    var generator = SeededGenerator(seed: 7)
    for tensor in network.layout.tensors where tensor.name.hasPrefix(prefix) {
        let pairs = slopes(
            of: { parameters in
                moved.parameters = parameters
                return pass.run(examples, in: moved, scale: nil)
            }, at: network.parameters, gradient: gradient, along: tensor.range, count: count,
            step: step, using: &generator)
        body(tensor, pairs)
    }
}
