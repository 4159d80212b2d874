/// A training of a sequence network on input-output pairs, one update at a time: several learning rates are tried, the
/// best is trained on, and held-out examples say when to stop and which network is kept.
///
///     var training = SequenceTraining(shape, on: examples, heldOut: others)
///     while !training.isFinished { training.advance() }
///     let network = training.best
public struct SequenceTraining: Sendable {
    /// How it is trained.
    public let options: SequenceTrainingOptions
    /// What is read and emitted.
    public let shape: SequenceShape
    /// A running mean of the loss a token.
    public private(set) var loss: Float?

    private let examples: [SequenceExample]
    private let heldOut: [SequenceExample]
    private let passes: ParallelPasses<SequencePass>

    /// The attempt that goes on now.
    private(set) var current: SequenceAttempt
    /// The best of the earlier ones, while others are still tried.
    private(set) var champion: SequenceAttempt?
    /// How many learning rates have been tried.
    private(set) var trialsMade = 0

    /// Begins a training.
    ///
    /// - Parameters:
    ///   - shape: What is read and emitted.
    ///   - examples: What is learned; at least one.
    ///   - heldOut: What is looked at to choose; at least one.
    ///   - options: How.
    public init(
        _ shape: SequenceShape, on examples: [SequenceExample], heldOut: [SequenceExample],
        options: SequenceTrainingOptions = SequenceTrainingOptions()
    ) {
        self.init(
            shape, on: examples, heldOut: heldOut, options: options,
            current: SequenceAttempt(shape, learningRate: options.learningRates[0], seed: options.seed),
            champion: nil, trialsMade: 0, loss: nil)
    }

    init(
        _ shape: SequenceShape, on examples: [SequenceExample], heldOut: [SequenceExample],
        options: SequenceTrainingOptions, current: SequenceAttempt, champion: SequenceAttempt?, trialsMade: Int,
        loss: Float?
    ) {
        precondition(!examples.isEmpty && !heldOut.isEmpty, "a training needs examples, and others to choose by")
        self.options = options
        self.shape = shape
        self.examples = examples
        self.heldOut = heldOut
        self.current = current
        self.champion = champion
        self.trialsMade = trialsMade
        self.loss = loss
        let layout = current.network.layout
        passes = ParallelPasses((0..<options.batchesPerUpdate).map { _ in SequencePass(layout: layout) })
    }

    /// How many examples are learned, and how many are held out.
    var exampleCounts: [Int] { [examples.count, heldOut.count] }

    /// Whether the learning rates have all been tried.
    private var hasChosenRate: Bool { trialsMade == options.learningRates.count }

    /// Whether it has come to its end.
    public var isFinished: Bool { hasChosenRate && current.isFinished(options) }

    /// The best network so far.
    public var best: SequenceNetwork { leader.best }

    /// Its score on the held-out examples.
    public var bestScore: SequenceScore? { leader.progress.bestScore }

    /// Updates made, trials of other rates not counted once another was chosen.
    public var updateCount: Int { current.progress.updateCount }

    /// The learning rate now.
    public var learningRate: Float { current.progress.learningRate }

    /// The learning rate that proved best, as it was before it fell; nil while others are tried.
    public var chosenRate: Float? {
        guard hasChosenRate else { return nil }
        var rate = current.progress.learningRate
        for _ in 0..<current.progress.decayCount { rate /= options.rateDecay }
        return options.learningRates.min { abs($0 - rate) < abs($1 - rate) }
    }

    /// How much of it is done, 0...1, if it is not stopped early.
    public var share: Double {
        let trials = options.learningRates.count * options.trialCount
        let planned = trials - options.trialCount + max(options.updateLimit, options.trialCount)
        let made =
            hasChosenRate
            ? trials + max(updateCount - options.trialCount, 0) : trialsMade * options.trialCount + updateCount
        return isFinished ? 1 : min(Double(made) / Double(max(planned, 1)), 1)
    }

    private var leader: SequenceAttempt {
        guard let champion, let other = champion.progress.bestScore else { return current }
        guard let mine = current.progress.bestScore, mine > other else { return champion }
        return current
    }

    /// Makes one update, and a look at the held-out examples when it is time.
    public mutating func advance() {
        let found = current.update(on: examples, options: options, passes: passes)
        loss = loss.map { $0 + 0.05 * (found - $0) } ?? found
        let endsTrial = !hasChosenRate && updateCount == options.trialCount
        if updateCount % options.evaluationInterval == 0 || endsTrial || updateCount >= options.updateLimit {
            let score = SequenceEvaluator(passes: passes).score(of: current.network, on: heldOut)
            current.record(score, options: options)
        }
        guard !hasChosenRate, updateCount >= options.trialCount || current.isFinished(options) else { return }
        trialsMade += 1
        let best = leader
        if hasChosenRate {
            current = best
            champion = nil
        } else {
            champion = best
            current = SequenceAttempt(
                shape, learningRate: options.learningRates[trialsMade], seed: options.seed)
        }
    }
}
