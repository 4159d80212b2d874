extension BatchPass {
    /// Makes each image that the rows show, once, and puts its features behind the one-hots of all rows that show it.
    func look(_ network: Network, _ shape: ObservationSpec.Image, _ spec: ObservationSpec) {
        guard let images else { preconditionFailure("frames with images need a source of images") }
        let encoder = ImageEncoder(shape, encoder: spec.encoder, in: network.layout)
        let features = encoder.featureCount
        let width = spec.encoderInputSize
        imageMemory.reserve(batch.images.count, encoder)
        for (place, key) in batch.images.enumerated() {
            imageMemory.pixels.withUnsafeMutableBufferPointer { pixels in
                let start = place * shape.byteCount
                images.write(
                    key, variation: variation(of: key),
                    into: UnsafeMutableBufferPointer(rebasing: pixels[start..<(start + shape.byteCount)]))
            }
            imageMemory.forward(place, encoder, network.parameters.pointer)
        }
        let target = rows.inputs.mutablePointer
        for row in 0..<batch.rowCount {
            (target + (row + 1) * width - features).update(
                from: imageMemory.features(Int(batch.imagePlaces[row]), encoder), count: features)
        }
    }

    /// Adds the gradients of the convolutions, given that of the encoder's hidden layer.
    func lookBackward(_ network: Network, _ shape: ObservationSpec.Image, _ spec: ObservationSpec) {
        let encoder = ImageEncoder(shape, encoder: spec.encoder, in: network.layout)
        let features = encoder.featureCount
        let width = spec.encoderInputSize
        let hidden = network.configuration.encoderHiddenSize
        if rows.dFeatures.count < batch.images.count * features {
            rows.dFeatures = FloatArena(count: batch.images.count * features)
            rows.dImageHidden = FloatArena(count: batch.images.count * hidden)
        }
        // What the rows of an image want of its features is summed before the product with the weight, not after it.
        let sums = rows.dImageHidden.mutablePointer
        sums.update(repeating: 0, count: batch.images.count * hidden)
        for row in 0..<batch.rowCount {
            VectorMath.add(
                rows.dEncoderHidden.pointer + row * hidden, to: sums + Int(batch.imagePlaces[row]) * hidden,
                count: hidden)
        }
        let weight = network.floats("\(ParameterLayout.Names.encoder(spec.encoder, layer: 0)).weight")
        BLAS.multiply(
            sums, by: weight + width - features, bStride: width, into: rows.dFeatures.mutablePointer,
            m: batch.images.count, n: features, k: hidden)
        for place in batch.images.indices {
            imageMemory.backward(
                place, encoder, network.parameters.pointer, gradient: gradient.mutablePointer,
                dFeatures: rows.dFeatures.pointer + place * features)
        }
    }

    /// The variation of an image: all images of one object share it.
    private func variation(of key: ImageKey) -> UInt64 {
        variation == 0 ? 0 : max((variation &+ UInt64(key.object)) &* 0x9E37_79B9_7F4A_7C15, 1)
    }
}
