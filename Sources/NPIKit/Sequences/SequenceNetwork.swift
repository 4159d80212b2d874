public import Support

/// A sequence-to-sequence LSTM: the baseline that Reed & de Freitas 2016 compare with.
///
/// It is trained on input-output pairs and knows of no programs. Two layers, as PyTorch's `torch.nn.LSTM` with one-hot
/// inputs, and a linear layer over the tokens; an encoder and a decoder, or, where tokens are emitted while reading, a
/// decoder alone.
public struct SequenceNetwork: Sendable {
    /// What it reads and emits.
    public let shape: SequenceShape
    /// Where each tensor stands in the parameters.
    public let layout: ParameterLayout
    /// Everything that is learned.
    package var parameters: FloatArena

    /// A network whose parameters are all zero, to be filled from a file.
    init(_ shape: SequenceShape) {
        self.shape = shape
        layout = ParameterLayout(shape)
        parameters = FloatArena(count: layout.count)
    }

    /// An untrained network: uniform within 1/sqrt(H) as PyTorch draws it, with the forget gates open.
    public init(_ shape: SequenceShape, using generator: inout SeededGenerator) {
        self.init(shape)
        let limit = 1 / Float(shape.hiddenSize).squareRoot()
        let target = parameters.mutablePointer
        for tensor in layout.tensors {
            for index in tensor.range { target[index] = (2 * generator.unit() - 1) * limit }
            guard tensor.name.contains(".bias_ih_") else { continue }
            let forget = tensor.offset + shape.hiddenSize
            (target + forget).update(repeating: 1, count: shape.hiddenSize)
        }
    }

    /// How many floats are learned.
    public var parameterCount: Int {
        layout.tensors.reduce(0) { $0 + $1.count }
    }

    /// What reads before anything is emitted, if anything does.
    var encoder: LSTMStack? {
        shape.timing == .afterReading
            ? LSTMStack("encoder", layerCount: NetworkConfiguration.layerCount, in: layout) : nil
    }

    /// What emits.
    var decoder: LSTMStack { LSTMStack("decoder", layerCount: NetworkConfiguration.layerCount, in: layout) }

    /// From the decoder's highest layer to the tokens' scores.
    var output: LinearLayer { LinearLayer("output", in: layout) }
}

extension ParameterLayout {
    /// The tensors of a sequence network.
    init(_ shape: SequenceShape) {
        self.init()
        switch shape.timing {
        case .afterReading:
            append(lstm: "encoder", inputs: shape.oneHotSize, size: shape.hiddenSize)
            // The token before, or none yet.
            append(lstm: "decoder", inputs: shape.tokenCount + 1, size: shape.hiddenSize)
        case .whileReading:
            append(lstm: "decoder", inputs: shape.oneHotSize, size: shape.hiddenSize)
        }
        append("output", linear: shape.tokenCount, shape.hiddenSize)
    }
}
