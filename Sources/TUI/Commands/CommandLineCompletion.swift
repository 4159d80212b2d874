/// What Tab makes of the command line: as much as is certain, and what could follow.
struct CommandLineCompletion {
    /// The line, completed as far as there is no choice.
    let text: String
    /// The choices for its last word; empty when there is one at most.
    let choices: [String]

    init(of line: String, in state: AppState) {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let last = parts.last ?? ""
        let candidates = Self.candidates(after: parts.dropLast(), in: state)
        let matches = candidates.filter { $0.lowercased().hasPrefix(last.lowercased()) }
        guard let first = matches.first else {
            text = line
            choices = []
            return
        }
        let common = matches.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
        // What was typed stays where the candidates differ from it in case only.
        let completed = common.count >= last.count ? common : last
        let isWhole = matches.count == 1
        text = (parts.dropLast() + [isWhole ? completed + " " : completed]).joined(separator: " ")
        choices = isWhole ? [] : matches
    }

    private static func candidates(after words: ArraySlice<String>, in state: AppState) -> [String] {
        guard let first = words.first else { return CommandTable.words }
        guard let word = CommandTable.commands(forWord: first).first?.word else { return [] }
        return word.completions(Array(words.dropFirst()), state)
    }
}

extension String {
    fileprivate func commonPrefix(with other: String) -> String {
        String(zip(self, other).prefix { $0.lowercased() == $1.lowercased() }.map(\.0))
    }
}
