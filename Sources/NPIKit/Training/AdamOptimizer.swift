/// Adam (Kingma & Ba 2015) with PyTorch's defaults, over flat arenas.
package struct AdamOptimizer: Sendable {
    static let beta1: Float = 0.9
    static let beta2: Float = 0.999
    static let epsilon: Float = 1e-8

    /// The running mean of the gradient.
    package var mean: FloatArena
    /// The running mean of its square.
    package var square: FloatArena
    /// How many steps have been taken.
    package var stepCount = 0

    /// An optimizer for `count` parameters.
    package init(count: Int) {
        mean = FloatArena(count: count)
        square = FloatArena(count: count)
    }

    /// One step.
    ///
    /// - Parameters:
    ///   - parameters: What is learned.
    ///   - gradient: Its gradient.
    ///   - scale: A factor of the gradient, such as from clipping.
    ///   - learningRate: The step's size.
    ///   - ranges: Which of the parameters are learned; others stay as they are, bit for bit.
    ///   - slow: Which are learned too, at `slowShare` of the learning rate.
    package mutating func step(
        _ parameters: inout FloatArena, gradient: FloatArena, scale: Float, learningRate: Float,
        ranges: [Range<Int>], slow: [Range<Int>] = [], slowShare: Float = 1
    ) {
        stepCount += 1
        update(&parameters, gradient: gradient, scale: scale, learningRate: learningRate, ranges: ranges)
        update(
            &parameters, gradient: gradient, scale: scale, learningRate: learningRate * slowShare, ranges: slow)
    }

    private mutating func update(
        _ parameters: inout FloatArena, gradient: FloatArena, scale: Float, learningRate: Float, ranges: [Range<Int>]
    ) {
        let correction1 = Float(1 - power(Double(Self.beta1), Double(stepCount)))
        let correction2 = Float(1 - power(Double(Self.beta2), Double(stepCount))).squareRoot()
        let size = learningRate / correction1
        let floats = Floats(
            p: parameters.mutablePointer, g: gradient.pointer, m: mean.mutablePointer, v: square.mutablePointer)
        FloatParts.forEach(of: ranges) { part in
            floats.update(part, scale: scale, size: size, correction2: correction2)
        }
    }

    /// Parameters, their gradient and its means; threads write different parts of them.
    private struct Floats: @unchecked Sendable {
        let p: UnsafeMutablePointer<Float>
        let g: UnsafePointer<Float>
        let m: UnsafeMutablePointer<Float>
        let v: UnsafeMutablePointer<Float>

        func update(_ range: Range<Int>, scale: Float, size: Float, correction2: Float) {
            var index = range.lowerBound
            while index + 8 <= range.upperBound {
                let d = VectorMath.load(g + index) * scale
                let mean = VectorMath.load(m + index) * AdamOptimizer.beta1 + d * (1 - AdamOptimizer.beta1)
                let square = VectorMath.load(v + index) * AdamOptimizer.beta2 + d * d * (1 - AdamOptimizer.beta2)
                VectorMath.store(mean, m + index)
                VectorMath.store(square, v + index)
                let change = mean * size / (square.squareRoot() / correction2 + AdamOptimizer.epsilon)
                VectorMath.store(VectorMath.load(p + index) - change, p + index)
                index += 8
            }
            while index < range.upperBound {
                let d = g[index] * scale
                m[index] = m[index] * AdamOptimizer.beta1 + d * (1 - AdamOptimizer.beta1)
                v[index] = v[index] * AdamOptimizer.beta2 + d * d * (1 - AdamOptimizer.beta2)
                p[index] -= m[index] * size / (v[index].squareRoot() / correction2 + AdamOptimizer.epsilon)
                index += 1
            }
        }
    }

    /// The factor that brings a gradient of `norm` down to `limit`, as PyTorch's `clip_grad_norm_`.
    package static func clippingScale(norm: Float, limit: Float) -> Float {
        min(1, limit / (norm + 1e-6))
    }
}
