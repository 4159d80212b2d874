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

    /// Whether every size is 1...``maximumSize``.
    var isSensible: Bool {
        [encoderHiddenSize, stateSize, programSize, keySize, fuseHiddenSize, coreInputSize, hiddenSize]
            .allSatisfy { (1...Self.maximumSize).contains($0) }
    }
}
