/// Where on a run a stop is.
enum TourGoal: Hashable, Sendable {
    /// Where the stop before is.
    case here
    /// At the first step.
    case start
    /// Where the run ends.
    case end
    /// Where a breakpoint of this text stops next.
    case breakpoint(String)
    /// Where these motions lead.
    case motions([TourMotion])

    /// What stands behind "at".
    init(at text: String) {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        switch words.lowercased() {
        case "start": self = .start
        case "end": self = .end
        default: self = .breakpoint(text)
        }
    }
}
