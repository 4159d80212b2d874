/// A network's weights, laid out for single steps. Immutable, shared by all copies of a predictor.
struct PackedWeights: Sendable {
    /// One encoder: offsets into the arena.
    struct Encoder: Sendable {
        var spec: ObservationSpec
        /// Where each field's one-hot starts among the inputs.
        var offsets: [Int]
        /// Where the arguments' one-hots start.
        var argumentOffset: Int
        var firstWeight: Int
        var firstBias: Int
        var secondWeight: Int
        var secondBias: Int
    }

    let configuration: NetworkConfiguration
    let library: ProgramLibrary
    /// How many programs each may call.
    let callableCounts: [Int]
    /// The row of ACT, or -1 where the library has none.
    let act: Int
    private(set) var encoders: [String: Encoder] = [:]
    /// The share of s in the fuse layer, transposed: (D, F).
    private(set) var fuseState = 0
    /// The share of each program in the fuse layer, bias included: (N, F).
    private(set) var fusePrograms = 0
    /// (F, I).
    private(set) var fuseOutput = 0
    private(set) var fuseBias = 0
    /// For each layer, input and recurrent weights one above the other, transposed: (in + H, 4 H).
    private(set) var coreWeights: [Int] = []
    /// For each layer, both biases added: (4 H).
    private(set) var coreBiases: [Int] = []
    /// End, key and arguments, transposed: (H, 1 + K + 30).
    private(set) var headWeight = 0
    private(set) var headBias = 0
    /// (N, K).
    private(set) var memoryKeys = 0

    private var arena: FloatArena

    /// The longest vector a step needs: an LSTM layer's gates, its inputs, or the heads.
    var vectorSize: Int {
        let c = configuration
        return max(
            4 * c.hiddenSize, c.coreInputSize + c.hiddenSize, 2 * c.hiddenSize, c.headSize, c.fuseHiddenSize,
            c.stateSize, c.encoderHiddenSize)
    }

    /// Scratch memory for one predictor: two vectors.
    var scratchSize: Int { 2 * vectorSize }

    /// The floats at `offset`.
    func at(_ offset: Int) -> UnsafePointer<Float> {
        arena.pointer + offset
    }

    init(_ network: Network) {
        configuration = network.configuration
        library = network.library
        callableCounts = network.callableCounts
        act = network.library.program(named: ProgramLibrary.act)?.rawValue ?? -1
        let c = network.configuration
        var packer = Packer(network: network)
        for spec in network.encoders {
            var offsets: [Int] = []
            var next = 0
            for field in spec.fields {
                offsets.append(next)
                next += field.size
            }
            let first = ParameterLayout.Names.encoder(spec.encoder, layer: 0)
            let second = ParameterLayout.Names.encoder(spec.encoder, layer: 2)
            encoders[spec.encoder] = Encoder(
                spec: spec, offsets: offsets, argumentOffset: next,
                firstWeight: packer.append(transposed: ["\(first).weight"]), firstBias: packer.append("\(first).bias"),
                secondWeight: packer.append(transposed: ["\(second).weight"]),
                secondBias: packer.append("\(second).bias"))
        }
        let fuse = packer.transposed(["\(ParameterLayout.Names.fuse(layer: 0)).weight"])
        fuseState = packer.append(Array(fuse.prefix(c.stateSize * c.fuseHiddenSize)))
        fusePrograms = packer.append(packer.fusePrograms(c))
        fuseOutput = packer.append(transposed: ["\(ParameterLayout.Names.fuse(layer: 2)).weight"])
        fuseBias = packer.append("\(ParameterLayout.Names.fuse(layer: 2)).bias")
        for layer in 0..<NetworkConfiguration.layerCount {
            let input = packer.transposed([ParameterLayout.Names.core("weight_ih", layer)])
            let recurrent = packer.transposed([ParameterLayout.Names.core("weight_hh", layer)])
            coreWeights.append(packer.append(input + recurrent))
            let biases = zip(
                network.values(of: ParameterLayout.Names.core("bias_ih", layer)),
                network.values(of: ParameterLayout.Names.core("bias_hh", layer)))
            coreBiases.append(packer.append(biases.map { $0 + $1 }))
        }
        headWeight = packer.append(transposed: ["end.weight", "key.weight", "argument.weight"])
        headBias = packer.append(
            network.values(of: "end.bias") + network.values(of: "key.bias") + network.values(of: "argument.bias"))
        memoryKeys = packer.append(ParameterLayout.Names.memoryKeys)
        arena = FloatArena(packer.floats)
    }

    /// How many floats a step reads, at most: the yardstick of the benchmark.
    package var count: Int { arena.count }
}

/// Collects the packed floats.
private struct Packer {
    let network: Network
    var floats: [Float] = []

    /// Appends values on a new cache line and returns where they start.
    mutating func append(_ values: [Float]) -> Int {
        floats.append(contentsOf: repeatElement(0, count: (16 - floats.count % 16) % 16))
        let offset = floats.count
        floats += values
        return offset
    }

    mutating func append(_ name: String) -> Int {
        append(network.values(of: name))
    }

    mutating func append(transposed names: [String]) -> Int {
        append(transposed(names))
    }

    /// The weights called `names`, rows of all of them one after the other, transposed: (in, sum of outs).
    func transposed(_ names: [String]) -> [Float] {
        let tensors = names.map { network.layout[$0] }
        let inputs = tensors[0].shape[1]
        let outputs = tensors.reduce(0) { $0 + $1.shape[0] }
        var result = [Float](repeating: 0, count: inputs * outputs)
        var row = 0
        for name in names {
            let values = network.values(of: name)
            for start in stride(from: 0, to: values.count, by: inputs) {
                for column in 0..<inputs { result[column * outputs + row] = values[start + column] }
                row += 1
            }
        }
        return result
    }

    /// What each program adds to the fuse layer: its embedding times the weight's last P columns, and the bias.
    ///
    /// Computed one program at a time, so that a row does not depend on how many others there are.
    func fusePrograms(_ c: NetworkConfiguration) -> [Float] {
        let weight = network.values(of: "\(ParameterLayout.Names.fuse(layer: 0)).weight")
        let bias = network.values(of: "\(ParameterLayout.Names.fuse(layer: 0)).bias")
        let programs = network.values(of: ParameterLayout.Names.memoryPrograms)
        var result: [Float] = []
        result.reserveCapacity(network.library.count * c.fuseHiddenSize)
        for program in network.library.programs {
            var share = bias
            share.withUnsafeMutableBufferPointer { share in
                weight.withUnsafeBufferPointer { weight in
                    programs.withUnsafeBufferPointer { programs in
                        guard let out = share.baseAddress, let w = weight.baseAddress, let p = programs.baseAddress
                        else { return }
                        BLAS.multiply(
                            p + program.rawValue * c.programSize, transposed: w + c.stateSize,
                            bStride: c.stateSize + c.programSize, into: out, m: 1, n: c.fuseHiddenSize,
                            k: c.programSize, beta: 1)
                    }
                }
            }
            result += share
        }
        return result
    }
}
