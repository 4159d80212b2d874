/// Evaluates a network one step at a time, at the speed of reading its weights once; or many steps of different runs at once,
/// which reads them once for all.
///
/// What never changes is packed when it is made: weights in panels, in the order in which they are read; input and
/// recurrent weights of each LSTM layer joined; the heads joined; and, since a program's embedding is fixed while it runs,
/// its share of the fuse layer computed beforehand for each program.
public struct NetworkPredictor: StepPredictor {
    /// The programs that it can call.
    public var library: ProgramLibrary { math.weights.library }

    /// h and c of both layers.
    public var stateSize: Int { math.weights.configuration.frameStateSize }

    /// The network's program memory.
    public var memory: ProgramMemory? { math.weights.memory }

    private var math: StepMath
    /// Two vectors, each long enough for any of a step's.
    private var scratch: FloatArena
    private var batch = NetworkBatch()
    /// Who shares the products of single steps, if anybody does; all copies have the same.
    private let team: ProductTeam?

    /// Networks with fewer parameters are evaluated by one thread, beside which another would only be in the way.
    private static let leastShared = 1 << 18

    /// Prepares `network` for single steps.
    ///
    /// - Parameter isShared: Whether a second thread takes half of each step of a large network, where the machine has cores for it: for
    ///   a run that somebody waits for. Where many runs are made at once each core has its own.
    public init(_ network: Network, isShared: Bool = false) {
        math = StepMath(network)
        scratch = FloatArena(count: 2 * math.weights.vectorSize)
        team = isShared && network.layout.count >= Self.leastShared ? ProductTeam() : nil
    }

    /// Checks that the network has an encoder made for `spec`.
    public func check(_ spec: ObservationSpec) throws(StepPredictorError) {
        guard let encoder = math.weights.encoders[spec.encoder] else {
            throw .unknownEncoder(spec.encoder, known: Array(math.weights.encoders.keys))
        }
        guard encoder.spec == spec else { throw .fieldsDiffer(encoder: spec.encoder) }
    }

    /// Evaluates one step; see ``StepPredictor``.
    public mutating func predict(
        encoder name: String, observation: Observation, program: ProgramID, arguments: Arguments,
        from state: [Float], to next: inout [Float], into prediction: inout Prediction
    ) {
        let weights = math.weights
        let encoder = weights.encoder(named: name)
        let h = weights.configuration.hiddenSize
        let first = scratch.mutablePointer
        let second = first + weights.vectorSize

        feed(observation, arguments, to: program, with: encoder, into: first, spare: second)
        state.withUnsafeBufferPointer { state in
            next.withUnsafeMutableBufferPointer { next in
                guard let old = state.baseAddress, let new = next.baseAddress else { return }
                advance(layer: 0, input: first, from: old, to: new, gates: second)
                first.update(from: new, count: h)
                advance(layer: 1, input: first, from: old + 2 * h, to: new + 2 * h, gates: second)
                weights.apply(weights.heads, to: new + 2 * h, into: second, with: team)
            }
        }
        weights.apply(weights.keys, to: second + 1, into: first)
        math.conclude(second, scores: first, of: program, into: &prediction)
    }

    /// Evaluates the first `count` of `steps`; see ``StepPredictor``.
    public mutating func predict(_ steps: inout [PendingStep], count: Int) {
        if count == 1 {
            predict(&steps[0])
        } else {
            batch.predict(&steps, count: count, with: &math)
        }
    }

    /// What the encoder says of an image; see ``StepPredictor``.
    public mutating func imageAnswers(encoder name: String, observation: Observation) -> [[Float]]? {
        math.imageAnswers(observation, math.weights.encoder(named: name))
    }

    /// The gates of one step, evaluated as ``predict(encoder:observation:program:arguments:from:to:into:)`` does.
    ///
    /// - Returns: Nil for a state that is not this network's.
    package mutating func gates(
        encoder name: String, observation: Observation, program: ProgramID, arguments: Arguments, from state: [Float]
    ) -> CoreGates? {
        guard state.count == stateSize else { return nil }
        let weights = math.weights
        let h = weights.configuration.hiddenSize
        let first = scratch.mutablePointer
        let second = first + weights.vectorSize
        feed(observation, arguments, to: program, with: weights.encoder(named: name), into: first, spare: second)
        var next = state
        var layers: [[Float]] = []
        state.withUnsafeBufferPointer { state in
            next.withUnsafeMutableBufferPointer { next in
                guard let old = state.baseAddress, let new = next.baseAddress else { return }
                for layer in 0..<NetworkConfiguration.layerCount {
                    let offset = 2 * layer * h
                    advance(layer: layer, input: first, from: old + offset, to: new + offset, gates: second)
                    layers.append(Array(UnsafeBufferPointer(start: second, count: 4 * h)))
                    first.update(from: new + offset, count: h)
                }
            }
        }
        return CoreGates(layers)
    }

    /// What the first LSTM layer is fed with in a frame of `program`.
    private mutating func feed(
        _ observation: Observation, _ arguments: Arguments, to program: ProgramID, with encoder: PackedWeights.Encoder,
        into first: UnsafeMutablePointer<Float>, spare second: UnsafeMutablePointer<Float>
    ) {
        let weights = math.weights
        math.embed(observation, arguments, with: encoder, into: second, spare: first)
        weights.apply(encoder.second, to: second, into: first, with: team)
        VectorMath.rectify(first, count: weights.configuration.stateSize)
        let fuse = math.fuseLayer(of: program)
        weights.apply(fuse, to: first, into: second, with: team)
        VectorMath.rectify(second, count: fuse.rows)
        weights.apply(weights.fuseOutput, to: second, into: first, with: team)
    }

    /// One step of one LSTM layer; `old` and `new` hold h, then c. `input` must have room for H more floats.
    private func advance(
        layer: Int, input: UnsafeMutablePointer<Float>, from old: UnsafePointer<Float>,
        to new: UnsafeMutablePointer<Float>, gates: UnsafeMutablePointer<Float>
    ) {
        let h = math.weights.configuration.hiddenSize
        let count = math.inputCount(of: layer)
        if StepMath.isZero(old, count: h) {
            math.weights.apply(math.weights.core[layer], to: input, count: count, into: gates, with: team)
        } else {
            (input + count).update(from: old, count: h)
            math.weights.apply(math.weights.core[layer], to: input, into: gates, with: team)
        }
        LSTMCell.step(gates: gates, c: old + h, nextC: new + h, nextH: new, size: h)
    }
}
