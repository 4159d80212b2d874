/// Which problems several networks of a curve got wrong: what fails for one network alone is chance, what fails for many is hard.
struct CommonFailures {
    /// One line for each such problem, the one that most networks got wrong first; at most five, and a word about the rest.
    let lines: [String]

    /// How many are named.
    private static let namedCount = 5

    /// What is common to networks that solve at least half of their problems.
    init(_ points: [SuitePoint]) {
        let good = points.filter { $0.tokenShare == nil && $0.proportion.share >= 0.5 }
        var counts: [String: Int] = [:]
        for input in good.flatMap({ $0.failed ?? [] }) { counts[input, default: 0] += 1 }
        let common = counts.filter { $0.value > 1 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard !common.isEmpty else {
            lines = good.count > 1 && !counts.isEmpty ? ["No array is wrong in two networks."] : []
            return
        }
        let named = common.prefix(Self.namedCount).map { input, count in
            "Wrong in \(count) of the \(good.count) networks that sort half or more: \(input)"
        }
        let rest = common.count - named.count
        lines = named + (rest > 0 ? ["\(rest) more arrays are wrong in two networks or more."] : [])
    }
}
