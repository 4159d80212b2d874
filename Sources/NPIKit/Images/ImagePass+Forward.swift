extension ImagePass {
    /// The pass of one image, forward.
    ///
    /// - Parameters:
    ///   - parameters: The arena with weight and bias.
    ///   - x: (C, H, W).
    ///   - y: (O, H / 4, W / 4) receives the result.
    ///   - winners: As many; receives which of its 2 x 2 each value is, 0...3.
    func forward(
        _ parameters: UnsafePointer<Float>, _ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>,
        winners: UnsafeMutablePointer<UInt8>, scratch: inout ImageScratch
    ) {
        let phases = scratch.phases.mutablePointer
        let patches = scratch.patches.mutablePointer
        let convolved = scratch.convolved.mutablePointer
        split(x, into: phases)
        for strip in 0..<(convolvedHeight / stripHeight) {
            gather(phases, strip: strip, into: patches)
            BLAS.multiply(
                parameters + weight, by: patches, into: convolved, m: outputs, n: stripCount, k: patchSize)
            pool(convolved, parameters + bias, strip: strip, into: y, winners: winners)
        }
    }

    /// The largest of each 2 x 2 of a strip, plus the bias, through ReLU.
    private func pool(
        _ convolved: UnsafePointer<Float>, _ bias: UnsafePointer<Float>, strip: Int,
        into y: UnsafeMutablePointer<Float>, winners: UnsafeMutablePointer<UInt8>
    ) {
        let size = convolvedWidth
        for channel in 0..<outputs {
            for row in 0..<(stripHeight / 2) {
                let above = convolved + channel * stripCount + 2 * row * size
                let below = above + size
                let target = (channel * pooledHeight + strip * stripHeight / 2 + row) * pooledWidth
                for column in 0..<pooledWidth {
                    let (a, b) = (above[2 * column], above[2 * column + 1])
                    let (c, d) = (below[2 * column], below[2 * column + 1])
                    let top = max(a, b)
                    let bottom = max(c, d)
                    let upper: UInt8 = b > a ? 1 : 0
                    let lower: UInt8 = d > c ? 3 : 2
                    winners[target + column] = bottom > top ? lower : upper
                    y[target + column] = max(max(top, bottom) + bias[channel], 0)
                }
            }
        }
    }
}
