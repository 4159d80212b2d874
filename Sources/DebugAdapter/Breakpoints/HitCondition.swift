import Support

/// Which of a breakpoint's matches stop the run, as clients let people write it, in the debugger's own words: "3" or "== 3" is
/// "hit 3", "> 3" is "after 3", ">= 3" is "after 2", and "% 3" is "every 3", all of which may be written as well.
enum HitCondition {
    /// The words for `text`; empty where all matches stop the run.
    ///
    /// - Throws: ``Refusal`` where it says nothing.
    static func words(_ text: String) throws(Refusal) -> String {
        let text = text.trimming(where: \.isWhitespace)
        guard !text.isEmpty else { return "" }
        let sign = text.prefix { !$0.isNumber }.filter { !$0.isWhitespace }.lowercased()
        guard let number = Int(text.drop { !$0.isNumber }), number > 0 else {
            throw Refusal("\(text.quotedShort) counts no hits; write 3, > 3, >= 3 or % 3")
        }
        switch sign {
        case "", "=", "==", "===", "hit": return "hit \(number)"
        case ">", "after": return "after \(number)"
        case ">=": return number == 1 ? "" : "after \(number - 1)"
        case "%", "every": return "every \(number)"
        default: throw Refusal("\(text.quotedShort) counts no hits; write 3, > 3, >= 3 or % 3")
        }
    }
}
