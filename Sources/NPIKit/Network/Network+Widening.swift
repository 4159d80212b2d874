package import Support

extension Network {
    /// The same network with wider encoders of images: it does the same, and can learn more.
    ///
    /// What is new reads at random what comes in and counts for nothing in what goes out, until that is learned (Chen,
    /// Goodfellow & Shlens 2016, Net2Net). Sums may be rounded otherwise, since they are longer.
    ///
    /// - Parameters:
    ///   - factor: How many times the channels of each convolution and the encoders' hidden units are to be.
    ///   - questions: What the encoders are to say of images; see ``NetworkConfiguration/imageQuestions``. Where they do not yet, all
    ///     of their layers but the convolutions are drawn anew: the network has to learn what it did, and nothing is the same.
    ///   - generator: Draws the new weights, within sqrt(6 / inputs) (He et al. 2015).
    package func wideningImages(
        by factor: Int, asking questions: [Int]? = nil, using generator: inout SeededGenerator
    ) -> Network {
        precondition(factor >= 1, "an encoder is not made narrower")
        var sizes = configuration
        sizes.imageChannels = (sizes.imageChannels ?? ImageEncoder.usualChannels).map { $0 * factor }
        sizes.imageHiddenSize = (sizes.imageHiddenSize ?? sizes.encoderHiddenSize) * factor
        let isAskedAnew = questions != nil && questions != sizes.imageQuestions
        sizes.imageQuestions = questions ?? sizes.imageQuestions
        precondition(sizes.isSensible, "an encoder of these sizes is too large")
        var wider = Network(configuration: sizes, encoders: encoders, library: library)
        wider.callableCounts = callableCounts
        let seeing = encoders.filter { $0.image != nil }.map { "encoders.\($0.encoder)." }
        for target in wider.layout.tensors {
            let isNew = isAskedAnew && seeing.contains(where: target.name.hasPrefix) && !target.name.contains(".image.")
            wider.fill(target, around: isNew ? nil : layout.tensor(named: target.name), of: self, using: &generator)
        }
        return wider
    }

    /// Copies `tensor` of `network`, if there is one, into the first rows and columns of `target`. New rows are drawn, but for
    /// biases; new columns are zero in the rows that were there, and so are they in a last layer, all of whose rows were.
    private mutating func fill(
        _ target: ParameterLayout.Tensor, around tensor: ParameterLayout.Tensor?, of network: Network,
        using generator: inout SeededGenerator
    ) {
        let columns = target.count / target.shape[0]
        let rows = tensor?.shape[0] ?? 0
        if let tensor {
            let oldColumns = tensor.count / rows
            for row in 0..<rows {
                (parameters.mutablePointer + target.offset + row * columns).update(
                    from: network.parameters.pointer + tensor.offset + row * oldColumns, count: oldColumns)
            }
        }
        guard target.shape.count > 1 else { return }
        draw(
            (target.offset + rows * columns)..<target.range.upperBound, within: (6 / Float(columns)).squareRoot(),
            using: &generator)
    }
}
