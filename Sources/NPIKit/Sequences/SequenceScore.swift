/// How good a sequence network is on examples; the first difference counts.
public struct SequenceScore: Hashable, Sendable, Codable, Comparable {
    /// How many examples are wholly right.
    public var rightExamples: Int
    /// How many examples there are.
    public var exampleCount: Int
    /// How many tokens are right, the right ones before given.
    public var rightTokens: Int
    /// How many tokens there are.
    public var tokenCount: Int
    /// The mean loss a token.
    public var loss: Float

    /// More examples right, or as many with a smaller loss.
    public static func < (left: SequenceScore, right: SequenceScore) -> Bool {
        (left.rightExamples, -left.loss) < (right.rightExamples, -right.loss)
    }
}

/// Looks at examples without learning. Holds the memory that this needs.
public struct SequenceEvaluator: Sendable {
    private let passes: ParallelPasses<SequencePass>

    /// How many steps are computed at once, unless one example has more.
    private static let rowLimit = 4_096

    /// An evaluator of networks of the shape of `network`.
    public init(for network: SequenceNetwork) {
        self.init(passes: ParallelPasses((0..<2).map { _ in SequencePass(layout: network.layout) }))
    }

    init(passes: ParallelPasses<SequencePass>) {
        self.passes = passes
    }

    /// How good `network` is on `examples`, of which there must be one at least.
    public func score(of network: SequenceNetwork, on examples: [SequenceExample]) -> SequenceScore {
        var score = SequenceScore(
            rightExamples: 0, exampleCount: examples.count, rightTokens: 0,
            tokenCount: examples.reduce(0) { $0 + $1.target.count }, loss: 0)
        var rest = examples[...]
        while !rest.isEmpty {
            let chunks = passes.all.map { _ in Self.chunk(of: &rest) }.filter { !$0.isEmpty }
            for loss in passes.run(chunks, in: network, scale: nil) { score.loss += loss }
            for (chunk, pass) in zip(chunks, passes.all) {
                for (example, right) in zip(chunk, pass.rightTokens) {
                    score.rightTokens += right
                    score.rightExamples += right == example.target.count ? 1 : 0
                }
            }
        }
        score.loss /= Float(max(score.tokenCount, 1))
        return score
    }

    private static func chunk(of rest: inout ArraySlice<SequenceExample>) -> [SequenceExample] {
        var rows = 0
        let end =
            rest.firstIndex { example in
                let isFirst = rows == 0
                rows += example.source.count + example.target.count
                return !isFirst && rows > rowLimit
            } ?? rest.endIndex
        defer { rest = rest[end...] }
        return Array(rest[..<end])
    }
}
