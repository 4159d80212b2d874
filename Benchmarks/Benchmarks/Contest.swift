/// Contenders measured in turns, so that whatever else the machine does falls on all of them alike.
///
/// Only ratios mean anything: absolute times drift with the machine's other work.
enum Contest {
    /// Something to be measured.
    struct Contender {
        var name: String
        /// How often `work` is repeated within one measurement.
        var repetitions = 10
        /// Returns how many units it did, such as steps; times are given for one.
        var work: () -> Int
    }

    /// What came out for one contender, in nanoseconds a unit.
    struct Result {
        var name: String
        /// The median over all rounds.
        var median: Double
        /// The fastest round.
        var fastest: Double
    }

    /// Measures each of `contenders` once a round, for `rounds` rounds.
    static func run(_ contenders: [Contender], rounds: Int) -> [Result] {
        let clock = ContinuousClock()
        var times = contenders.map { _ in [Double]() }
        for _ in 0..<rounds {
            for (index, contender) in contenders.enumerated() {
                // Fills the caches with what this contender reads; the one before left its own there.
                _ = contender.work()
                var units = 0
                let time = clock.measure {
                    for _ in 0..<contender.repetitions { units += contender.work() }
                }
                times[index].append(time / .nanoseconds(1) / Double(units))
            }
        }
        return zip(contenders, times).map { contender, times in
            let sorted = times.sorted()
            return Result(name: contender.name, median: sorted[sorted.count / 2], fastest: sorted[0])
        }
    }
}
