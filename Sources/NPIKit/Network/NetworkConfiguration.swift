/// The sizes of a network. The paper gives only the LSTM's; the others are this project's decisions.
///
/// Letters used for shapes throughout: D state vector, P program embedding, K key, F fuse hidden, I core input, H hidden
/// state, N programs, R rows of a packed batch.
public struct NetworkConfiguration: Hashable, Sendable, Codable {
    /// Hidden units of each encoder.
    public var encoderHiddenSize = 128
    /// D: what every encoder produces.
    public var stateSize = 128
    /// P: a row of program memory.
    public var programSize = 256
    /// K: a program's key.
    public var keySize = 32
    /// F: hidden units of the fuse MLP.
    public var fuseHiddenSize = 256
    /// I: what the fuse MLP feeds to the LSTM.
    public var coreInputSize = 256
    /// H: units of each LSTM layer.
    public var hiddenSize = 256
    /// Channels after each convolution of encoders that see images; nil means ``ImageEncoder/usualChannels``.
    public var imageChannels: [Int]?
    /// How many answers there are to each question about an image that encoders answer, as probabilities, before anything else is
    /// computed from what they see; nil means that what the convolutions make goes on as it is.
    public var imageQuestions: [Int]?
    /// Hidden units of encoders that see images; nil means as many as the others have.
    public var imageHiddenSize: Int?

    /// How many layers the LSTM has.
    public static let layerCount = 2

    /// The project's sizes.
    public init() {}

    /// How many floats a frame keeps: h and c of each layer.
    public var frameStateSize: Int { 2 * Self.layerCount * hiddenSize }

    /// Rows of the heads together: end, key, arguments.
    var headSize: Int { 1 + keySize + Arguments.count * Arguments.valueCount }

    /// The largest size that a weight file may ask for; it keeps a damaged file from asking for all memory.
    static let maximumSize = 16_384

    /// The largest number of channels that a weight file may ask for.
    static let maximumChannelCount = 1_024

    /// Whether every size is 1...``maximumSize``.
    var isSensible: Bool {
        [
            encoderHiddenSize, stateSize, programSize, keySize, fuseHiddenSize, coreInputSize, hiddenSize,
            imageHiddenSize ?? 1,
        ]
        .allSatisfy { (1...Self.maximumSize).contains($0) }
            && (imageChannels ?? ImageEncoder.usualChannels).count == ImageEncoder.kernels.count
            && (imageChannels ?? []).allSatisfy { (1...Self.maximumChannelCount).contains($0) }
            && (imageQuestions ?? [1]).allSatisfy { (1...Self.maximumChannelCount).contains($0) }
            && (1...16).contains((imageQuestions ?? [1]).count)
    }

    /// Hidden units of the encoder that reads `spec`.
    func hiddenSize(of spec: ObservationSpec) -> Int {
        spec.image == nil ? encoderHiddenSize : imageHiddenSize ?? encoderHiddenSize
    }

    /// The hidden units of the largest encoder.
    var largestEncoderHiddenSize: Int { max(encoderHiddenSize, imageHiddenSize ?? 1) }

    /// The convolutions over images of `shape`, without places in an arena.
    func imageEncoder(_ shape: ObservationSpec.Image) -> ImageEncoder {
        ImageEncoder(shape, channels: imageChannels ?? ImageEncoder.usualChannels)
    }

    /// How many numbers are read of the image that `spec` shows: none where there is no image.
    func featureCount(of spec: ObservationSpec) -> Int {
        guard let image = spec.image else { return 0 }
        return imageAnswerCount ?? imageEncoder(image).featureCount
    }

    /// How many answers there are to all questions about an image together; nil where none are asked.
    var imageAnswerCount: Int? { imageQuestions?.reduce(0, +) }

    /// How many numbers go into the first linear layer of the encoder that reads `spec`: one-hots, arguments, features of the
    /// image.
    func encoderInputSize(of spec: ObservationSpec) -> Int {
        spec.oneHotSize + Arguments.count * Arguments.valueCount + featureCount(of: spec)
    }
}
