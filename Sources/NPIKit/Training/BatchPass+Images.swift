extension BatchPass {
    /// Makes each image that the rows show, once, and puts its features behind the one-hots of all rows that show it; where the
    /// encoder says what it sees, what it says instead of the features.
    func look(_ network: Network, _ shape: ObservationSpec.Image, _ spec: ObservationSpec) {
        let encoder = network.imageEncoder(shape, named: spec.encoder)
        if !isTold { makeFeatures(network, encoder) }
        let count = network.configuration.featureCount(of: spec)
        if let questions = network.configuration.imageQuestions { answer(questions, network, spec, encoder) }
        let source =
            network.configuration.imageQuestions == nil ? imageMemory.features(0, encoder) : rows.answers.pointer
        let width = network.configuration.encoderInputSize(of: spec)
        let target = rows.inputs.mutablePointer
        for row in 0..<batch.rowCount {
            (target + (row + 1) * width - count).update(
                from: source + Int(batch.imagePlaces[row]) * count, count: count)
        }
    }

    private func makeFeatures(_ network: Network, _ encoder: ImageEncoder) {
        guard let images else { preconditionFailure("frames with images need a source of images") }
        imageMemory.reserve(batch.images.count, encoder)
        for (place, key) in batch.images.enumerated() {
            imageMemory.forward(
                place, of: key, variation: variation(of: key), from: images, encoder, network.parameters.pointer)
        }
    }

    /// What the encoder says of each image: the probability of each answer, or certainty where it is told.
    private func answer(_ questions: [Int], _ network: Network, _ spec: ObservationSpec, _ encoder: ImageEncoder) {
        let width = network.configuration.featureCount(of: spec)
        let count = batch.images.count
        if rows.answers.count < count * width {
            rows.answers = FloatArena(count: count * width)
            rows.dAnswers = FloatArena(count: count * width)
        }
        let answers = rows.answers.mutablePointer
        if isTold {
            answers.update(repeating: 0, count: count * width)
            forEachRightAnswer(questions) { answers[$0] = 1 }
            return
        }
        LinearLayer(ParameterLayout.Names.answer(spec.encoder), in: network.layout).forward(
            network.parameters.pointer, rows: count, input: imageMemory.features(0, encoder), into: answers)
        for row in 0..<count { ImageAnswers.normalize(answers + row * width, questions) }
    }

    /// Calls `body` with the place among all answers of each that is right.
    private func forEachRightAnswer(_ questions: [Int], _ body: (Int) -> Void) {
        guard let images, images.answerCounts == questions else { return }
        var start = 0
        for key in batch.images {
            for (right, count) in zip(images.answers(for: key), questions) {
                body(start + right)
                start += count
            }
        }
    }

    /// Adds the gradients of the convolutions, given that of the encoder's hidden layer.
    func lookBackward(_ network: Network, _ shape: ObservationSpec.Image, _ spec: ObservationSpec, scale: Float) {
        guard !isTold else { return }
        let encoder = network.imageEncoder(shape, named: spec.encoder)
        let features = encoder.featureCount
        let width = network.configuration.encoderInputSize(of: spec)
        let hidden = network.configuration.hiddenSize(of: spec)
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
        let read = network.configuration.featureCount(of: spec)
        let questions = network.configuration.imageQuestions
        BLAS.multiply(
            sums, by: weight + width - read, bStride: width,
            into: questions == nil ? rows.dFeatures.mutablePointer : rows.dAnswers.mutablePointer,
            m: batch.images.count, n: read, k: hidden)
        if let questions { answerBackward(questions, network, spec, encoder, scale: scale) }
        for place in batch.images.indices {
            imageMemory.backward(
                place, encoder, network.parameters.pointer, gradient: gradient.mutablePointer,
                dFeatures: rows.dFeatures.pointer + place * features)
        }
    }

    /// The gradient of the features, given in `rows.dAnswers` what the frames want of the answers. The loss of the answers
    /// themselves is added, where they are known.
    private func answerBackward(
        _ questions: [Int], _ network: Network, _ spec: ObservationSpec, _ encoder: ImageEncoder, scale: Float
    ) {
        let width = network.configuration.featureCount(of: spec)
        let (answers, gradients) = (rows.answers.pointer, rows.dAnswers.mutablePointer)
        for row in batch.images.indices {
            ImageAnswers.normalizeBackward(gradients + row * width, of: answers + row * width, questions)
        }
        // Of a cross-entropy: the probabilities, less 1 at the right answer.
        let weight = scale * ImageAnswers.weight
        if let images, images.answerCounts == questions {
            for index in 0..<(batch.images.count * width) { gradients[index] += weight * answers[index] }
            forEachRightAnswer(questions) { gradients[$0] -= weight }
        }
        LinearLayer(ParameterLayout.Names.answer(spec.encoder), in: network.layout).backward(
            network.parameters.pointer, gradient: gradient.mutablePointer, rows: batch.images.count,
            dOutput: rows.dAnswers.pointer, input: imageMemory.features(0, encoder),
            dInput: rows.dFeatures.mutablePointer)
    }

    /// The variation of an image: all images of one object share it.
    private func variation(of key: ImageKey) -> UInt64 {
        variation == 0 ? 0 : max((variation &+ UInt64(key.object)) &* 0x9E37_79B9_7F4A_7C15, 1)
    }
}
