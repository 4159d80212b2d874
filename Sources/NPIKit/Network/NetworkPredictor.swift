/// Evaluates a network one step at a time, at the speed of reading its weights once.
///
/// What never changes is packed when it is made: weights in panels, in the order in which they are read; input and
/// recurrent weights of each LSTM layer joined; the heads joined; and, since a program's embedding is fixed while it runs,
/// its share of the fuse layer computed beforehand for each program.
public struct NetworkPredictor: StepPredictor {
    /// The programs that it can call.
    public var library: ProgramLibrary { weights.library }

    /// h and c of both layers.
    public var stateSize: Int { weights.configuration.frameStateSize }

    /// The network's program memory.
    public var memory: ProgramMemory? { weights.memory }

    private let weights: PackedWeights
    /// Two vectors, each long enough for any of a step's.
    private var scratch: FloatArena
    /// For images; nil where no encoder sees any.
    private var images: SingleImage?

    /// Prepares `network` for single steps.
    public init(_ network: Network) {
        weights = PackedWeights(network)
        scratch = FloatArena(count: 2 * weights.vectorSize)
        let shapes = network.encoders.compactMap(\.image)
        images = shapes.isEmpty ? nil : SingleImage(shapes)
    }

    /// Checks that the network has an encoder made for `spec`.
    public func check(_ spec: ObservationSpec) throws(StepPredictorError) {
        guard let encoder = weights.encoders[spec.encoder] else {
            throw .unknownEncoder(spec.encoder, known: Array(weights.encoders.keys))
        }
        guard encoder.spec == spec else { throw .fieldsDiffer(encoder: spec.encoder) }
    }

    /// Evaluates one step; see ``StepPredictor``.
    public mutating func predict(
        encoder name: String, observation: Observation, program: ProgramID, arguments: Arguments,
        from state: [Float], to next: inout [Float], into prediction: inout Prediction
    ) {
        guard let encoder = weights.encoders[name] else { preconditionFailure("unchecked encoder \(name)") }
        let c = weights.configuration
        let h = c.hiddenSize
        let first = scratch.mutablePointer
        let second = first + weights.vectorSize

        encode(observation, arguments, with: encoder, hidden: second, into: first)
        fuse(first, program: program, hidden: second, into: first)
        state.withUnsafeBufferPointer { state in
            next.withUnsafeMutableBufferPointer { next in
                guard let old = state.baseAddress, let new = next.baseAddress else { return }
                advance(layer: 0, input: first, from: old, to: new, gates: second)
                first.update(from: new, count: h)
                advance(layer: 1, input: first, from: old + 2 * h, to: new + 2 * h, gates: second)
                read(new + 2 * h, of: program, heads: second, scores: first, into: &prediction)
            }
        }
    }

    /// s = f_enc(observation, arguments). The one-hots of the first layer select rows of its transposed weight.
    private mutating func encode(
        _ observation: Observation, _ arguments: Arguments, with encoder: PackedWeights.Encoder,
        hidden: UnsafeMutablePointer<Float>, into s: UnsafeMutablePointer<Float>
    ) {
        let c = weights.configuration
        let size = c.encoderHiddenSize
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
        if let image = encoder.image, let share = encoder.imageShare {
            let weights = weights
            images?.withFeatures(of: observation.pixels, image, weights.at(0)) { features in
                // `s` is free until the second layer; results are filled up to whole panels.
                weights.apply(share, to: features, into: s)
            }
            VectorMath.add(s, to: hidden, count: size)
        }
        VectorMath.rectify(hidden, count: size)
        weights.apply(encoder.second, to: hidden, into: s)
        VectorMath.rectify(s, count: c.stateSize)
    }

    /// The LSTM's input from s and the program's prepared share.
    private func fuse(
        _ s: UnsafeMutablePointer<Float>, program: ProgramID, hidden: UnsafeMutablePointer<Float>,
        into input: UnsafeMutablePointer<Float>
    ) {
        var layer = weights.fuseState
        layer.bias += program.rawValue * weights.fuseProgramStride
        weights.apply(layer, to: s, into: hidden)
        VectorMath.rectify(hidden, count: layer.rows)
        weights.apply(weights.fuseOutput, to: hidden, into: input)
    }

    /// One step of one LSTM layer; `old` and `new` hold h, then c. `input` must have room for H more floats.
    private func advance(
        layer: Int, input: UnsafeMutablePointer<Float>, from old: UnsafePointer<Float>,
        to new: UnsafeMutablePointer<Float>, gates: UnsafeMutablePointer<Float>
    ) {
        let c = weights.configuration
        let inputs = layer == 0 ? c.coreInputSize : c.hiddenSize
        (input + inputs).update(from: old, count: c.hiddenSize)
        weights.apply(weights.core[layer], to: input, into: gates)
        LSTMCell.step(gates: gates, c: old + c.hiddenSize, nextC: new + c.hiddenSize, nextH: new, size: c.hiddenSize)
    }

    /// The three heads, from the last layer's hidden state, for a frame of `program`.
    private func read(
        _ h: UnsafePointer<Float>, of program: ProgramID, heads: UnsafeMutablePointer<Float>,
        scores: UnsafeMutablePointer<Float>, into prediction: inout Prediction
    ) {
        weights.apply(weights.heads, to: h, into: heads)
        let key = heads + 1
        let values = key + weights.configuration.keySize
        weights.apply(weights.keys, to: key, into: scores)
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
