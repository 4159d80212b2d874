/// A question to the viewer.
package struct TourQuestion: Hashable, Sendable {
    /// How it is answered.
    package enum Kind: Hashable, Sendable {
        /// By the number, from 1, of one of these; the right one is `right`.
        case choices([String], right: Int)
        /// By a word or a number; the first of these is told as the answer.
        case free([String])
    }

    /// What is asked.
    package let ask: String
    /// How it is answered.
    package let kind: Kind
    /// What is told after the answer, a paragraph each.
    package let because: [String]

    /// The choices; none for a free answer.
    package var choices: [String] { if case .choices(let choices, _) = kind { choices } else { [] } }

    /// The right answer in words.
    package var rightAnswer: String {
        switch kind {
        case .choices(let choices, let right): choices[right - 1]
        case .free(let answers): answers[0]
        }
    }

    /// The right answer as it is given: the number of a choice, or a word.
    package var shortAnswer: String {
        switch kind {
        case .choices(_, let right): "\(right)"
        case .free(let answers): answers[0]
        }
    }

    /// Whether `answer`, a choice's number or a free answer, is right.
    package func isRight(_ answer: String) -> Bool {
        switch kind {
        case .choices(_, let right): Int(answer) == right
        case .free(let answers): answers.contains { $0.essence == answer.essence }
        }
    }

    /// As many choices as there are keys.
    private static let largestCount = 9

    /// Reads a question.
    init(_ node: TourNode) throws(TourError) {
        let table = try node.table("a question", names: ["ask", "choices", "answer", "because"])
        guard let ask = table["ask"] else { throw node.error("a question needs ask, such as ask: Why is that?") }
        guard let answer = table["answer"] else { throw node.error("a question needs the right answer: answer: 2") }
        self.ask = try ask.text("ask").paragraphs.joined(separator: " ")
        because = try table["because"]?.text("because").paragraphs ?? []
        if let choices = table["choices"] {
            kind = try Self.choices(choices, answer)
        } else {
            var answers: [String] = []
            for item in answer.items ?? [answer] { answers.append(try item.text("the answer")) }
            guard !answers.isEmpty else { throw answer.error("a question needs at least one right answer") }
            kind = .free(answers)
        }
    }

    private static func choices(_ node: TourNode, _ answer: TourNode) throws(TourError) -> Kind {
        var choices: [String] = []
        for item in node.items ?? [] {
            choices.append(try item.text("a choice").paragraphs.joined(separator: " "))
        }
        guard (2...largestCount).contains(choices.count) else {
            throw node.error("choices is a list of 2 to \(largestCount) answers to choose from")
        }
        guard let right = Int(try answer.text("the answer")), choices.indices.contains(right - 1) else {
            throw answer.error("the answer is the number of the right choice, 1 to \(choices.count)")
        }
        return .choices(choices, right: right)
    }
}

extension String {
    /// What counts of an answer: letters and digits, in lower case.
    fileprivate var essence: String { lowercased().filter { $0.isLetter || $0.isNumber } }
}
