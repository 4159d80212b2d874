import CarModels
import Debugger
import NPIKit
import Scratchpads
import TerminalKit

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
        guard let first = words.first else { return CommandWord.allCases.map(\.rawValue) }
        guard let word = CommandWord.matching(first).first else { return [] }
        if word == .break {
            return BreakpointSpec.completions(after: Array(words.dropFirst()), state.session.vocabulary)
        }
        if word == .force { return Decision.completions(after: Array(words.dropFirst()), in: state.session) }
        if word == .watch || word == .last { return state.session.vocabulary.valueNames + ["stop"] }
        if word == .run, words.count >= 2, let task = TaskCatalog.task(named: words[words.startIndex + 1].lowercased())
        {
            return task.inputCompletions(at: words.count - 2)
        }
        guard words.count == 1 else { return [] }
        let breakpoints = state.session.stopPoints.breakpoints.map { "\($0.id)" }
        switch word {
        case .search: return state.session.library.names.filter { $0 != "ACT" }
        case .set: return state.session.world.changeableNames
        case .delete: return breakpoints + ["all"]
        case .enable, .disable: return breakpoints
        case .goto: return ["start", "end"]
        case .mistakes: return ["on", "off"]
        case .run: return TaskCatalog.all.map(\.name)
        case .theme: return Theme.all.map(\.name)
        default: return []
        }
    }
}

extension String {
    fileprivate func commonPrefix(with other: String) -> String {
        String(zip(self, other).prefix { $0.lowercased() == $1.lowercased() }.map(\.0))
    }
}
