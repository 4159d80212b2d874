import Debugger
import Scratchpads
import Support

extension AppState {
    /// Asks for a file to record to.
    mutating func beginRecordPrompt() {
        guard session.isLive else { return complain("this is a recording already") }
        guard view.recordingName == nil else {
            return complain("recording to \(view.recordingName ?? ""); \(key: .quit) ends it and keeps the file")
        }
        var prompt = Prompt(.record)
        // A car's file may have folders before its name, and blanks in it.
        let input = session.problem.input.joined(separator: "-").map { $0 == "/" || $0.isWhitespace ? "-" : $0 }
        prompt.text = "\(session.problem.task.name)-\(String(input.prefix(40))).npitrace"
        prompt.cursor = 0
        prompt.isSuggestion = true
        view.prompt = prompt
    }

    /// Records to what was typed, after a question about names that do not look like a recording's.
    mutating func record(to text: String, isUnusual: Bool = false) -> [AppEffect] {
        let path = expandingTilde(text.trimming(" "))
        guard !path.isEmpty else { return [] }
        guard !isUnusual, path.hasSuffix(".npitrace"), path != ".npitrace", !path.hasSuffix("/.npitrace") else {
            view.prompt = Prompt(.unusualName(path: path))
            return []
        }
        return [.record(path, overwriting: false)]
    }

    /// Asks whether the file at `path`, which is there already, is to be replaced by the recording.
    package mutating func askToOverwrite(_ path: String) {
        view.message = nil
        view.prompt = Prompt(.overwrite(path: path))
    }
}
