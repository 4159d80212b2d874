import Scratchpads
import Support
import TerminalKit

extension AppState {
    /// Carries out a command, or says why that is not possible.
    package mutating func perform(_ id: CommandID, _ invocation: Command.Invocation = .command) -> [AppEffect] {
        guard let command = CommandTable.command(id) else { return [] }
        if let reason = command.refusal(self) {
            complain(reason)
            return []
        }
        return command.perform(&self, invocation)
    }

    /// Carries out a line of the command line.
    mutating func execute(_ line: String) -> [AppEffect] {
        let parts = line.split(separator: " ", maxSplits: 1)
        guard let first = parts.first.map(String.init) else { return [] }
        let rest = parts.count > 1 ? String(parts[1]).trimming(" ") : ""
        if Int(first) != nil, rest.isEmpty {
            goTo(first)
            return []
        }
        if let task = TaskCatalog.task(named: first.lowercased()), isProblem(of: task, rest, named: first) {
            runAnother(line)
            return []
        }
        // Words do without case, but a capital that stands alone is the key.
        if rest.isEmpty, first.count == 1, let letter = first.first, letter.isUppercase,
            let id = view.keys.command(for: .character(letter))
        {
            return perform(id)
        }
        let commands = CommandTable.commands(forWord: first)
        guard let command = commands.first else {
            let near = first.lowercased().nearest(in: CommandTable.words).map { "did you mean \($0)? " } ?? ""
            let advice =
                Self.otherWays[first.lowercased()] ?? adviceOnKey(first) ?? Self.adviceOnCount(first)
                ?? "there is no command \(first); \(near)Tab shows them all"
            view.prompt = Prompt(.command, line, problem: advice, at: first.count)
            return []
        }
        guard commands.count == 1 else {
            let words = commands.compactMap { $0.word?.text }.joined(separator: ", ")
            view.prompt = Prompt(.command, line, problem: "\(first) could be \(words)", at: first.count)
            return []
        }
        return perform(command.id, .line(rest))
    }

    /// What a letter that is a key is called as a command.
    private func adviceOnKey(_ text: String) -> String? {
        guard text.count == 1, let letter = text.first, let id = view.keys.command(for: .character(letter)),
            let word = view.keys.info(id)?.word
        else { return nil }
        return "the key \(letter) is called \(word) here"
    }

    /// What is meant by a count before a key, such as 5s.
    private static func adviceOnCount(_ text: String) -> String? {
        let count = text.prefix(while: \.isNumber)
        guard !count.isEmpty, text.count == count.count + 1, text.last?.isLetter == true else { return nil }
        return "a count stands behind the word: step \(count), back \(count)"
    }

    /// Commands of other debuggers that are said in another way here.
    private static let otherWays = [
        "condition": "a condition stands behind the place: break CARRY if inp1 == 9",
        "ignore": "how many are passed over stands behind the place: break CARRY after 3",
        "frame": "up and down choose a frame, and info frame tells of it",
        "start": "0 goes to the start of the run; another runs another problem",
        "jump": "goto N shows another step; force changes what happens next",
    ]

    /// Whether a line that begins with a task's name is a problem of it: where a command has the same name, only what can be its input.
    private func isProblem(of task: TaskDefinition, _ input: String, named name: String) -> Bool {
        guard CommandTable.words.contains(name.lowercased()) else { return true }
        return (try? Problem(task: task, input: input.split(separator: " ").map(String.init))) != nil
    }

    /// Opens the command line again on what is wrong, with the cursor where it is: in that column of `text`, or behind it.
    mutating func askAgain(_ command: CommandID, _ text: String, _ problem: String, column: Int? = nil) {
        let word = view.keys.info(command)?.word ?? ""
        view.prompt = Prompt(.command, "\(word) \(text)", problem: problem, at: column.map { word.count + $0 })
    }
}
