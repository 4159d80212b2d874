import Glibc

extension PredictionSummary {
    /// A step that the network chose with less confidence stands out as one of low confidence.
    package static let usualConfidence = 0.9

    /// How confident the network was of what it decided: for a return the end probability, else the least of the probability
    /// that the frame goes on, the likeliest program's and, for an action, each argument's.
    package func confidence(of kind: EventKind) -> Probability {
        guard kind != .return else { return end }
        var least = min(UInt16.max - end.rawValue, program(rank: 0)?.probability.rawValue ?? 0)
        guard kind == .act else { return Probability(rawValue: least) }
        for index in 0..<3 { least = min(least, value(ofArgument: index, rank: 0)?.probability.rawValue ?? 0) }
        return Probability(rawValue: least)
    }

    /// The entropy of the programs' probabilities in bits; those beyond the four that are kept count as one.
    package var entropy: Double {
        var rest = 1.0
        var entropy = 0.0
        for rank in 0..<Self.programCount {
            guard let chance = program(rank: rank)?.probability.value else { break }
            rest -= chance
            entropy -= chance * log2(chance)
        }
        return rest > 1e-4 ? entropy - rest * log2(rest) : entropy
    }
}

extension EventLog {
    /// The position before the known step that the network chose with the least confidence, and that confidence; nil if it chose
    /// none, or no probabilities are known.
    ///
    /// Where some were of low confidence, only those are looked at.
    package var leastConfident: (position: Int, confidence: Probability)? {
        lowConfidence.count > 0
            ? leastConfident(among: (0..<lowConfidence.count).lazy.map { lowConfidence[$0] })
            : leastConfident(among: 0..<count)
    }

    private func leastConfident(among positions: some Sequence<Int>) -> (position: Int, confidence: Probability)? {
        var least: (position: Int, confidence: Probability)?
        for position in positions {
            let next = events[position]
            guard next.hasPrediction, !next.isForced else { continue }
            let confidence = next.prediction.confidence(of: next.kind)
            if least.map({ confidence < $0.confidence }) ?? true { least = (position, confidence) }
        }
        return least
    }
}
