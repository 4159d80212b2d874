import Debugger
import Scratchpads
import Support

/// A comparison for a person: what the two came to, where they part, and each run as the other's network sees it.
struct ComparisonReport {
    private let runs: [ComparedRun]
    private let comparison: RunComparison
    private let openings: [[String]]
    private let hasSteps: Bool

    /// How many steps are shown before and after the one at which they part.
    private static let margin = 4

    /// - Parameter openings: What stands behind `npi` on the command lines that open the runs.
    init(
        _ first: ComparedRun, _ second: ComparedRun, _ comparison: RunComparison, openings: [[String]], hasSteps: Bool
    ) {
        runs = [first, second]
        self.comparison = comparison
        self.openings = openings
        self.hasSteps = hasSteps
    }

    /// Writes it.
    func write(to output: inout some TextOutputStream) {
        output.writeLine(runs[0].session.problem.title(width: 76))
        let width = max(runs.map(\.name.count).max() ?? 0, 1)
        for (mark, run) in zip(["a", "b"], runs) {
            let name = run.name.padded(to: width)
            output.writeLine(
                "  \(mark)  \(name)  \(run.session.outcome)\(run.network == nil ? "; its network is not at hand" : "")")
        }
        output.writeLine()
        if let decision = comparison.decision {
            output.writeLine("first different decision: \(place(decision.event, decision.program))")
            output.writeLine("  a  \(decision.first)")
            output.writeLine("  b  \(decision.second)")
        } else {
            output.writeLine("all \(comparison.commonCount.grouped) decisions are the same")
        }
        if let probability = comparison.probability {
            let numbers = "\(probability.first.decimals(5)) and \(probability.second.decimals(5))"
            output.writeLine(
                "first different probability: \(place(probability.event, probability.program)): \(probability.what) \(numbers)"
            )
        } else {
            output.writeLine(
                "all probabilities that both know are the same, \(comparison.decision == nil ? "to the end" : "up to there")"
            )
        }
        for index in comparison.runsToFollow(runs[0], runs[1]) { write(["a", "b"][index], index, to: &output) }
        guard let event = comparison.decision?.event else { return }
        output.writeLine()
        output.writeLine("to look at them there:")
        for words in openings {
            let command = words.map { $0.shortenedInMiddle(to: 40) }.joined(separator: " ")
            output.writeLine("  npi \(command) --at \(event - 1)")
        }
    }

    private func place(_ event: Int, _ program: String) -> String {
        program.isEmpty ? "step \(event)" : "step \(event), in \(program)"
    }

    /// Writes one run as the other's network sees it.
    private func write(_ mark: String, _ index: Int, to output: inout some TextOutputStream) {
        let other = mark == "a" ? "b" : "a"
        guard var forced = ForcedComparison(along: runs[index], by: runs[1 - index]) else { return }
        let parting = comparison.decision?.event
        var lines: [[String]] = []
        while let step = forced.next() {
            guard hasSteps || parting.map({ abs(step.event - $0) <= Self.margin }) ?? false else { continue }
            lines.append([
                step.event == parting ? ">" : "", String(step.event), step.program, step.decision, text(step.own),
                text(step.other), step.choice ?? "",
            ])
        }
        output.writeLine()
        let otherwise =
            forced.differences == 0
            ? "\(other) would do the same at each of its \(forced.count.grouped) steps"
            : "\(other) would do otherwise at \(forced.differences.grouped) of its \(forced.count.grouped) steps"
        output.writeLine("the run of \(mark): \(otherwise)\(likelihoods(forced, mark, other))")
        guard !lines.isEmpty else { return }
        let header = ["", "step", "in", "what \(mark) does", "p to \(mark)", "p to \(other)", "what \(other) would do"]
        for line in ([header] + lines).alignedLines(atRight: [1, 4, 5].contains) { output.writeLine("  " + line) }
    }

    /// How likely the whole run was to both, as natural logarithms.
    private func likelihoods(_ forced: ForcedComparison, _ mark: String, _ other: String) -> String {
        let known = [(mark, forced.ownLogarithm), (other, forced.otherLogarithm)].compactMap { name, logarithm in
            // A logarithm of a probability is not above 0.
            logarithm.map { "-\(abs($0).decimals(2)) for \(name)" }
        }
        return known.isEmpty ? "" : "; log-likelihood \(known.joined(separator: ", "))"
    }

    private func text(_ probability: Double?) -> String { probability?.decimals(5) ?? "?" }
}

extension Session {
    /// What became of the run: "125 after 39 steps, correct".
    var outcome: String {
        let after = "after \(log.count.grouped) steps"
        guard ending == .halted else { return "\(after): \(ending?.description ?? "")" }
        let output = problem.output(of: latestWorld)
        let verdict =
            problem.isCorrect(latestWorld)
            ? "correct" : "not correct, it should be \(problem.expectedOutput.shortenedInMiddle(to: 40))"
        let shown = output.isEmpty ? "no output" : output.shortenedInMiddle(to: 40)
        return "\(shown) \(after), \(verdict)"
    }
}

extension String {
    /// With spaces after it, up to `width` characters.
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(width - count, 0)) }
}
