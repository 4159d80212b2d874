package import NPIKit

/// What was found of the frames of one call.
package struct CallProof: Hashable, Sendable {
    /// The program's name.
    package var program: String
    /// Its arguments, as many as the program has.
    package var arguments: [Int]
    /// Why there is no end of what a frame can see; nil where there is one.
    package var unbounded: Unbounded?
    /// How many sequences a frame can see.
    package var sequences = 0
    /// How many decisions they take; what several sequences begin with counts once.
    package var steps = 0
    /// How many sequences have a step that the network decides otherwise.
    package var wrong = 0
    /// By how many logits the right decision is ahead in the closest step; nil where no network was asked.
    package var leastMargin: Float?
    /// The shortest of the wrong sequences.
    package var counterexamples: [Counterexample] = []

    /// Why there are infinitely many sequences.
    package enum Unbounded: Hashable, Sendable {
        /// The loop in this line goes round any number of times.
        case loop(line: Int)
        /// More than could be looked at.
        case tooMany(limit: Int)
    }

    /// Whether the network is right in every frame of the call.
    package var isProven: Bool { unbounded == nil && wrong == 0 }
}

/// What a frame can see, up to a step that the network decides wrongly.
package struct Counterexample: Hashable, Sendable {
    package var call: Call
    /// What is seen at each step: the categories of the observations.
    package var seen: [[UInt8]]
    package var expected: Decision
    package var decided: Decision
}
