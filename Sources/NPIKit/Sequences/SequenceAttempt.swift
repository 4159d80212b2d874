import Support

/// One training of a sequence network with one learning rate, on the way to its best.
struct SequenceAttempt: Sendable {
    /// What a checkpoint keeps of it beside the tensors.
    struct Progress: Hashable, Sendable, Codable {
        /// The learning rate now.
        var learningRate: Float
        /// Updates made.
        var updateCount = 0
        /// Looks at the held-out examples without a new best.
        var looksSinceBest = 0
        /// How often the learning rate has fallen.
        var decayCount = 0
        /// The best network's score on the held-out examples.
        var bestScore: SequenceScore?
        /// The state of the random numbers.
        var generator: [UInt64]
        /// Steps of the optimizer.
        var adamStepCount = 0

        /// Whether a training can have come so far.
        var isSensible: Bool {
            let counts = 0...1_000_000_000_000
            return learningRate >= 0 && learningRate <= 10 && (0...1_000).contains(decayCount)
                && [updateCount, looksSinceBest, adamStepCount].allSatisfy(counts.contains)
        }
    }

    /// What is trained.
    var network: SequenceNetwork
    /// The best so far.
    var best: SequenceNetwork
    /// The optimizer.
    var optimizer: AdamOptimizer
    /// Where all random numbers come from.
    var generator: SeededGenerator
    /// How far it is. Its generator and its optimizer's steps are only brought up to date by ``checkpointProgress``.
    var progress: Progress

    /// Begins from nothing.
    init(_ shape: SequenceShape, learningRate: Float, seed: UInt64) {
        generator = SeededGenerator(seed: seed)
        network = SequenceNetwork(shape, using: &generator)
        best = network
        optimizer = AdamOptimizer(count: network.layout.count)
        progress = Progress(learningRate: learningRate, generator: generator.state)
    }

    /// Goes on from what a checkpoint kept, or nil if that is not whole.
    init?(network: SequenceNetwork, best: SequenceNetwork, mean: [Float], square: [Float], progress: Progress) {
        let count = network.layout.count
        guard mean.count == count, square.count == count,
            let generator = SeededGenerator(state: progress.generator)
        else { return nil }
        self.network = network
        self.best = best
        self.generator = generator
        self.progress = progress
        optimizer = AdamOptimizer(count: count)
        optimizer.mean = FloatArena(mean)
        optimizer.square = FloatArena(square)
        optimizer.stepCount = progress.adamStepCount
    }

    /// How far it is, whole.
    var checkpointProgress: Progress {
        var progress = progress
        progress.generator = generator.state
        progress.adamStepCount = optimizer.stepCount
        return progress
    }

    /// Makes one update and returns the mean loss a token.
    mutating func update(
        on examples: [SequenceExample], options: SequenceTrainingOptions, passes: ParallelPasses<SequencePass>
    ) -> Float {
        let drawn = draw(min(options.batchSize * options.batchesPerUpdate, examples.count), of: examples.count)
        let share = (drawn.count + options.batchesPerUpdate - 1) / options.batchesPerUpdate
        let batches = stride(from: 0, to: drawn.count, by: share).map { start in
            drawn[start..<min(start + share, drawn.count)].map { examples[$0] }
        }
        let tokens = batches.joined().reduce(0) { $0 + $1.target.count }
        let losses = passes.run(batches, in: network, scale: 1 / Float(tokens))
        let everything = [0..<network.layout.count]
        let norm = passes.sumGradients(ofFirst: batches.count, over: everything)
        optimizer.step(
            &network.parameters, gradient: passes.all[0].gradient,
            scale: AdamOptimizer.clippingScale(norm: norm, limit: options.gradientLimit),
            learningRate: progress.learningRate, ranges: everything)
        progress.updateCount += 1
        return losses.reduce(0, +) / Float(tokens)
    }

    /// Draws `count` different numbers below `limit`.
    private mutating func draw(_ count: Int, of limit: Int) -> [Int] {
        var all = Array(0..<limit)
        for index in 0..<count { all.swapAt(index, Int.random(in: index..<limit, using: &generator)) }
        return Array(all.prefix(count))
    }

    /// Takes note of a look at the held-out examples. When there has been no new best for too long, it goes back to the
    /// best with a smaller learning rate.
    mutating func record(_ score: SequenceScore, options: SequenceTrainingOptions) {
        if progress.bestScore.map({ score > $0 }) ?? true {
            progress.bestScore = score
            best = network
            progress.looksSinceBest = 0
            return
        }
        progress.looksSinceBest += 1
        guard progress.looksSinceBest >= options.patience else { return }
        progress.looksSinceBest = 0
        progress.decayCount += 1
        progress.learningRate *= options.rateDecay
        network = best
    }

    /// Whether it has come to its end.
    func isFinished(_ options: SequenceTrainingOptions) -> Bool {
        progress.decayCount > options.decayCount || progress.updateCount >= options.updateLimit
    }
}
