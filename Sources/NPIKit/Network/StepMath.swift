/// What a step computes for one frame beside the products of layers with vectors: the same, to the bit, whether frames are
/// evaluated one by one (``NetworkPredictor``) or many at once (``NetworkBatch``).
struct StepMath: Sendable {
    let weights: PackedWeights
    /// For images; nil where no encoder sees any.
    private var images: SingleImage?
    /// What an encoder says of an image, filled up to whole panels; empty where none does.
    private var answers = FloatArena(count: 0)

    init(_ network: Network) {
        weights = PackedWeights(network)
        let encoders = network.encoders.compactMap(\.image).map(network.configuration.imageEncoder)
        images = encoders.isEmpty ? nil : SingleImage(encoders)
        if let count = network.configuration.imageAnswerCount {
            answers = FloatArena(count: PanelProduct.paddedCount(count))
        }
    }

    /// The encoder's first layer. The one-hots select rows of its transposed weight.
    ///
    /// - Parameter spare: A vector that may be overwritten.
    mutating func embed(
        _ observation: Observation, _ arguments: Arguments, with encoder: PackedWeights.Encoder,
        into hidden: UnsafeMutablePointer<Float>, spare: UnsafeMutablePointer<Float>
    ) {
        let size = weights.configuration.hiddenSize(of: encoder.spec)
        let firstWeight = weights.at(encoder.firstWeight)
        hidden.update(from: weights.at(encoder.firstBias), count: size)
        for index in encoder.offsets.indices {
            let row = encoder.offsets[index] + Int(observation.categories[index])
            VectorMath.add(firstWeight + row * size, to: hidden, count: size)
        }
        for index in 0..<Arguments.count {
            let row = encoder.argumentOffset + index * Arguments.valueCount + arguments[index]
            VectorMath.add(firstWeight + row * size, to: hidden, count: size)
        }
        if let share = encoder.imageShare {
            let weights = weights
            withSeen(observation, encoder) { weights.apply(share, to: $0, into: spare) }
            VectorMath.add(spare, to: hidden, count: size)
        }
        VectorMath.rectify(hidden, count: size)
    }

    /// For each question about the image in `observation` the probabilities of its answers; nil where the encoder is asked none.
    mutating func imageAnswers(_ observation: Observation, _ encoder: PackedWeights.Encoder) -> [[Float]]? {
        guard encoder.answers != nil, let questions = weights.configuration.imageQuestions else { return nil }
        var answers: [[Float]] = []
        withSeen(observation, encoder) { said in
            var next = said
            for count in questions {
                answers.append(Array(UnsafeBufferPointer(start: next, count: count)))
                next += count
            }
        }
        return answers
    }

    /// Lends `body` what the encoder's first layer is fed with of the image: what the encoder says of it, or else its features.
    private mutating func withSeen(
        _ observation: Observation, _ encoder: PackedWeights.Encoder, _ body: (UnsafePointer<Float>) -> Void
    ) {
        guard let image = encoder.image else { return }
        let weights = weights
        let said = answers.mutablePointer
        images?.withFeatures(of: observation.pixels, image, weights.at(0)) { features in
            guard let layer = encoder.answers, let questions = weights.configuration.imageQuestions else {
                return body(features)
            }
            weights.apply(layer, to: features, into: said)
            ImageAnswers.normalize(said, questions)
            body(said)
        }
    }

    /// The fuse layer with the share of `program`, which was computed beforehand.
    func fuseLayer(of program: ProgramID) -> PackedWeights.Layer {
        var layer = weights.fuseState
        layer.bias += program.rawValue * weights.fuseProgramStride
        return layer
    }

    /// How many floats LSTM layer `layer` takes before its own h.
    func inputCount(of layer: Int) -> Int {
        layer == 0 ? weights.configuration.coreInputSize : weights.configuration.hiddenSize
    }

    /// Whether h is all zeros, as at a frame's first step.
    ///
    /// Then the products with the recurrent weights are zeros, and leaving them out changes no sum but from -0 to 0, which have
    /// the same sigmoid and the same tangent; so these weights, nearly half of all, need not be read.
    static func isZero(_ h: UnsafePointer<Float>, count: Int) -> Bool {
        for index in 0..<count where h[index] != 0 { return false }
        return true
    }

    /// What the heads' values and the key's match with the program memory say to a frame of `program`.
    ///
    /// - Parameters:
    ///   - heads: End, key and arguments: (1 + K + 30).
    ///   - scores: (N) of each program.
    func conclude(
        _ heads: UnsafePointer<Float>, scores: UnsafePointer<Float>, of program: ProgramID,
        into prediction: inout Prediction
    ) {
        let values = heads + 1 + weights.configuration.keySize
        prediction.end = logistic(heads[0])
        let chosen = prediction.programs.withUnsafeMutableBufferPointer { programs in
            guard let target = programs.baseAddress else { return 0 }
            // Rows that it may not call take no part, so that its probabilities are to the bit those from before they
            // were there.
            let count = weights.callableCounts[program.rawValue]
            target.update(from: scores, count: count)
            (target + count).update(repeating: 0, count: programs.count - count)
            VectorMath.softmax(target, count: count)
            return VectorMath.indexOfMaximum(target, count: count)
        }
        let arguments = prediction.arguments.withUnsafeMutableBufferPointer { target in
            guard let target = target.baseAddress else { return Arguments.none }
            target.update(from: values, count: Arguments.count * Arguments.valueCount)
            return Arguments.likeliest(normalizing: target)
        }
        prediction.decision =
            prediction.end >= 0.5
            ? .end : chosen == weights.act ? .act(arguments) : .call(ProgramID(rawValue: chosen), arguments)
    }
}

extension Arguments {
    /// Turns the scores (3, 10) into probabilities in place and takes the likeliest value of each row.
    fileprivate static func likeliest(normalizing scores: UnsafeMutablePointer<Float>) -> Arguments {
        func value(_ index: Int) -> Int {
            VectorMath.softmax(scores + index * valueCount, count: valueCount)
            return VectorMath.indexOfMaximum(scores + index * valueCount, count: valueCount)
        }
        return Arguments(value(0), value(1), value(2))
    }
}
