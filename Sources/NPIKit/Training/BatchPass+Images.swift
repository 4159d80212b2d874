extension BatchPass {
    /// Makes each row's image and puts its features behind the row's one-hots.
    func look(_ network: Network, _ shape: ObservationSpec.Image, _ spec: ObservationSpec) {
        guard let images else { preconditionFailure("frames with images need a source of images") }
        let encoder = ImageEncoder(shape, encoder: spec.encoder, in: network.layout)
        let features = encoder.featureCount
        let width = spec.encoderInputSize
        imageMemory.reserve(batch.rowCount, encoder)
        let target = rows.inputs.mutablePointer
        for row in 0..<batch.rowCount {
            let variation = variation(of: batch.steps.order[Int(batch.frames[row])])
            imageMemory.pixels.withUnsafeMutableBufferPointer { pixels in
                let start = row * shape.byteCount
                images.write(
                    batch.images[row], variation: variation,
                    into: UnsafeMutableBufferPointer(rebasing: pixels[start..<(start + shape.byteCount)]))
            }
            imageMemory.forward(row, encoder, network.parameters.pointer)
            (target + (row + 1) * width - features).update(
                from: imageMemory.features(row, encoder), count: features)
        }
    }

    /// Adds the gradients of the convolutions, given that of the encoder's hidden layer.
    func lookBackward(_ network: Network, _ shape: ObservationSpec.Image, _ spec: ObservationSpec) {
        let encoder = ImageEncoder(shape, encoder: spec.encoder, in: network.layout)
        let features = encoder.featureCount
        let width = spec.encoderInputSize
        if rows.dFeatures.count < batch.rowCount * features {
            rows.dFeatures = FloatArena(count: batch.rowCount * features)
        }
        let weight = network.floats("\(ParameterLayout.Names.encoder(spec.encoder, layer: 0)).weight")
        BLAS.multiply(
            rows.dEncoderHidden.pointer, by: weight + width - features, bStride: width,
            into: rows.dFeatures.mutablePointer, m: batch.rowCount, n: features,
            k: network.configuration.encoderHiddenSize)
        for row in 0..<batch.rowCount {
            imageMemory.backward(
                row, encoder, network.parameters.pointer, gradient: gradient.mutablePointer,
                dFeatures: rows.dFeatures.pointer + row * features)
        }
    }

    /// The variation of frame `index` of the batch; all its steps share it.
    private func variation(of index: Int) -> UInt64 {
        variation == 0 ? 0 : max((variation &+ UInt64(index)) &* 0x9E37_79B9_7F4A_7C15, 1)
    }
}
