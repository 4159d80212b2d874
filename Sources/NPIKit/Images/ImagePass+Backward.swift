extension ImagePass {
    /// The pass of one image, backward.
    ///
    /// - Parameters:
    ///   - parameters: The arena with weight and bias.
    ///   - gradient: The arena of their gradients, added to.
    ///   - x: What came in.
    ///   - y: What came out.
    ///   - winners: As the forward pass left them.
    ///   - dy: The gradient of what came out.
    ///   - dx: Receives the gradient of what came in; nil where nobody needs it.
    func backward(
        _ parameters: UnsafePointer<Float>, gradient: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>,
        _ y: UnsafePointer<Float>, winners: UnsafePointer<UInt8>, dy: UnsafePointer<Float>,
        dx: UnsafeMutablePointer<Float>?, scratch: inout ImageScratch
    ) {
        let phases = scratch.phases.mutablePointer
        let patches = scratch.patches.mutablePointer
        let dConvolved = scratch.convolved.mutablePointer
        let dPhases = scratch.dPhases.mutablePointer
        split(x, into: phases)
        if dx != nil { dPhases.update(repeating: 0, count: phaseCount) }
        for strip in 0..<(convolvedHeight / stripHeight) {
            unpool(dy, y, winners, strip: strip, into: dConvolved, dBias: gradient + bias)
            gather(phases, strip: strip, into: patches)
            BLAS.multiply(
                dConvolved, transposed: patches, into: gradient + weight, m: outputs, n: patchSize, k: stripCount,
                beta: 1)
            guard dx != nil else { continue }
            patches.update(repeating: 0, count: patchSize * stripCount)
            BLAS.accumulate(
                transposed: parameters + weight, times: dConvolved, into: patches, m: patchSize, n: stripCount,
                k: outputs)
            scatter(patches, strip: strip, into: dPhases)
        }
        if let dx { join(dPhases, into: dx) }
    }

    /// The gradient of a strip of the convolution: that of each pooled value where it came from, if ReLU let it through.
    private func unpool(
        _ dy: UnsafePointer<Float>, _ y: UnsafePointer<Float>, _ winners: UnsafePointer<UInt8>, strip: Int,
        into dConvolved: UnsafeMutablePointer<Float>, dBias: UnsafeMutablePointer<Float>
    ) {
        let size = convolvedWidth
        dConvolved.update(repeating: 0, count: outputs * stripCount)
        for channel in 0..<outputs {
            var sum: Float = 0
            for row in 0..<(stripHeight / 2) {
                let source = (channel * pooledHeight + strip * stripHeight / 2 + row) * pooledWidth
                let target = dConvolved + channel * stripCount + 2 * row * size
                for column in 0..<pooledWidth where y[source + column] > 0 {
                    let winner = Int(winners[source + column])
                    target[(winner >> 1) * size + 2 * column + (winner & 1)] = dy[source + column]
                    sum += dy[source + column]
                }
            }
            dBias[channel] += sum
        }
    }
}
