import NPIKit
import Support

/// How the loss changes along random directions within `range`, by differences and by the gradient.
func slopes(
    of loss: (FloatArena) -> Float, at parameters: FloatArena, gradient: FloatArena, along range: Range<Int>,
    count: Int, using generator: inout SeededGenerator
) -> [(found: Float, expected: Float)] {
    // Short enough that hardly any ReLU changes sides, long enough for single precision.
    let step: Float = 1e-3
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

/// Calls `body` with how the loss of `pass` on `frames` changes along `count` random directions within each tensor of `network`
/// whose name begins with `prefix`.
func forEachTensor(
    of network: Network, named prefix: String = "", in pass: BatchPass, on frames: [FrameTrace], count: Int,
    _ body: (ParameterLayout.Tensor, _ slopes: [(found: Float, expected: Float)]) -> Void
) {
    _ = pass.run(frames, in: network, scale: 1)
    var moved = network
    let gradient = pass.gradient
    var generator = SeededGenerator(seed: 7)
    for tensor in network.layout.tensors where tensor.name.hasPrefix(prefix) {
        let pairs = slopes(
            of: { parameters in
                moved.parameters = parameters
                return pass.run(frames, in: moved, scale: nil)
            }, at: network.parameters, gradient: gradient, along: tensor.range, count: count, using: &generator)
        body(tensor, pairs)
    }
}
