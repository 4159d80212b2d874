/// The knobs of a ``SequenceTraining``. Together with the examples they determine the result to the bit.
public struct SequenceTrainingOptions: Hashable, Sendable, Codable {
    /// Where all random numbers come from.
    public var seed: UInt64 = 1
    /// The learning rates that are tried; the best on held-out examples is kept.
    public var learningRates: [Float] = [4e-3, 1.5e-3, 5e-4]
    /// How many updates each of them is tried for.
    public var trialCount = 400
    /// After how many updates the held-out examples are looked at.
    public var evaluationInterval = 50
    /// After how many such looks without a new best the learning rate falls, going on from the best.
    public var patience = 12
    /// The factor by which it falls.
    public var rateDecay: Float = 0.3
    /// How often it falls before the training stops.
    public var decayCount = 2
    /// How many updates there are at most, trials of other rates not counted.
    public var updateLimit = 8_000
    /// How many examples make one batch.
    public var batchSize = 64
    /// How many batches make one update. They are computed side by side.
    public var batchesPerUpdate = 2
    /// The gradient's norm is clipped to this.
    public var gradientLimit: Float = 1

    /// The project's defaults.
    public init() {}

    /// Whether every knob is within what makes sense; a damaged checkpoint could ask for anything.
    var isSensible: Bool {
        let counts = 1...1_000_000_000
        return (1...16).contains(learningRates.count) && learningRates.allSatisfy { $0 > 0 && $0 <= 10 }
            && [trialCount, evaluationInterval, patience, updateLimit].allSatisfy(counts.contains)
            && rateDecay > 0 && rateDecay <= 1 && (0...100).contains(decayCount) && (1...4_096).contains(batchSize)
            && (1...16).contains(batchesPerUpdate) && gradientLimit > 0 && gradientLimit.isFinite
    }
}
