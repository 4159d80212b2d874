/// Where each named tensor stands in the flat arena of parameters, with PyTorch's names and row-major shapes.
public struct ParameterLayout: Hashable, Sendable {
    /// One tensor.
    public struct Tensor: Hashable, Sendable {
        /// Its PyTorch name, such as "core.weight_ih_l0".
        public let name: String
        /// Its shape: (out, in) for weights, (out) for biases.
        public let shape: [Int]
        /// Where its first float stands.
        public let offset: Int

        /// How many floats it has.
        public var count: Int { shape.reduce(1, *) }

        /// Its place in the arena.
        public var range: Range<Int> { offset..<(offset + count) }
    }

    /// The tensors, in arena order. Program memory comes last, so that a row can be added.
    public private(set) var tensors: [Tensor] = []
    /// How long the arena is.
    public private(set) var count = 0

    private var places: [String: Int] = [:]

    /// No tensors.
    init() {}

    /// The tensors of a network of these sizes.
    public init(_ configuration: NetworkConfiguration, encoders: [ObservationSpec], programCount: Int) {
        let c = configuration
        for spec in encoders {
            if let image = spec.image {
                for (index, pass) in c.imageEncoder(image).passes.enumerated() {
                    let prefix = Names.image(spec.encoder, pass: index)
                    append("\(prefix).weight", [pass.outputs, pass.inputs, pass.kernel, pass.kernel])
                    append("\(prefix).bias", [pass.outputs])
                }
                if let answers = c.imageAnswerCount {
                    append(Names.answer(spec.encoder), linear: answers, c.imageEncoder(image).featureCount)
                }
            }
            let (inputs, hidden) = (c.encoderInputSize(of: spec), c.hiddenSize(of: spec))
            append(Names.encoder(spec.encoder, layer: 0), linear: hidden, inputs)
            append(Names.encoder(spec.encoder, layer: 2), linear: c.stateSize, hidden)
        }
        append(Names.fuse(layer: 0), linear: c.fuseHiddenSize, c.stateSize + c.programSize)
        append(Names.fuse(layer: 2), linear: c.coreInputSize, c.fuseHiddenSize)
        append(lstm: "core", inputs: c.coreInputSize, size: c.hiddenSize)
        append("end", linear: 1, c.hiddenSize)
        append("key", linear: c.keySize, c.hiddenSize)
        append("argument", linear: Arguments.count * Arguments.valueCount, c.hiddenSize)
        append(Names.memoryKeys, [programCount, c.keySize])
        append(Names.memoryPrograms, [programCount, c.programSize])
    }

    /// The tensor called `name`, which must exist.
    public subscript(name: String) -> Tensor {
        guard let place = places[name] else { preconditionFailure("no tensor \(name)") }
        return tensors[place]
    }

    /// The tensor called `name`, or nil.
    public func tensor(named name: String) -> Tensor? {
        places[name].map { tensors[$0] }
    }

    /// Adds an LSTM of two layers.
    mutating func append(lstm prefix: String, inputs: Int, size: Int) {
        for layer in 0..<NetworkConfiguration.layerCount {
            append(Names.recurrent(prefix, "weight_ih", layer), [4 * size, layer == 0 ? inputs : size])
            append(Names.recurrent(prefix, "weight_hh", layer), [4 * size, size])
            append(Names.recurrent(prefix, "bias_ih", layer), [4 * size])
            append(Names.recurrent(prefix, "bias_hh", layer), [4 * size])
        }
    }

    /// Adds a linear layer.
    mutating func append(_ prefix: String, linear outputs: Int, _ inputs: Int) {
        append("\(prefix).weight", [outputs, inputs])
        append("\(prefix).bias", [outputs])
    }

    private mutating func append(_ name: String, _ shape: [Int]) {
        // Each tensor starts on a cache line.
        let tensor = Tensor(name: name, shape: shape, offset: count)
        places[name] = tensors.count
        tensors.append(tensor)
        count += (tensor.count + 15) / 16 * 16
    }

    /// PyTorch's names of the tensors.
    enum Names {
        static let memoryKeys = "memory.keys"
        static let memoryPrograms = "memory.programs"

        static func encoder(_ name: String, layer: Int) -> String { "encoders.\(name).\(layer)" }
        /// Convolution, pooling and ReLU are three layers of a sequence.
        static func image(_ name: String, pass: Int) -> String { "encoders.\(name).image.\(3 * pass)" }
        static func answer(_ name: String) -> String { "encoders.\(name).answer" }
        static func fuse(layer: Int) -> String { "fuse.\(layer)" }
        static func core(_ kind: String, _ layer: Int) -> String { recurrent("core", kind, layer) }
        static func recurrent(_ prefix: String, _ kind: String, _ layer: Int) -> String {
            "\(prefix).\(kind)_l\(layer)"
        }
    }
}
