import Scratchpads

extension BreakpointSpec {
    /// The words that may follow `words` in a breakpoint.
    package static func completions(after words: [String], _ vocabulary: SpecVocabulary) -> [String] {
        let lowercased = words.map { $0.lowercased() }
        guard let first = lowercased.first else {
            let file = vocabulary.lines.map { ["\($0.file):"] } ?? []
            return vocabulary.programs + places + file + vocabulary.valueNames
        }
        if lowercased.last == "if" || lowercased.last == "and" || lowercased.last == "or" {
            return vocabulary.valueNames
        }
        if first == "act", !lowercased.contains("if") {
            let actions = vocabulary.actions.map { $0.name.split(separator: " ").map(String.init) }
            let typed = words.dropFirst().map { $0.uppercased() }
            let following = actions.filter { $0.starts(with: typed) }.compactMap { $0.dropFirst(typed.count).first }
            let choices = following.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            return choices + (words.count > 1 ? ["if"] + options : [])
        }
        if (first == "call" || first == "return"), words.count == 1 { return vocabulary.programs }
        return ["if", "and", "or", "in"] + options + vocabulary.valueNames
    }
}
