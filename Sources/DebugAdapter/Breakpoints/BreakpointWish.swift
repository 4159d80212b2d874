/// A breakpoint as a client asks for it.
struct BreakpointWish: Hashable, Sendable {
    /// Where to stop.
    enum Place: Hashable, Sendable {
        /// Before a line of the task's file is carried out.
        case line(Int)
        /// At the calls of a program, or wherever else the words of a breakpoint say.
        case words(String)
        /// At what a filter is about.
        case filter(ExceptionFilter)
        /// Where a value changes.
        case change(String)
        /// Nowhere, since it cannot be understood.
        case nowhere(String)
    }

    var place: Place
    var condition = ""
    var hitCondition = ""
    var logMessage: LogMessage?

    /// A breakpoint at `place` with the options that `json` holds.
    init(_ place: Place, _ json: JSON) {
        self.place = place
        condition = (json["condition"].string ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        hitCondition = json["hitCondition"].string ?? ""
        let message = json["logMessage"].string ?? ""
        if !message.isEmpty { logMessage = LogMessage(message) }
    }

    /// How the debugger reads it.
    ///
    /// - Throws: ``Refusal`` where it cannot be.
    func text() throws(Refusal) -> String {
        var words: [String] = []
        switch place {
        case .line(let number): words.append("\(number)")
        case .words(let text): words.append(text)
        case .filter(.mistake): words.append("mistake")
        case .filter(.lowConfidence): words.append("low-confidence \(condition.isEmpty ? "0.9" : condition)")
        case .change(let text):
            guard condition.isEmpty, hitCondition.isEmpty else {
                throw Refusal("a data breakpoint takes no condition; a function breakpoint such as carry == 1 does")
            }
            return "\(text) stop"
        case .nowhere(let reason): throw Refusal(reason)
        }
        if !condition.isEmpty, place != .filter(.lowConfidence) { words.append("if \(condition)") }
        words.append(try HitCondition.words(hitCondition))
        if logMessage != nil { words.append("log") }
        return words.filter { !$0.isEmpty }.joined(separator: " ")
    }
}
