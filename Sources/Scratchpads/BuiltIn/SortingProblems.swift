/// Draws arrays for training and evaluation.
///
/// The same generator in the same state draws the same problems.
package struct SortingProblems: ProblemDraws {
    /// What an array looks like.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Every value on its own.
        case random
        /// Already in order.
        case sorted
        /// In the opposite order: every pair is swapped.
        case reversed
        /// One value, again and again.
        case equal
        /// Two or three different values.
        case repeated
    }

    /// An array of `length` values, 1...1,000, for `task`, which is sort or max.
    package static func draw(
        _ kind: Kind = .random, length: Int, task: TaskDefinition = .sort,
        using generator: inout some RandomNumberGenerator
    ) -> Problem {
        Problem(drawn: input(kind, length: length, using: &generator), of: task)
    }

    func randomInput(length: Int, using generator: inout some RandomNumberGenerator) -> [String] {
        Self.input(.random, length: length, using: &generator)
    }

    func hardInput(length: Int, using generator: inout some RandomNumberGenerator) -> [String] {
        Self.input(.reversed, length: length, using: &generator)
    }

    let validationParts = ValidationParts(
        training: [(5, 20), (20, 10), (40, 4), (60, 4)], full: [(2, 50), (5, 50), (10, 20), (20, 10), (40, 2)],
        quick: [(3, 10)])

    /// The values of an array of `length`.
    static func input(
        _ kind: Kind, length: Int, using generator: inout some RandomNumberGenerator
    ) -> [String] {
        func values(upTo count: Int, of choice: [Int]) -> [Int] {
            (0..<count).map { _ in choice.randomElement(using: &generator) ?? 0 }
        }
        let digits = Array(0...9)
        let array =
            switch kind {
            case .random: values(upTo: length, of: digits)
            case .sorted: values(upTo: length, of: digits).sorted()
            case .reversed: values(upTo: length, of: digits).sorted(by: >)
            case .equal: Array(repeating: Int.random(in: 0...9, using: &generator), count: length)
            case .repeated:
                values(
                    upTo: length,
                    of: Array(digits.shuffled(using: &generator).prefix(Int.random(in: 2...3, using: &generator))))
            }
        return array.map(String.init)
    }
}
