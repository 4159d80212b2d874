/// The knobs of a training run. Together with the frames and the seed they determine the result to the bit.
public struct TrainingOptions: Hashable, Sendable, Codable {
    /// Where all random numbers come from.
    public var seed: UInt64 = 1
    /// How many updates there are, unless the run is stopped sooner; also the length of the learning-rate schedule.
    public var updateCount = 6_000
    /// How many updates the first round has; each one after it has twice as many, up to ``updateCount`` together. In each the
    /// learning rate goes its whole way, so that the training can end well after any of them. Nil: a single round.
    public var firstRound: Int?
    /// The largest learning rate. The paper's 1e-4 is for batches of one frame; these are larger.
    public var learningRate: Float = 2e-3
    /// The learning rate of encoders that see images, as a share of the others'. Hundreds of numbers, none negative, go into
    /// each of their units, so that the same step does far more there.
    public var imageShare: Float = 0.1
    /// How many updates they wait for the rest. At the beginning every frame wants the same of them, whatever it shows, and
    /// their units would die of it.
    public var imageDelay = 300
    /// The learning rate at the end, as a share of the largest.
    public var finalShare: Float = 0.01
    /// Updates over which the learning rate rises from nothing.
    public var warmUpCount = 100
    /// The gradient's norm is clipped to this.
    public var gradientLimit: Float = 1
    /// How many batches, of one program each, make one update. They are computed side by side.
    public var batchesPerUpdate = 2
    /// A batch's most frames.
    public var frameLimit = 96
    /// A batch's most steps.
    public var rowLimit = 384
    /// How many batches of streamed frames are added to each update, where there is a stream.
    public var streamedBatchesPerUpdate = 2
    /// How many batches of streamed frames whose images are told, rather than seen, are added besides; see
    /// ``NetworkConfiguration/imageQuestions``.
    public var toldBatchesPerUpdate: Int { streamedBatchesPerUpdate }
    /// Up to which update there are any: what to do about what is said is soon known.
    static let toldUpdateCount = 2_500
    /// A streamed batch's most images: these take most of the time.
    public var imageLimit = 48
    /// How many images each update learns from alone, without frames; nil learns from frames. For encoders that say what they see.
    public var imagesAlone: Int?
    /// After how many updates every frame's loss is measured anew (the paper: 1,000).
    public var estimateInterval = 1_000
    /// How programs and frames are drawn.
    public var curriculum = Curriculum.Options()

    /// The project's defaults.
    public init() {}

    /// Whether every knob is within what makes sense; a damaged checkpoint could ask for anything. A step takes some ten
    /// thousand bytes in a batch, an image a hundred thousand.
    package var isSensible: Bool {
        (0...1_000_000_000).contains(updateCount) && (1...1_000_000_000).contains(firstRound ?? 1)
            && learningRate.isFinite && learningRate > 0
            && (0...1).contains(finalShare) && (0...1).contains(imageShare)
            && (0...1_000_000_000).contains(imageDelay) && (0...1_000_000_000).contains(warmUpCount)
            && gradientLimit.isFinite && gradientLimit > 0 && (1...16).contains(batchesPerUpdate)
            && (1...16).contains(streamedBatchesPerUpdate) && (1...1_000).contains(imageLimit)
            && (1...4_096).contains(imagesAlone ?? 1)
            && (1...65_536).contains(frameLimit) && (1...16_384).contains(rowLimit)
            && rowLimit * (batchesPerUpdate + streamedBatchesPerUpdate) <= 65_536 && estimateInterval > 0
            && curriculum.temperature.isFinite && curriculum.temperature > 0
            && (0...1).contains(curriculum.evenGroups) && (0...1).contains(curriculum.auxiliary)
            && (0...1).contains(curriculum.evenFrames)
    }

    /// The updates of the round in which update `index` is.
    public func round(of index: Int) -> Range<Int> {
        guard let firstRound, firstRound > 0 else { return 0..<max(updateCount, 0) }
        var round = 0..<firstRound
        while round.upperBound <= index { round = round.upperBound..<round.upperBound + 2 * round.count }
        return round.lowerBound..<max(min(round.upperBound, updateCount), round.lowerBound)
    }

    /// The learning rate of update `index`, from 0: in each round a linear rise, then half a cosine down to the final share.
    public func learningRate(at index: Int) -> Float {
        let round = round(of: index)
        let index = index - round.lowerBound
        if index < warmUpCount { return learningRate * Float(index + 1) / Float(warmUpCount) }
        let progress = Double(index - warmUpCount) / Double(max(round.count - warmUpCount, 1))
        let share = 0.5 * (1 + cosine(min(progress, 1) * .pi))
        return learningRate * (finalShare + (1 - finalShare) * Float(share))
    }

    /// The share of the learning rate at which encoders that see images learn in update `index`: nothing, then a linear rise.
    package func imageShare(at index: Int) -> Float {
        imageShare * min(max(Float(index - imageDelay) / Float(max(warmUpCount, 1)), 0), 1)
    }
}
