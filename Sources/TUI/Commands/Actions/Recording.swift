import Debugger
import Scratchpads

extension AppState {
    /// Asks for a file to record to.
    mutating func beginRecordPrompt() {
        guard session.isLive else { return complain("this is a recording already") }
        guard view.recordingName == nil else {
            return complain("recording to \(view.recordingName ?? ""); \(key: .quit) ends it and keeps the file")
        }
        var prompt = Prompt(.record)
        let input = session.problem.input.joined(separator: "-")
        prompt.text = "\(session.problem.task.name)-\(input.prefix(40)).npitrace"
        prompt.cursor = prompt.text.count
        view.prompt = prompt
    }

    /// Asks whether the file at `path`, which is there already, is to be replaced by the recording.
    package mutating func askToOverwrite(_ path: String) {
        view.message = nil
        view.prompt = Prompt(.overwrite(path: path))
    }
}
