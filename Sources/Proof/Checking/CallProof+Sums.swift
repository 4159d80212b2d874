extension Sequence<CallProof> {
    /// How many sequences the frames of all these calls can see.
    package var sequences: Int { reduce(0) { $0 + $1.sequences } }
    /// How many decisions they take.
    package var steps: Int { reduce(0) { $0 + $1.steps } }
    /// How many of the sequences have a wrong step.
    package var wrong: Int { reduce(0) { $0 + $1.wrong } }
    /// The least of their margins; nil where no network was asked.
    package var leastMargin: Float? { compactMap(\.leastMargin).min() }
}
