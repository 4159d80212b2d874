/// Evaluates steps of many runs at once: each weight is read once for all of them.
///
/// What comes out is, to the bit, what each step alone would give, since every sum is made in the same order.
struct NetworkBatch: Sendable {
    /// Two vectors for each step, each long enough for any of its.
    private var scratch = FloatArena(count: 0)
    /// Which steps have changed places, so that those of new frames stand first.
    private var swaps: [(Int, Int)] = []

    /// Evaluates the first `count` of `steps` by `math`; their states are the network's.
    mutating func predict(_ steps: inout [PendingStep], count: Int, with math: inout StepMath) {
        let weights = math.weights
        let size = weights.vectorSize
        if scratch.count < 2 * count * size { scratch = FloatArena(count: 2 * count * size) }
        let first = Vectors(start: scratch.mutablePointer, size: size)
        let second = Vectors(start: first[count], size: size)

        let newCount = gatherNewFrames(&steps, count: count, size: weights.configuration.hiddenSize)
        defer { for (left, right) in swaps { steps.swapAt(left, right) } }
        encode(steps, count: count, with: &math, hidden: second, into: first)
        let layer = weights.fuseState
        for index in 0..<count {
            let bias = math.fuseLayer(of: steps[index].program).bias
            second[index].update(from: weights.at(bias), count: PanelProduct.paddedCount(layer.rows))
        }
        weights.add(layer, times: first, to: second, count: count)
        for index in 0..<count { VectorMath.rectify(second[index], count: layer.rows) }
        weights.apply(weights.fuseOutput, to: second, into: first, count: count)

        let h = weights.configuration.hiddenSize
        for layer in 0..<NetworkConfiguration.layerCount {
            let inputCount = math.inputCount(of: layer)
            for index in newCount..<count {
                let tail = first[index] + inputCount
                steps[index].state.withUnsafeBufferPointer { state in
                    guard let state = state.baseAddress else { return }
                    tail.update(from: state + 2 * h * layer, count: h)
                }
            }
            let core = weights.core[layer]
            weights.apply(core, to: first, into: second, count: newCount, columns: inputCount)
            weights.apply(core, to: first.from(newCount), into: second.from(newCount), count: count - newCount)
            for index in 0..<count {
                Self.finish(layer: layer, of: &steps[index], gates: second[index], size: h, output: first[index])
            }
        }
        weights.apply(weights.heads, to: first, into: second, count: count)
        weights.apply(weights.keys, to: second.shifted(by: 1), into: first, count: count)
        for index in 0..<count {
            math.conclude(
                second[index], scores: first[index], of: steps[index].program, into: &steps[index].prediction)
        }
    }

    /// Lets the steps whose h is zeros change places with others until they stand first, and returns how many they are.
    private mutating func gatherNewFrames(_ steps: inout [PendingStep], count: Int, size: Int) -> Int {
        swaps.removeAll(keepingCapacity: true)
        var (left, right) = (0, count)
        while left < right {
            if Self.isNew(steps[left], size: size) {
                left += 1
            } else {
                right -= 1
                guard Self.isNew(steps[right], size: size) else { continue }
                steps.swapAt(left, right)
                swaps.append((left, right))
                left += 1
            }
        }
        return left
    }

    private static func isNew(_ step: PendingStep, size: Int) -> Bool {
        step.state.withUnsafeBufferPointer { state in
            guard let h = state.baseAddress else { return false }
            return (0..<NetworkConfiguration.layerCount).allSatisfy {
                StepMath.isZero(h + 2 * size * $0, count: size)
            }
        }
    }

    /// s = f_enc(observation, arguments), for each run of steps that one encoder sees.
    private func encode(
        _ steps: [PendingStep], count: Int, with math: inout StepMath, hidden: Vectors, into s: Vectors
    ) {
        let weights = math.weights
        var start = 0
        while start < count {
            let name = steps[start].encoder
            let encoder = weights.encoder(named: name)
            var end = start
            while end < count, steps[end].encoder == name {
                math.embed(
                    steps[end].observation, steps[end].arguments, with: encoder, into: hidden[end], spare: s[end])
                end += 1
            }
            weights.apply(encoder.second, to: hidden.from(start), into: s.from(start), count: end - start)
            start = end
        }
        for index in 0..<count { VectorMath.rectify(s[index], count: weights.configuration.stateSize) }
    }

    /// The pointwise part of one LSTM layer; its h goes to `output` also.
    private static func finish(
        layer: Int, of step: inout PendingStep, gates: UnsafeMutablePointer<Float>, size: Int,
        output: UnsafeMutablePointer<Float>
    ) {
        step.state.withUnsafeBufferPointer { state in
            step.next.withUnsafeMutableBufferPointer { next in
                guard let old = state.baseAddress.map({ $0 + 2 * size * layer }),
                    let new = next.baseAddress.map({ $0 + 2 * size * layer })
                else { return }
                LSTMCell.step(gates: gates, c: old + size, nextC: new + size, nextH: new, size: size)
                output.update(from: new, count: size)
            }
        }
    }
}

/// A vector for each of many steps, all of one size, one after the other.
struct Vectors {
    let start: UnsafeMutablePointer<Float>
    let size: Int

    subscript(index: Int) -> UnsafeMutablePointer<Float> { start + index * size }

    /// Those from `index` on.
    func from(_ index: Int) -> Vectors { Vectors(start: self[index], size: size) }

    /// Each without its first `count` floats.
    func shifted(by count: Int) -> Vectors { Vectors(start: start + count, size: size) }
}

extension PackedWeights {
    /// y = W x + bias for each of `count` vectors; each y is filled up to whole panels.
    ///
    /// - Parameter columns: How many values each x has where the rest are zeros, whose weights are not read.
    func apply(_ layer: Layer, to x: Vectors, into y: Vectors, count: Int, columns: Int? = nil) {
        for index in 0..<count {
            y[index].update(from: at(layer.bias), count: PanelProduct.paddedCount(layer.rows))
        }
        add(layer, times: x, to: y, count: count, columns: columns)
    }

    /// y = W x + y for each of `count` vectors.
    func add(_ layer: Layer, times x: Vectors, to y: Vectors, count: Int, columns: Int? = nil) {
        PanelProduct.multiplyMany(
            at(layer.weight), x.start, xStride: x.size, addingTo: y.start, yStride: y.size, rows: layer.rows,
            columns: columns ?? layer.columns, stored: layer.columns, count: count)
    }
}
