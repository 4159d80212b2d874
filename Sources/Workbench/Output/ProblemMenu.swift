import Glibc
import Support

/// Lets a person at a terminal open numbered problems one after the other: Enter for the next, a number for another.
struct ProblemMenu {
    private let problems: [[String]?]
    private let listing: [String]

    /// - Parameters:
    ///   - problems: What opens each; nil for those that cannot be opened.
    ///   - listing: What tells of them, to be shown again behind each that was opened.
    init(_ problems: [[String]?], listing: [String] = []) {
        self.problems = problems
        self.listing = listing
    }

    /// Asks until the person has seen enough.
    ///
    /// - Throws: What `open` throws.
    func run(_ open: ([String]) throws -> Void) throws {
        guard isatty(STDIN_FILENO) == 1 else { return }
        var next = 0
        while let usual = problems[min(next, problems.count)...].firstIndex(where: { $0 != nil })
            ?? problems.firstIndex(where: { $0 != nil })
        {
            StandardError.ask("Enter opens \(usual + 1), a number another, q leaves: ")
            // The end of the input leaves too.
            guard let answer = readLine()?.trimming(" \t\r"), !answer.lowercased().hasPrefix("q") else { return }
            let number = answer.isEmpty ? usual + 1 : Int(answer) ?? 0
            guard problems.indices.contains(number - 1), let words = problems[number - 1] else {
                let known = problems.indices.filter { problems[$0] != nil }.map { "\($0 + 1)" }
                StandardError.say(
                    "npi: there is no problem \(answer.printable) to open; there are \(known.joined(separator: ", "))")
                continue
            }
            try open(words)
            listing.forEach(StandardError.say)
            next = number
        }
    }
}
