import NPIKit
import Support

/// Short trainings of new programs' rows from different random rows, of which the best is gone on from.
///
/// What a frozen core makes of an embedding is no smooth landscape: from some random rows training ends in a hollow, such as
/// a loop that never ends. A short training tells.
package struct FrozenCoreTrials: Sendable {
    /// How many random rows are tried.
    package var count: Int
    /// How many updates each is trained for.
    package var updateCount = 150
    /// Told before each trial how many have been made; gives false to stop with the best so far.
    package var report: @Sendable (_ made: Int, _ planned: Int) -> Bool = { _, _ in true }

    /// So many trials; one means that the training just begins.
    package init(count: Int = 8) {
        self.count = count
    }

    /// `network` with the best rows found for `programs`.
    func best(
        of network: Network, learning programs: [String], from frames: [FrameTrace], options: TrainingOptions,
        using generator: inout SeededGenerator
    ) -> Network {
        guard count > 1 else { return network }
        var options = options
        options.updateCount = updateCount
        options.warmUpCount = min(options.warmUpCount, updateCount / 10)
        options.rowLimit = min(options.rowLimit, 128)
        var best: (network: Network, error: Float) = (network, .infinity)
        for index in 0..<count where report(index, count) {
            var candidate = network
            if index > 0 { candidate.drawRows(of: programs, using: &generator) }
            var trainer = Trainer(candidate, on: frames, options: options, learning: .programs(programs))
            while !trainer.isFinished { _ = trainer.update() }
            trainer.estimateAll()
            let error = trainer.curriculum.groups.reduce(0) { max($0, $1.error) }
            if error < best.error { best = (trainer.network, error) }
        }
        return best.network
    }
}
