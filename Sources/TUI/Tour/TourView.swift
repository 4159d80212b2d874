package import Tours

/// What the screen shows of a tour.
package struct TourView: Hashable, Sendable {
    /// The tour's title.
    package var title: String
    /// The present stop, from 1.
    package var number: Int
    /// How many there are.
    package var count: Int
    /// What is told, a paragraph each.
    package var text: [String] = []
    /// What is asked.
    package var question: TourQuestion?
    /// What became of that.
    package var answer: TourAnswer?
    /// What stands out.
    package var spotlights: Set<Spotlight> = []
    /// The lines of the task's text that stand out, from 1.
    package var lines: ClosedRange<Int>?
    /// The programs' names, which are written as everywhere.
    package var programs: Set<String> = []
    /// Which page of the panel is shown, if it has several.
    package var page = 0
    /// Whether there are pages after it.
    package var hasMore = false
    /// How many lines the longest stop has on panels of this width; all panels of a tour are as high.
    package var wishedRows = 0
    /// Whether the viewer has gone from the stop, or has changed the run.
    package var isAway = false

    /// A stop without a text.
    package init(title: String, number: Int, count: Int) {
        self.title = title
        self.number = number
        self.count = count
    }

    /// Whether the question waits for an answer.
    var isAsking: Bool { question != nil && answer?.isDone != true }
}
