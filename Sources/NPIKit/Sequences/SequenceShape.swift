/// What a sequence network reads and emits, and when.
public struct SequenceShape: Hashable, Sendable, Codable {
    /// When tokens are emitted.
    public enum Timing: String, Hashable, Sendable, Codable {
        /// After all has been read: an encoder reads, and a decoder that starts from its last state emits one token a
        /// step, each step seeing the token before (Sutskever, Vinyals & Le 2014).
        case afterReading
        /// One token for each step that is read, at once.
        case whileReading
    }

    /// How many categories each channel has that is read at each step.
    public var channels: [Int]
    /// How many different tokens can be emitted.
    public var tokenCount: Int
    /// When they are emitted.
    public var timing: Timing
    /// H: units of each LSTM layer (the paper: 256).
    public var hiddenSize: Int

    /// Makes a shape with the paper's sizes.
    public init(channels: [Int], tokenCount: Int, timing: Timing, hiddenSize: Int = 256) {
        self.channels = channels
        self.tokenCount = tokenCount
        self.timing = timing
        self.hiddenSize = hiddenSize
    }

    /// The length of all channels' one-hots together.
    var oneHotSize: Int { channels.reduce(0, +) }

    /// Whether every size is one that a network can be made of.
    var isSensible: Bool {
        !channels.isEmpty && channels.count <= 16 && channels.allSatisfy { (1...256).contains($0) }
            && (1...255).contains(tokenCount) && (1...NetworkConfiguration.maximumSize).contains(hiddenSize)
    }
}

/// What is read, and what is to be emitted.
public struct SequenceExample: Hashable, Sendable {
    /// The categories read at each step, one after the other: steps x channels.
    public var source: [UInt8]
    /// The tokens to be emitted. Where emission ends is part of what is learned: a token of its own says so.
    public var target: [UInt8]

    /// Whether a network of `shape` can read and emit it.
    func fits(_ shape: SequenceShape) -> Bool {
        source.count.isMultiple(of: shape.channels.count)
            && source.indices.allSatisfy { Int(source[$0]) < shape.channels[$0 % shape.channels.count] }
            && target.allSatisfy { Int($0) < shape.tokenCount }
    }

    /// Makes an example; neither may be empty.
    public init(source: [UInt8], target: [UInt8]) {
        self.source = source
        self.target = target
    }
}
