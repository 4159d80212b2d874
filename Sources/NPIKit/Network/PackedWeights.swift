/// A network's weights, laid out for single steps in the order in which a step reads them. Immutable, shared by all copies
/// of a predictor.
struct PackedWeights: Sendable {
    /// A matrix in panels and what is added to its product; both as offsets into the arena.
    struct Layer: Sendable {
        var weight: Int
        var bias: Int
        var rows: Int
        var columns: Int
    }

    /// One encoder.
    struct Encoder: Sendable {
        var spec: ObservationSpec
        /// Where each field's one-hot starts among the inputs.
        var offsets: [Int]
        /// Where the arguments' one-hots start.
        var argumentOffset: Int
        /// The first layer's weight, transposed: (inputs, encoder hidden), since one-hots select rows of it.
        var firstWeight: Int
        var firstBias: Int
        var second: Layer
        /// The passes over the image, and the first layer's share of what comes out, without bias; nil where no image is
        /// seen.
        var image: ImageEncoder?
        var imageShare: Layer?
        /// What says what is seen; nil where the image's features go on as they are.
        var answers: Layer?
    }

    let configuration: NetworkConfiguration
    let library: ProgramLibrary
    /// Program memory as it is shown.
    let memory: ProgramMemory
    /// How many programs each may call.
    let callableCounts: [Int]
    /// The row of ACT, or -1 where the library has none.
    let act: Int
    private(set) var encoders: [String: Encoder] = [:]
    /// The share of s in the fuse layer: (F, D). Its bias is the share of the first program; each program has one of its
    /// own, ``fuseProgramStride`` floats after the one before.
    let fuseState: Layer
    let fuseProgramStride: Int
    /// (I, F).
    let fuseOutput: Layer
    /// For each LSTM layer, input and recurrent weights side by side: (4 H, in + H). Both biases are added.
    let core: [Layer]
    /// End, key and arguments: (1 + K + 30, H).
    let heads: Layer
    /// (N, K).
    let keys: Layer
    /// The longest vector that a step needs.
    let vectorSize: Int

    private let arena: FloatArena

    /// The floats at `offset`.
    func at(_ offset: Int) -> UnsafePointer<Float> {
        arena.pointer + offset
    }

    /// The encoder called `name`, which was checked before.
    func encoder(named name: String) -> Encoder {
        guard let encoder = encoders[name] else { preconditionFailure("unchecked encoder \(name)") }
        return encoder
    }

    /// y = W x + bias; y is filled up to whole panels.
    ///
    /// - Parameters:
    ///   - count: How many values x has where the rest are zeros, whose weights are not read.
    ///   - team: Who shares the work, if anybody does.
    func apply(
        _ layer: Layer, to x: UnsafePointer<Float>, count: Int? = nil, into y: UnsafeMutablePointer<Float>,
        with team: ProductTeam? = nil
    ) {
        let columns = count ?? layer.columns
        if let team {
            team.multiply(
                at(layer.weight), x, plus: at(layer.bias), into: y, rows: layer.rows, columns: columns,
                stored: layer.columns)
        } else {
            PanelProduct.multiply(
                at(layer.weight), x, plus: at(layer.bias), into: y, rows: layer.rows, columns: columns,
                stored: layer.columns)
        }
    }

    init(_ network: Network) {
        let c = network.configuration
        configuration = c
        library = network.library
        memory = ProgramMemory(network)
        callableCounts = network.callableCounts
        act = network.library.program(named: ProgramLibrary.act)?.rawValue ?? -1
        var packer = WeightPacker(network)
        var longestFeatures = 0
        for spec in network.encoders {
            var offsets: [Int] = []
            var next = 0
            for field in spec.fields {
                offsets.append(next)
                next += field.size
            }
            let first = ParameterLayout.Names.encoder(spec.encoder, layer: 0)
            let inputs = c.encoderInputSize(of: spec)
            let features = c.featureCount(of: spec)
            var encoder = Encoder(
                spec: spec, offsets: offsets, argumentOffset: next,
                firstWeight: packer.append(
                    packer.matrix("\(first).weight").columns(0..<(inputs - features))
                        .transposed.values),
                firstBias: packer.append(packer.values("\(first).bias")),
                second: packer.append(linear: [ParameterLayout.Names.encoder(spec.encoder, layer: 2)]))
            if let shape = spec.image {
                encoder.image = packer.append(c.imageEncoder(shape), of: spec.encoder)
                encoder.imageShare = packer.append(
                    packer.matrix("\(first).weight").columns((inputs - features)..<inputs), plus: [])
                if c.imageQuestions != nil {
                    encoder.answers = packer.append(linear: [ParameterLayout.Names.answer(spec.encoder)])
                }
                longestFeatures = max(longestFeatures, features)
            }
            encoders[spec.encoder] = encoder
        }
        let fuse = packer.matrix("\(ParameterLayout.Names.fuse(layer: 0)).weight")
        fuseState = packer.append(fuse.columns(0..<c.stateSize), plus: packer.fusePrograms(c))
        fuseProgramStride = PanelProduct.paddedCount(c.fuseHiddenSize)
        fuseOutput = packer.append(linear: [ParameterLayout.Names.fuse(layer: 2)])
        var core: [Layer] = []
        for layer in 0..<NetworkConfiguration.layerCount {
            let input = packer.matrix(ParameterLayout.Names.core("weight_ih", layer))
            let recurrent = packer.matrix(ParameterLayout.Names.core("weight_hh", layer))
            let biases = zip(
                packer.values(ParameterLayout.Names.core("bias_ih", layer)),
                packer.values(ParameterLayout.Names.core("bias_hh", layer)))
            core.append(packer.append(input.beside(recurrent), plus: biases.map { $0 + $1 }))
        }
        self.core = core
        heads = packer.append(linear: ["end", "key", "argument"])
        keys = packer.append(packer.matrix(ParameterLayout.Names.memoryKeys), plus: [])
        vectorSize = PanelProduct.paddedCount(
            max(
                4 * c.hiddenSize, c.coreInputSize + c.hiddenSize, 2 * c.hiddenSize, c.headSize, c.fuseHiddenSize,
                c.stateSize, c.largestEncoderHiddenSize, network.library.count, longestFeatures))
        arena = FloatArena(packer.floats)
    }
}
