package import TerminalKit

/// Something that a key or a word of the command line does: one entry of ``CommandTable``.
///
/// An entry says everything about the command: what configuration files call it, its keys and words, how the help and the
/// footer describe it, why it may not be possible now, and what it does.
package struct Command: Sendable {
    /// Where the keys of a command act. A list's own keys come before those that all lists share.
    package enum Context: String, CaseIterable, Hashable, Sendable {
        case screen, tour, editing, list, breakpoints, watches, bookmarks, branches
    }

    /// Where the help lists it.
    package enum Group: String, CaseIterable, Hashable, Sendable {
        case forwards = "Forwards"
        case backwards = "Backwards"
        case jumping = "Jumping"
        case playing = "Playing"
        case stopping = "Stopping"
        case looking = "Looking around"
        case changing = "Changing"
        case program = "The program"
        case tour = "In a tour"
        case editing = "While a cell is edited"
        case list = "In a list or the help"
        case breakpoints = "In the list of breakpoints"
        case watches = "In the list of watches"
        case bookmarks = "In the list of bookmarks"
        case branches = "In the list of branches"

        /// Where the commands of the group act.
        package var context: Context { Context(rawValue: "\(self)") ?? .screen }
    }

    /// How the footer shows the command.
    struct FooterLabel: Sendable {
        /// A word or two.
        let text: String
        /// How early it stands: the lowest number first.
        let rank: Int
    }

    /// How the command line knows the command.
    package struct Word: Sendable {
        /// What is typed.
        package let text: String
        /// Words from earlier versions, which still work.
        package var oldWords: [String] = []
        /// What stands behind the word, for messages; nil if nothing does.
        var usage: String?
        /// What could come next behind the words typed so far.
        var completions: @Sendable (_ words: [String], _ state: AppState) -> [String] = { _, _ in [] }
    }

    /// How a command was given.
    package enum Invocation {
        /// By this key.
        case key(Key)
        /// On the command line, followed by this text.
        case line(String)
        /// By another command.
        case command
    }

    /// What configuration files call it, such as "step-back". No two commands have the same name.
    package let name: String
    /// What configuration files of earlier versions called it.
    package let oldNames: [String]
    /// Where the help lists it.
    package let group: Group
    /// Its keys unless a person chooses others; the one that is shown first.
    package let keys: [Key]
    /// Its word on the command line; nil if it has none.
    package let word: Word?
    /// How the footer shows it; nil to leave it out there.
    let footer: FooterLabel?
    /// A line for the help; nil where the command line alone has the command.
    package let help: KeyText?
    /// Why it cannot be carried out now; nil if it can.
    let refusal: @Sendable (AppState) -> KeyText?
    /// Carries it out.
    let perform: @Sendable (inout AppState, Invocation) -> [AppEffect]

    init(
        _ name: String, _ group: Group, _ keys: [Key], word: Word? = nil, footer: (String, Int)? = nil,
        help: KeyText? = nil, oldNames: [String] = [],
        refusal: @escaping @Sendable (AppState) -> KeyText? = { _ in nil },
        effects perform: @escaping @Sendable (inout AppState, Invocation) -> [AppEffect]
    ) {
        self.name = name
        self.oldNames = oldNames
        self.group = group
        self.keys = keys
        self.word = word
        self.footer = footer.map(FooterLabel.init)
        self.help = help
        self.refusal = refusal
        self.perform = perform
    }

    /// A command that has nothing to be done outside.
    init(
        _ name: String, _ group: Group, _ keys: Key..., word: Word? = nil, footer: (String, Int)? = nil,
        help: KeyText? = nil, oldNames: [String] = [],
        refusal: @escaping @Sendable (AppState) -> KeyText? = { _ in nil },
        does perform: @escaping @Sendable (inout AppState, Invocation) -> Void
    ) {
        self.init(
            name, group, keys, word: word, footer: footer, help: help, oldNames: oldNames, refusal: refusal
        ) { state, invocation in
            perform(&state, invocation)
            return []
        }
    }

    /// What a wrong use of its word is answered with.
    var usage: KeyText { "usage: \(word?.usage ?? word?.text ?? name)" }
}

extension Command: Hashable {
    package static func == (one: Command, other: Command) -> Bool { one.name == other.name }

    package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension Command.Word: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self.init(text: text) }
}

extension Command.Invocation {
    /// What was typed behind the command's word; nil if it was not given on the command line.
    var argument: String? { if case .line(let text) = self { text } else { nil } }
}
