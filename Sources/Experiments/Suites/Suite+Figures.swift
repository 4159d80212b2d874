import NPIKit
import Scratchpads

// What the paper's figures are made of. The sequence networks get what the NPI gets: the same problems, the same layers,
// optimizer and clipping. On top of that they are given several learning rates to try and held-out problems of the lengths
// trained on to choose by, which the NPI is not: of an NPI the last network that is right on the most training frames counts.
extension Suite {
    /// Figure 5: arrays of one length, 1, 2, 4, ... 512 examples; the same arrays for both. Where the NPI begins to work, which is
    /// a matter of luck, ten networks are trained, each on other examples and from other weights.
    static func fig5(isQuick: Bool, _ seeds: SuiteSeeds) -> [Experiment] {
        let length = isQuick ? 3 : 20
        let exampleCounts = isQuick ? [1, 4] : (0...9).map { 1 << $0 }
        let (networkCount, manyLimit) = isQuick ? (2, 1) : (10, 16)
        let test = seeds.test(.sort, length: length, count: isQuick ? 20 : 50)
        let heldOut = ProblemSet(
            .sort, lengths: [length], countPerLength: isQuick ? 10 : 100, seed: seeds.heldOut())
        func examples(_ count: Int, _ number: Int = 1) -> ProblemSet {
            ProblemSet(.sort, lengths: [length], countPerLength: count, seed: seeds.training(of: .sort, number))
        }
        let programs = (1...networkCount).flatMap { number in
            exampleCounts.filter { number == 1 || $0 <= manyLimit }.map { count in
                var options = programOptions(updates: isQuick ? 60 : 3_500, isSmall: true, seeds)
                options.seed = seeds.network(of: .sort, number)
                return Experiment(
                    id: "npi-\(count)-\(number)", series: npi, exampleCount: count,
                    source: .programs(examples(count, number), options), tests: [test])
            }
        }
        let sequences = exampleCounts.map { count in
            Experiment(
                id: "seq2seq-\(count)", series: "seq2seq", exampleCount: count,
                source: .sequences(
                    .sorting, examples(count), heldOut: heldOut, hiddenSize: isQuick ? 16 : 256,
                    sequenceOptions(isQuick: isQuick, limit: 3_000, seeds)), tests: [test])
        }
        return programs + sequences
    }

    /// Figure 6: trained on arrays of 2-20 values, 64 of each length, and tested on longer ones.
    static func fig6(isQuick: Bool, _ seeds: SuiteSeeds) -> [Experiment] {
        let lengths = isQuick ? 2...3 : 2...20
        let examples = ProblemSet(
            .sort, lengths: lengths, countPerLength: isQuick ? 4 : 64, seed: seeds.training())
        let heldOut = ProblemSet(.sort, lengths: lengths, countPerLength: isQuick ? 4 : 8, seed: seeds.heldOut())
        let tests =
            isQuick
            ? [2, 4].map { seeds.test(.sort, length: $0, count: 10) }
            : [2, 5, 10, 15, 20, 22, 25, 30, 40, 50, 60, 80, 100].map { length in
                seeds.test(.sort, length: length, count: length <= 30 ? 50 : length <= 60 ? 20 : 10)
            }
        return [
            Experiment(
                id: "npi", series: npi,
                source: .programs(examples, programOptions(updates: isQuick ? 60 : 3_500, seeds)), tests: tests),
            Experiment(
                id: "seq2seq", series: "seq2seq",
                source: .sequences(
                    .sorting, examples, heldOut: heldOut, hiddenSize: isQuick ? 16 : 256,
                    sequenceOptions(isQuick: isQuick, limit: 6_000, seeds)), tests: tests),
        ]
    }

    /// Figure 9: trained on numbers of 1-20 digits, 32 additions of each length, and tested on longer ones; the "easy" form
    /// gets twice the examples, as in the paper. The other two fit their few examples long before they can add others, so
    /// both are also trained on 64 times as many: that tells what the form costs from what too few examples do.
    static func fig9(isQuick: Bool, _ seeds: SuiteSeeds) -> [Experiment] {
        let lengths = isQuick ? 1...2 : 1...20
        func examples(_ count: Int) -> ProblemSet {
            ProblemSet(.add, lengths: lengths, countPerLength: isQuick ? 4 : count, seed: seeds.training())
        }
        let heldOut = ProblemSet(.add, lengths: lengths, countPerLength: isQuick ? 4 : 32, seed: seeds.heldOut())
        let tests =
            isQuick
            ? [1, 3].map { seeds.test(.add, length: $0, count: 10) }
            : [1, 2, 3, 5, 7, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 3_000].map { length in
                seeds.test(
                    .add, length: length, count: length <= 20 ? 100 : length <= 200 ? 50 : length <= 500 ? 20 : 10)
            }
        let program = Experiment(
            id: "npi", series: npi,
            source: .programs(examples(32), programOptions(updates: isQuick ? 60 : 3_500, seeds)), tests: tests)
        func sequence(_ form: SequenceForm, times: Int, _ options: SequenceTrainingOptions) -> Experiment {
            let isMany = times > 2
            return Experiment(
                id: "seq2seq-\(form.rawValue)" + (isMany ? "-x\(times)" : ""),
                series: isMany ? "\(form.rawValue), \(times) x data" : "seq2seq \(form.rawValue)",
                source: .sequences(
                    form, examples(32 * times), heldOut: heldOut, hiddenSize: isQuick ? 16 : 256, options), tests: tests
            )
        }
        let usual = sequenceOptions(isQuick: isQuick, limit: 6_000, seeds)
        // Sums come right long after the examples are known by heart, and small batches find more of them.
        var few = sequenceOptions(isQuick: isQuick, limit: 16_000, seeds)
        few.batchSize = 4
        few.trialCount = few.updateLimit / 4
        var many = sequenceOptions(isQuick: isQuick, limit: 10_000, seeds)
        many.trialCount = many.updateLimit / 8
        return [
            program, sequence(.easy, times: 2, usual), sequence(.stacked, times: 1, few),
            sequence(.plain, times: 1, few), sequence(.stacked, times: 64, many), sequence(.plain, times: 64, many),
        ]
    }

    private static let npi = "NPI"

    /// - Parameter isSmall: Whether batches are a third of the usual, and the learning rate half: for few examples what counts
    ///   is how many updates there are, and large steps early on can cost the units by which a network sees.
    private static func programOptions(
        updates: Int, isSmall: Bool = false, _ seeds: SuiteSeeds
    ) -> TrainingOptions {
        var options = TrainingOptions()
        options.seed = seeds.network()
        options.updateCount = updates
        if isSmall {
            options.frameLimit /= 3
            options.rowLimit /= 3
            options.learningRate /= 2
        }
        return options
    }

    /// - Parameter limit: The most updates. Held-out problems are looked at 120 times at most, and after 20 looks in vain
    ///   the learning rate falls: whole problems right count first, and while there are few of them, one lucky look must not
    ///   end the training.
    private static func sequenceOptions(
        isQuick: Bool, limit: Int, _ seeds: SuiteSeeds
    ) -> SequenceTrainingOptions {
        var options = SequenceTrainingOptions()
        options.seed = seeds.network()
        options.batchSize = 16
        options.updateLimit = isQuick ? 40 : limit
        options.evaluationInterval = options.updateLimit / (isQuick ? 4 : 120)
        options.trialCount = isQuick ? 10 : limit / 12
        options.patience = 20
        return options
    }
}
