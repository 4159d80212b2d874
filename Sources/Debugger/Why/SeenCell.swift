package import NPIKit

/// One thing that the network sees, such as the symbol under a pointer, and what the network would do if something else were seen
/// in its place.
package struct SeenCell: Hashable, Sendable {
    /// Something that could be seen there, and what would follow.
    package struct Option: Hashable, Sendable {
        /// The category of the observation.
        package let category: Int
        /// What it stands for, such as "7" or "blank".
        package let name: String
        /// What the network would do.
        package let decision: Decision
        /// How likely it would do that.
        package let probability: Float
        /// How likely it would still do what it does.
        package let kept: Float
    }

    /// What is seen, such as "INP1".
    package let name: String
    /// Everything that could be seen there, what is seen among it.
    package let options: [Option]
    /// Which of them is seen, an index of ``options``.
    package let seen: Int

    /// What is seen.
    package var present: Option { options[seen] }
    /// What would change the decision.
    package var changes: [Option] { options.filter { $0.decision != present.decision } }
    /// Whether anything else in its place would change the decision.
    package var matters: Bool { options.contains { $0.decision != present.decision } }
    /// The least probability to which another symbol there lets the decision fall.
    package var leastKept: Float { options.map(\.kept).min() ?? 1 }

    /// The options by what follows, what is done first and the others in the order of their first options.
    package var outcomes: [(decision: Decision, options: [Option])] {
        var outcomes = [(decision: present.decision, options: [Option]())]
        for option in options {
            if let index = outcomes.firstIndex(where: { $0.decision == option.decision }) {
                outcomes[index].options.append(option)
            } else {
                outcomes.append((option.decision, [option]))
            }
        }
        return outcomes
    }

    /// The names of `options`, three and more in a row as a range: "0..4 7 blank"; "any" if they are all.
    package func text(of options: [Option]) -> String {
        guard options.count < self.options.count else { return "any" }
        var ranges: [[Option]] = []
        for option in options {
            let isNext = ranges.last?.last.map { $0.category + 1 == option.category && option.name != "blank" } ?? false
            if isNext { ranges[ranges.count - 1].append(option) } else { ranges.append([option]) }
        }
        return ranges.flatMap { range in
            range.count > 2 ? ["\(range[0].name)..\(range[range.count - 1].name)"] : range.map(\.name)
        }.joined(separator: " ")
    }

    /// How far `option` is from what is seen. Symbols have an order; a blank is next to all of them, and further from a symbol than
    /// any other symbol is.
    func distance(to option: Option) -> Int {
        if present.name == "blank" { return 1 }
        return option.name == "blank" ? options.count : abs(option.category - present.category)
    }
}
