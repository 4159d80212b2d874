import Debugger
import Scratchpads
import Support
import TerminalKit

extension AppState {
    mutating func pressInPrompt(_ key: Key) -> [AppEffect] {
        guard var prompt = view.prompt else { return [] }
        if prompt.isQuestion { return confirm(prompt.kind, key) }
        switch key {
        case .escape, .control("c"), .control("g"):
            closePrompt()
            return []
        case .enter:
            closePrompt()
            return answer(prompt)
        case .tab, .backTab:
            prompt.canCycle ? prompt.cycle(forward: key == .tab) : complete(&prompt)
        case .up: recall(&prompt, older: true)
        case .down: recall(&prompt, older: false)
        default:
            guard prompt.edit(key) else { return [] }
            if prompt.isGivenUp {
                closePrompt()
                return []
            }
        }
        view.prompt = prompt
        return []
    }

    /// Whether characters that come together belong together: in an answer.
    var takesText: Bool { view.prompt != nil }

    mutating func paste(_ text: String) -> [AppEffect] {
        // Only into a prompt: pasted text is no series of commands.
        guard var prompt = view.prompt else {
            say("pasted text goes into the command line only; \(key: .commandLine) opens it")
            return []
        }
        // Several characters at once are no answer to a question, even where one of them is a y.
        if prompt.isQuestion { return confirm(prompt.kind, .escape) }
        prompt.insert(text.split(whereSeparator: \.isNewline).joined(separator: " "))
        view.prompt = prompt
        return []
    }

    private mutating func closePrompt() {
        view.prompt = nil
        history.leave()
    }

    private mutating func answer(_ prompt: Prompt) -> [AppEffect] {
        switch prompt.kind {
        case .position: goTo(prompt.text)
        case .search(let isForward):
            beginSearch(
                prompt.text.isEmpty ? view.search.text : prompt.text, isForward ? .forward : .backward)
        case .record:
            // Nobody means a name with blanks who has forgotten the colon before a command: "record x" asks here.
            return record(to: prompt.text, isUnusual: prompt.text.trimming(" ").contains(" "))
        case .force:
            let text = prompt.text.trimming(" ")
            if !text.isEmpty { force(text, asked: .force, prefix: "") }
        case .bookmark: setBookmark(prompt.text.trimming(" "))
        case .watch:
            let text = prompt.text.trimming(" ")
            if !text.isEmpty { addWatch(text, asked: .watch, prefix: "") }
        case .answer: answerTour(prompt.text.trimming(" "))
        case .unusualName(let path):
            if prompt.text.trimming(" ").lowercased() == "yes" { return [.record(path, overwriting: false)] }
            say("nothing is recorded")
        case .overwrite: break
        case .command:
            let text = prompt.text.trimming(" ")
            guard !text.isEmpty else { break }
            history.add(text)
            return execute(text)
        }
        return []
    }

    private func complete(_ prompt: inout Prompt) {
        // A value is completed as behind the command that asks for one.
        let command = prompt.kind == .watch ? "watch " : prompt.kind == .force ? "force " : ""
        guard prompt.kind == .command || !command.isEmpty else { return }
        let completion = CommandLineCompletion(of: command + prompt.text, in: self)
        prompt.text = String(completion.text.dropFirst(command.count))
        prompt.cursor = prompt.text.count
        prompt.offer(completion.choices)
        prompt.problem = nil
    }

    private mutating func recall(_ prompt: inout Prompt, older: Bool) {
        guard prompt.kind == .command, let line = history.recall(older: older) else { return }
        prompt = Prompt(.command, line)
    }

    private mutating func confirm(_ question: Prompt.Kind, _ key: Key) -> [AppEffect] {
        closePrompt()
        let isConfirmed = key == .character("y") || key == .character("Y")
        guard case .overwrite(let path) = question else { return [] }
        if isConfirmed { return [.record(path, overwriting: true)] }
        say("\(path) stays as it is; nothing is recorded")
        return []
    }
}
