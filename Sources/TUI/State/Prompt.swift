import TerminalKit

/// A question at the bottom of the screen.
package struct Prompt: Hashable, Sendable {
    /// What is asked for.
    package enum Kind: Hashable, Sendable {
        /// A command.
        case command
        /// A text to search for, forwards or backwards.
        case search(isForward: Bool)
        /// A step to go to.
        case position
        /// A note for a bookmark at the position.
        case bookmark
        /// What is to happen next in place of what the network would do.
        case force
        /// A value to watch.
        case watch
        /// The answer to a tour's question.
        case answer
        /// A file to record to.
        case record
        /// Whether a file that is there already is to be replaced by a recording: y or n.
        case overwrite(path: String)
        /// Whether a recording is really to have this name: "yes" in full, which is not typed by mistake.
        case unusualName(path: String)
    }

    /// What is asked for.
    package var kind: Kind
    /// What has been typed.
    package var text: String
    /// Where the next character goes: characters before it.
    package var cursor: Int
    /// Whether the text is only suggested: Enter takes it as it is, the keys that go right or to the end take it to be
    /// edited, and the first character that is typed, or a deletion, replaces it.
    var isSuggestion = false
    /// What could stand in the place of the last word, if the user asked.
    package var completions: [String] = []
    /// Which of them stands there now, where Tab was pressed again; nil where the text is the user's.
    package private(set) var choice: Int?
    /// Whether Tab goes through the completions: they are words, and no hints of what a value may be.
    private(set) var canCycle = false
    /// What is wrong where the cursor stands, until the answer is changed.
    package var problem: String?

    /// An answer that begins with `text`.
    package init(_ kind: Kind, _ text: String = "") {
        self.kind = kind
        self.text = text
        cursor = text.count
    }

    /// An answer to be mended: `problem` is what is wrong, in front of the character `cursor`, or at the end.
    init(_ kind: Kind, _ text: String, problem: String, at cursor: Int?) {
        self.init(kind, text)
        self.cursor = min(cursor ?? .max, text.count)
        self.problem = problem
    }
}

extension Prompt {
    /// Puts the next of the completions, or the one before, in the place of the last word.
    mutating func cycle(forward: Bool) {
        guard !completions.isEmpty else { return }
        let next = choice.map { $0 + (forward ? 1 : -1) } ?? (forward ? 0 : completions.count - 1)
        let chosen = (next + completions.count) % completions.count
        choice = chosen
        let start = text.lastIndex(of: " ").map { text.index(after: $0) } ?? text.startIndex
        text = text[..<start] + completions[chosen]
        cursor = text.count
        problem = nil
    }

    /// Shows what could stand in the place of the last word; nothing chosen yet.
    mutating func offer(_ choices: [String]) {
        completions = choices
        canCycle = !choices.isEmpty
        choice = nil
    }

    /// Whether one key answers it.
    var isQuestion: Bool {
        if case .overwrite = kind { true } else { false }
    }

    /// Longer answers are not taken: more than any problem has.
    static let longest = 1 << 18

    /// What is said of them.
    static let tooLong = "this text is too long: a line can have at most \(longest) characters"

    /// Whether the user wiped out the prompt itself: a backspace where nothing is left.
    var isGivenUp: Bool { cursor < 0 }

    mutating func insert(_ addition: String) {
        var characters = isSuggestion ? [] : Array(text)
        if isSuggestion { cursor = 0 }
        isSuggestion = false
        let added = Array(addition.filter { !$0.isNewline })
        guard characters.count + added.count <= Self.longest else {
            return problem = Self.tooLong
        }
        characters.insert(contentsOf: added, at: cursor)
        text = String(characters)
        // A combining character may join its neighbour.
        cursor = min(cursor + added.count, text.count)
        offer([])
        problem = nil
    }

    /// Edits the answer as terminals do. Returns false if the key means nothing here.
    mutating func edit(_ key: Key) -> Bool {
        if isSuggestion { return answerSuggestion(key) }
        var characters = Array(text)
        switch key {
        case .character(":") where problem != nil:
            // Who is told what is wrong, and begins a command as from outside, means another one.
            self = Prompt(kind)
            return true
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
        isSuggestion = false
        text = String(characters)
        cursor = min(cursor, text.count)
        offer([])
        problem = nil
        return true
    }

    /// What a key does to a suggestion. Only a key that goes right or to its end makes it the user's own
    /// text: after any other, what is typed next would be joined to a name that nobody asked for.
    private mutating func answerSuggestion(_ key: Key) -> Bool {
        switch key {
        case .character(let character):
            insert(String(character))
            return true
        case .right, .end, .control("f"), .control("e"):
            cursor = text.count
        case .left, .home, .control("b"), .control("a"):
            return true
        case .backspace, .delete, .control("h"), .control("d"), .control("u"), .control("k"), .control("w"):
            text = ""
            cursor = 0
        default: return false
        }
        isSuggestion = false
        return true
    }
}
