import NPIKit
import Scratchpads
import Support

/// Why the network does what it does at one step, as text for a person or a script.
package struct WhyReport: Sendable {
    private let why: Why
    private let words: WhyWords
    private let world: AnyScratchpad
    private let library: ProgramLibrary
    private let title: String

    /// Finds out why the selected frame of `session` does what it does; nil where no frame is open, or there is no network.
    package init?(_ session: Session) {
        guard let memory = session.memory, var search = session.findInsight() else { return nil }
        var found: Insight?
        while found == nil { found = search.advance(budget: 256, in: session) }
        guard let insight = found, var run = WhyRun(insight, in: session) else { return nil }
        var result: Why?
        while result == nil { result = run.advance(budget: 256) }
        guard let why = result else { return nil }
        self.why = why
        world = session.world
        library = memory.library
        words = WhyWords(why, in: world, library)
        title = "\(session.problem.title(width: 60)), after step \(insight.position)"
    }

    /// Writes it as a table: a line for each thing that is seen, with what would be done for which symbols.
    package func write(to output: inout some TextOutputStream) {
        let insight = why.insight
        // The step that is asked about has the number that it will have in the trace.
        output.writeLine(
            "\(title), next is step \(insight.position + 1): \(library[insight.program]), its \((insight.step + 1).ordinal) step"
        )
        output.writeLine(
            "next: \(words.deed(why.decision)), \(Self.text(why.probability)) as a whole: the program and its arguments together"
        )
        output.writeLine()
        var rows = [["seen", "", "least", "what it would do, by what stood there"]]
        for cell in why.cells {
            let outcomes = cell.outcomes.map { outcome in
                "\(words.deed(outcome.decision)): \(cell.text(of: outcome.options))"
            }
            rows.append([cell.name, cell.present.name, Self.text(cell.leastKept), outcomes[0]])
            rows += outcomes.dropFirst().map { ["", "", "", $0] }
        }
        if !why.cells.isEmpty {
            for line in rows.alignedLines() { output.writeLine(line) }
            output.writeLine()
        }
        for sentence in [
            words.correction, words.reading ?? "", words.whatMatters, words.smallestChange, words.image ?? "",
        ]
        where !sentence.isEmpty {
            output.writeLine(sentence)
        }
        if let occlusion = why.occlusion { write(occlusion, to: &output) }
    }

    /// The patches as a table: how much of the probability of the decision each takes.
    private func write(_ occlusion: Occlusion, to output: inout some TextOutputStream) {
        let largest = occlusion.largestLoss
        output.writeLine(
            "What it takes from the probability, by its place: 9 is \(Double(largest).decimals(3)), # is another decision."
        )
        output.writeLine()
        for row in 0..<occlusion.rows {
            let signs = (0..<occlusion.columns).map { column in
                let index = row * occlusion.columns + column
                if occlusion.decisions[index] != occlusion.decision { return "#" }
                let share = largest > 0 ? Int((9 * occlusion.loss(at: index) / largest).rounded()) : 0
                return share == 0 ? "." : "\(share)"
            }
            output.writeLine("  " + signs.joined(separator: " "))
        }
    }

    private static func text(_ probability: Float) -> String { Probability(probability).text }

    /// It as one JSON object.
    package var json: String { JSONText.encode(WhyJSON(why, in: world, library)) }
}
