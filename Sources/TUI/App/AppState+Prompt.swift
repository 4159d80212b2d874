import Debugger
import Scratchpads
import TerminalKit

extension AppState {
    mutating func pressInPrompt(_ key: Key) -> [AppEffect] {
        guard var prompt = view.prompt else { return [] }
        if case .overwrite(let path) = prompt.kind { return confirmOverwriting(path, key) }
        switch key {
        case .escape, .control("c"), .control("g"):
            closePrompt()
            return []
        case .enter:
            closePrompt()
            return answer(prompt)
        case .tab: complete(&prompt)
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

    mutating func paste(_ text: String) -> [AppEffect] {
        // Only into a prompt: pasted text is no series of commands.
        guard var prompt = view.prompt, !prompt.isQuestion else {
            say("pasted text goes into the command line only; \(key: .commandLine) opens it")
            return []
        }
        prompt.insert(text.split(whereSeparator: \.isNewline).joined(separator: " "))
        view.prompt = prompt
        return []
    }

    private mutating func closePrompt() {
        view.prompt = nil
        historyPlace = nil
    }

    private mutating func answer(_ prompt: Prompt) -> [AppEffect] {
        switch prompt.kind {
        case .position: goTo(prompt.text)
        case .search(let isForward):
            beginSearch(
                prompt.text.isEmpty ? view.searchText : prompt.text, isForward ? .forward : .backward)
        case .record:
            let path = prompt.text.trimming(" ")
            if !path.isEmpty { return [.record(path, overwriting: false)] }
        case .force:
            let text = prompt.text.trimming(" ")
            if !text.isEmpty { force(text, asked: .force, prefix: "") }
        case .bookmark: setBookmark(prompt.text.trimming(" "))
        case .watch:
            let text = prompt.text.trimming(" ")
            if !text.isEmpty { addWatch(text, asked: .watch, prefix: "") }
        case .answer: answerTour(prompt.text.trimming(" "))
        case .overwrite: break
        case .command:
            let text = prompt.text.trimming(" ")
            guard !text.isEmpty else { break }
            if commandHistory.last != text { commandHistory.append(text) }
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
        prompt.completions = completion.choices
        prompt.problem = nil
    }

    private mutating func recall(_ prompt: inout Prompt, older: Bool) {
        guard prompt.kind == .command, !commandHistory.isEmpty else { return }
        let place = (historyPlace ?? commandHistory.count) + (older ? -1 : 1)
        guard place >= 0 else { return }
        historyPlace = min(place, commandHistory.count)
        prompt.text = place < commandHistory.count ? commandHistory[place] : ""
        prompt.cursor = prompt.text.count
        prompt.completions = []
        prompt.problem = nil
    }

    /// Asks whether the file at `path`, which is there already, is to be replaced by the recording.
    package mutating func askToOverwrite(_ path: String) {
        view.message = nil
        view.prompt = Prompt(.overwrite(path: path))
    }

    private mutating func confirmOverwriting(_ path: String, _ key: Key) -> [AppEffect] {
        closePrompt()
        if key == .character("y") || key == .character("Y") { return [.record(path, overwriting: true)] }
        say("\(path) stays as it is; nothing is recorded")
        return []
    }

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
}

extension Prompt {
    /// Whether one key answers it.
    var isQuestion: Bool { if case .overwrite = kind { true } else { false } }

    /// Longer answers are not taken: more than any problem has.
    static let longest = 1 << 18

    /// What is said of them.
    static let tooLong = "this text is too long: a line can have at most \(longest) characters"

    /// Whether the user wiped out the prompt itself: a backspace where nothing is left.
    var isGivenUp: Bool { cursor < 0 }

    mutating func insert(_ addition: String) {
        var characters = Array(text)
        let added = Array(addition.filter { !$0.isNewline })
        guard characters.count + added.count <= Self.longest else {
            return problem = Self.tooLong
        }
        characters.insert(contentsOf: added, at: cursor)
        text = String(characters)
        // A combining character may join its neighbour.
        cursor = min(cursor + added.count, text.count)
        completions = []
        problem = nil
    }

    /// Edits the answer as terminals do. Returns false if the key means nothing here.
    mutating func edit(_ key: Key) -> Bool {
        var characters = Array(text)
        switch key {
        case .character(let character):
            insert(String(character))
            return true
        case .left, .control("b"): cursor = max(cursor - 1, 0)
        case .right, .control("f"): cursor = min(cursor + 1, characters.count)
        case .home, .control("a"): cursor = 0
        case .end, .control("e"): cursor = characters.count
        case .backspace, .control("h"):
            guard !characters.isEmpty else {
                cursor = -1
                return true
            }
            guard cursor > 0 else { return true }
            characters.remove(at: cursor - 1)
            cursor -= 1
        case .delete, .control("d"):
            if cursor < characters.count { characters.remove(at: cursor) }
        case .control("u"):
            // What was wrong goes whole: its cursor was set where the mistake is.
            characters.removeSubrange(..<(problem == nil ? cursor : characters.count))
            cursor = 0
        case .control("k"): characters.removeSubrange(cursor...)
        case .control("w"):
            var start = cursor
            while start > 0, characters[start - 1] == " " { start -= 1 }
            while start > 0, characters[start - 1] != " " { start -= 1 }
            characters.removeSubrange(start..<cursor)
            cursor = start
        default: return false
        }
        text = String(characters)
        cursor = min(cursor, text.count)
        completions = []
        problem = nil
        return true
    }
}
