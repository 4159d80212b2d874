/// The pointwise part of an LSTM layer, forward and backward side by side. Gate order i, f, g, o, as PyTorch's.
///
///     c' = f c + i g        h' = o tanh(c')        i, f, o through sigmoid, g through tanh
package enum LSTMCell {
    /// One step of one frame.
    ///
    /// - Parameters:
    ///   - gates: (4 H) sums before the nonlinearities; overwritten by the gates.
    ///   - c: (H) before the step.
    ///   - nextC: (H) receives c'.
    ///   - nextH: (H) receives h'.
    package static func step(
        gates: UnsafeMutablePointer<Float>, c: UnsafePointer<Float>, nextC: UnsafeMutablePointer<Float>,
        nextH: UnsafeMutablePointer<Float>, size: Int
    ) {
        activate(gates, size: size)
        let f = gates + size
        let g = gates + 2 * size
        let o = gates + 3 * size
        var index = 0
        while index + 8 <= size {
            let next =
                VectorMath.load(f + index) * VectorMath.load(c + index) + VectorMath.load(gates + index)
                * VectorMath.load(g + index)
            VectorMath.store(next, nextC + index)
            VectorMath.store(VectorMath.load(o + index) * VectorMath.tanh(next), nextH + index)
            index += 8
        }
        while index < size {
            nextC[index] = f[index] * c[index] + gates[index] * g[index]
            nextH[index] = o[index] * VectorMath.tanh(Lanes(repeating: nextC[index]))[0]
            index += 1
        }
    }

    /// The nonlinearities of the four gates (4 H), in place.
    static func activate(_ gates: UnsafeMutablePointer<Float>, size: Int) {
        VectorMath.map(gates, count: 2 * size, VectorMath.sigmoid)
        VectorMath.map(gates + 2 * size, count: size, VectorMath.tanh)
        VectorMath.map(gates + 3 * size, count: size, VectorMath.sigmoid)
    }

    /// The step's backward pass for one frame.
    ///
    /// - Parameters:
    ///   - gates: (4 H) the gates of the step; overwritten by the gradients of the sums before the nonlinearities.
    ///   - c: (H) before the step.
    ///   - nextC: (H) after it.
    ///   - dh: (H) the gradient of h', from above and from the next step together.
    ///   - dc: (H) the gradient of c' from the next step; overwritten by that of c.
    package static func stepBackward(
        gates: UnsafeMutablePointer<Float>, c: UnsafePointer<Float>, nextC: UnsafePointer<Float>,
        dh: UnsafePointer<Float>, dc: UnsafeMutablePointer<Float>, size: Int
    ) {
        var index = 0
        while index + 8 <= size {
            let i = VectorMath.load(gates + index)
            let f = VectorMath.load(gates + size + index)
            let g = VectorMath.load(gates + 2 * size + index)
            let o = VectorMath.load(gates + 3 * size + index)
            let squashed = VectorMath.tanh(VectorMath.load(nextC + index))
            let dHidden = VectorMath.load(dh + index)
            let dCell = VectorMath.load(dc + index) + dHidden * o * (1 - squashed * squashed)
            VectorMath.store(dCell * g * i * (1 - i), gates + index)
            VectorMath.store(dCell * VectorMath.load(c + index) * f * (1 - f), gates + size + index)
            VectorMath.store(dCell * i * (1 - g * g), gates + 2 * size + index)
            VectorMath.store(dHidden * squashed * o * (1 - o), gates + 3 * size + index)
            VectorMath.store(dCell * f, dc + index)
            index += 8
        }
        while index < size {
            let (i, f) = (gates[index], gates[size + index])
            let (g, o) = (gates[2 * size + index], gates[3 * size + index])
            let squashed = VectorMath.tanh(Lanes(repeating: nextC[index]))[0]
            let dCell = dc[index] + dh[index] * o * (1 - squashed * squashed)
            gates[index] = dCell * g * i * (1 - i)
            gates[size + index] = dCell * c[index] * f * (1 - f)
            gates[2 * size + index] = dCell * i * (1 - g * g)
            gates[3 * size + index] = dh[index] * squashed * o * (1 - o)
            dc[index] = dCell * f
            index += 1
        }
    }
}
