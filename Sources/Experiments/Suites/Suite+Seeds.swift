import NPIKit
import Scratchpads

/// How a network of the suite `seeds` was trained.
enum SeedsForm: String, CaseIterable {
    /// The task with loops, on problems.
    case loops = "loops, on problems"
    /// The recursive task, on problems.
    case recursive = "recursive, on problems"
    /// The recursive task, on all that its frames can see, until it is proven.
    case proven = "recursive, until proven"
}

extension Suite {
    /// Many seeds: addition and sorting, each with loops and recursive, tested far beyond what they were trained on. The recursive ones
    /// are proven right or not after training: does a proof tell what is right everywhere, and what is right on its problems not?
    static func seeds(isQuick: Bool, _ seeds: SuiteSeeds) -> [Experiment] {
        var experiments: [Experiment] = []
        for seed in 1...(isQuick ? 2 : 20) {
            for (base, longest) in [("add", isQuick ? 2 : 10), ("sort", isQuick ? 2 : 6)] {
                for form in SeedsForm.allCases {
                    let name = form == .loops ? base : "\(base)-recursive"
                    guard let task = TaskCatalog.task(named: name) else { preconditionFailure("\(name) is shipped") }
                    var recipe = TrainingRecipe(tasks: [task], seed: seeds.training(of: task, seed))
                    recipe.longestLength = longest
                    recipe.unitCount = 16
                    if form == .proven { recipe.proof = ProofGoal() } else { recipe.coverage = StepCoverage() }
                    var options = TrainingOptions()
                    options.seed = seeds.network(of: task, seed)
                    options.firstRound = isQuick ? 20 : 3_500
                    // What is not right on its problems after three rounds hardly ever gets so later.
                    options.updateCount = (options.firstRound ?? 0) * (isQuick ? 1 : form == .proven ? 15 : 3)
                    experiments.append(
                        Experiment(
                            id: "\(name)-\(form)-\(seed)", series: "\(base), \(form.rawValue)",
                            source: .examined(recipe, options),
                            tests: [10, 50].map {
                                seeds.test(task, length: $0 * longest, count: isQuick ? 2 : $0 == 10 ? 50 : 20)
                            }))
                }
            }
        }
        return experiments
    }
}

extension SuiteReport {
    /// The suite `seeds`: a row for each task and form, over the seeds that have been measured.
    var seeds: TextTable {
        TextTable(
            title: title,
            header: [
                "", "networks", "updates: median (range)", "proven", "all right at 10 x", "at 50 x",
                "least right at 50 x",
            ],
            rows: series.map(row), notes: predictions)
    }

    /// What was measured of one network, once all of it has been.
    private struct Outcome {
        var updates: Int
        var isProven: Bool
        var shares: [Double]
        var isRightEverywhere: Bool { shares.allSatisfy { $0 == 1 } }
    }

    private func outcomes(_ series: String) -> [Outcome] {
        suite.experiments.filter { $0.series == series }.compactMap { experiment in
            let points = experiment.tests.compactMap { results.point(of: $0, for: experiment) }
            guard let training = points.first?.training, points.count == experiment.tests.count else { return nil }
            return Outcome(
                updates: Int(training["updates"] ?? "") ?? 0,
                isProven: training[ModelSource.provenKey] == "yes", shares: points.map(\.proportion.share))
        }
    }

    private func row(_ series: String) -> [String] {
        let all = outcomes(series)
        guard let least = all.map({ $0.shares[1] }).min() else { return [series, "0", "-", "-", "-", "-", "-"] }
        let updates = all.map(\.updates).sorted()
        return [
            series, "\(all.count)", "\(updates[updates.count / 2]) (\(updates[0])-\(updates[updates.count - 1]))",
            "\(all.count(where: \.isProven))", "\(all.count { $0.shares[0] == 1 })",
            "\(all.count { $0.shares[1] == 1 })", "\(Proportion.percent(least)) %",
        ]
    }

    private var predictions: [String] {
        let all = series.flatMap(outcomes)
        let (proven, others) = (all.filter(\.isProven), all.filter { !$0.isProven })
        return [
            "right in all problems measured: \(proven.count(where: \.isRightEverywhere)) of \(proven.count) networks that are proven, "
                + "\(others.count(where: \.isRightEverywhere)) of \(others.count) that are not"
        ]
    }
}
