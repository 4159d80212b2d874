import Debugger
import NPIKit
import Scratchpads
import Support
package import TerminalKit

/// The screen that `npi` opens with: what there is to look at, what has been typed, and what is chosen. A value;
/// ``update(_:)`` changes it, ``PickerScreen`` draws it.
///
/// What is typed narrows the list; behind a task's name it is the task's input: `add 12 34`. Until something is typed, `j`, `k`,
/// `?` and `q` are keys; behind a `/` they are text too.
package struct PickerState: Hashable, Sendable {
    /// Everything that there is, more tasks behind the others.
    package let entries: [PickerEntry]
    /// What has been typed.
    package private(set) var typed = ""
    /// Whether a slash has begun a search, in which every character is text.
    package private(set) var isSearching = false
    /// The entries that go with what was typed: those that begin with it, or else those that hold it somewhere. Behind a
    /// task's name it is the problem that was typed.
    package private(set) var shown: [PickerEntry]
    /// The chosen line, from the first of ``shown``.
    package var selected: Int { list.selected }
    /// What is to be said, until the next key.
    package private(set) var message: Message?

    /// Tasks that a single line stands for until it is chosen. What is typed is looked for among them, too.
    private let folded: [PickerEntry]
    private var isUnfolded = false
    private var list = ListState()
    private var size = Size(80, 24)

    /// What the user has decided.
    package enum Decision: Hashable, Sendable {
        /// Open this.
        case open(PickerChoice)
        /// Leave.
        case quit
    }

    /// Offers `entries`, those of one section next to each other, and behind the tasks among them more tasks.
    ///
    /// - Parameter choice: What is chosen at first, if it is still there.
    package init(_ entries: [PickerEntry], more: [PickerEntry] = [], choosing choice: PickerChoice? = nil) {
        let start = entries.firstIndex { $0.task == nil } ?? entries.endIndex
        self.entries = entries[..<start] + more + entries[start...]
        folded = more
        isUnfolded = more.contains { $0.choice == choice }
        shown = []
        shown = listed
        if let choice, let index = shown.firstIndex(where: { $0.choice == choice }) {
            list = ListState(selected: index)
        }
    }

    /// What is shown while nothing is typed.
    private var listed: [PickerEntry] {
        guard !isUnfolded, let first = folded.first, let start = entries.firstIndex(of: first) else { return entries }
        return entries[..<start] + [PickerEntry(folding: folded)] + entries[(start + folded.count)...]
    }

    /// What goes with what was typed. Found when that changes: a problem may have to read a file.
    private var matching: [PickerEntry] {
        let wanted = words.first.map(String.init)?.lowercased() ?? ""
        guard !wanted.isEmpty else { return listed }
        if words.count > 1 || typed.hasSuffix(" ") {
            let tasks = entries.filter { $0.task?.name == wanted }
            if words.count > 1, let task = tasks.first?.task {
                return [PickerEntry(task, input: words.dropFirst().map(String.init))]
            }
            if !tasks.isEmpty { return tasks }
        }
        let problems = problemsOfNumbers
        if !problems.isEmpty { return problems }
        let whole = typed.trimming(" ").lowercased()
        let beginning = entries.filter { $0.name.lowercased().hasPrefix(whole) }
        return beginning.isEmpty ? entries.filter { $0.name.lowercased().contains(whole) } : beginning
    }

    /// What Enter would open; nil where nothing goes with what was typed.
    package var choice: PickerChoice? { chosen?.choice }

    /// Whether nothing is typed or looked for, so that letters are keys.
    var isIdle: Bool { typed.isEmpty && !isSearching }

    /// Whether Enter would list the tasks that a line stands for.
    var unfolds: Bool { chosen.map { $0.choice == nil } ?? false }

    private var chosen: PickerEntry? { shown.indices.contains(selected) ? shown[selected] : nil }

    /// What can be done with numbers that stand there alone.
    private var problemsOfNumbers: [PickerEntry] {
        let numbers = words.map(String.init)
        guard numbers.count > 1, numbers.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }) else { return [] }
        return entries.compactMap(\.task).map { PickerEntry($0, input: numbers) }.filter { $0.refusal == nil }
    }

    private var words: [Substring] { typed.split(separator: " ") }

    /// What an input event changes, and what the user has decided by it.
    package mutating func update(_ event: InputEvent) -> Decision? {
        switch event {
        case .key(let key):
            let wasOpen = message != nil
            message = nil
            // It closes the box that explains, and leaves the list behind it.
            if wasOpen, key == .escape { return nil }
            return press(key)
        case .paste(let text): type(text.split(whereSeparator: \.isNewline).joined(separator: " "))
        case .mouse(let mouse): return handle(mouse)
        case .resize(let size): self.size = size
        case .interrupted, .closed: return .quit
        case .resumed: break
        }
        return nil
    }

    private mutating func press(_ key: Key) -> Decision? {
        switch key {
        case .character("q") where isIdle: return .quit
        case .character("?") where isIdle: message = Message(Self.help)
        case .character("j") where isIdle: move(by: 1)
        case .character("k") where isIdle: move(by: -1)
        case .character("/") where isIdle: isSearching = true
        case .escape where isIdle: return .quit
        case .escape, .control("u"):
            isSearching = false
            retype("")
        case .backspace where typed.isEmpty, .control("h") where typed.isEmpty: isSearching = false
        case .character(let character): type(String(character))
        case .backspace, .control("h"): retype(String(typed.dropLast()))
        case .enter: return open()
        case .up, .backTab, .control("p"): move(by: -1)
        case .down, .tab, .control("n"): move(by: 1)
        case .pageUp: move(by: -max(size.height - 6, 1))
        case .pageDown: move(by: max(size.height - 6, 1))
        case .home: list = ListState()
        case .end: move(by: shown.count)
        default: break
        }
        return nil
    }

    private static let help =
        "Enter opens what is chosen; j and k, or the arrows, choose; / searches; or type a task with an input of your own, such as add 58 67"

    private mutating func handle(_ mouse: MouseEvent) -> Decision? {
        switch mouse.action {
        case .wheelUp: move(by: -1)
        case .wheelDown: move(by: 1)
        case .press(.left):
            guard let row = PickerScreen.entry(at: mouse.position, self, on: size) else { break }
            if row == selected { return open() }
            list = ListState(selected: row)
        default: break
        }
        return nil
    }

    private mutating func open() -> Decision? {
        guard let chosen else {
            message = Message(
                typed.hasPrefix("npi ")
                    ? "type here what stands behind npi run, without options, such as add 58 67; Ctrl-C leaves to the shell"
                    : "nothing here is called \(typed); Esc clears it", isError: true)
            return nil
        }
        if typed.contains(" --") {
            message = Message(
                "options are for the shell: leave with Ctrl-C and type npi run \(typed)", isError: true)
            return nil
        }
        if let refusal = chosen.refusal {
            message = Message(refusal, isError: true)
            return nil
        }
        guard let choice = chosen.choice else {
            isUnfolded = true
            shown = listed
            return nil
        }
        return .open(choice)
    }

    private mutating func move(by offset: Int) {
        list.move(by: offset, of: shown.count)
    }

    private mutating func type(_ text: String) {
        let longer = typed + text.filter { !$0.isNewline }
        guard longer.utf8.count <= Prompt.longest else {
            return message = Message(Prompt.tooLong, isError: true)
        }
        retype(longer)
    }

    private mutating func retype(_ text: String) {
        typed = text
        shown = matching
        list = ListState()
    }
}
