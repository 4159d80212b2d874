import Scratchpads

/// A stop of a tour: where it is, what is told there, what to look at, and what is asked.
package struct TourStop: Hashable, Sendable {
    /// Where it is.
    var goal: Placed<TourGoal>
    /// What is changed there, as a person's "what if" would.
    var change: Placed<CellChange>?
    /// What is told, a paragraph each.
    package let text: [String]
    /// What stands out on the screen.
    package let spotlights: [Spotlight]
    /// The lines of the task's file that stand out, from 1; nil where none do.
    package let lines: ClosedRange<Int>?
    /// What is asked, if anything.
    package let question: TourQuestion?

    /// Whether the text of the task is shown.
    package var showsSource: Bool { lines != nil || spotlights.contains(.part(.source)) }

    /// Reads a stop of a tour that begins in `world`, of a task with these lines.
    init(_ node: TourNode, in world: AnyScratchpad, _ sourceLines: SourceLines?) throws(TourError) {
        let table = try node.table("a stop", names: ["at", "move", "change", "text", "look", "lines", "question"])
        goal = Placed(value: .here, place: node.place)
        if let at = table["at"] {
            if let move = table["move"] { throw move.error("a stop has at or move, not both") }
            goal = Placed(value: TourGoal(at: try at.text("at")), place: at.textPlace)
        } else if let move = table["move"] {
            goal = Placed(value: .motions(try TourMotion.reading(move)), place: move.textPlace)
        }
        if let change = table["change"] {
            let text = try change.text("change")
            do throws(CellError) {
                self.change = Placed(value: try CellChange(text, in: world), place: change.textPlace)
            } catch {
                throw change.error("\(error)")
            }
        }
        text = try table["text"]?.text("text").paragraphs ?? []
        question = try table["question"].map { node throws(TourError) in try TourQuestion(node) }
        guard !text.isEmpty || question != nil else {
            throw node.error("a stop needs a text, such as text: Look here.")
        }
        var spotlights: [Spotlight] = []
        if let look = table["look"] {
            for item in look.items ?? [look] {
                for word in try item.text("look").split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
                    spotlights.append(try Spotlight(String(word), item, in: world))
                }
            }
        }
        self.spotlights = spotlights
        lines = try table["lines"].map { node throws(TourError) in try ShownLines.reading(node, sourceLines) }
        if let look = table["look"], spotlights.contains(.part(.source)), sourceLines == nil {
            throw look.error("this tour's task has no file to look at")
        }
    }
}
