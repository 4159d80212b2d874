public import Tours

/// What the screen shows of a tour.
public struct TourView: Hashable, Sendable {
    /// The tour's title.
    public var title: String
    /// The present stop, from 1.
    public var number: Int
    /// How many there are.
    public var count: Int
    /// What is told, a paragraph each.
    public var text: [String] = []
    /// What is asked.
    public var question: TourQuestion?
    /// What became of that.
    public var answer: TourAnswer?
    /// What stands out.
    public var spotlights: Set<Spotlight> = []
    /// The programs' names, which are written as everywhere.
    public var programs: Set<String> = []
    /// Which page of the panel is shown, if it has several.
    public var page = 0
    /// Whether there are pages after it.
    public var hasMore = false
    /// How many lines the longest stop has on panels of this width; all panels of a tour are as high.
    public var wishedRows = 0
    /// Whether the viewer has gone from the stop, or has changed the run.
    public var isAway = false

    /// A stop without a text.
    public init(title: String, number: Int, count: Int) {
        self.title = title
        self.number = number
        self.count = count
    }

    /// Whether the question waits for an answer.
    var isAsking: Bool { question != nil && answer?.isDone != true }
}
