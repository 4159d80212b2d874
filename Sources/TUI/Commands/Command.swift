package import TerminalKit

/// Something that a key or a word of the command line does: one entry of ``CommandTable``.
///
/// An entry says everything about the command: what configuration files call it, its keys and words, how the help and the
/// footer describe it, why it may not be possible now, and what it does.
package struct Command: Sendable {
    /// How the command line knows the command.
    package struct Word: Sendable {
        /// What is typed.
        package let text: String
        /// What else may be typed: gdb's words for the same and their abbreviations. The help shows them.
        package var aliases: [String] = []
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

    /// Its name, its keys and how it is described.
    package let info: CommandInfo
    /// Its word on the command line; nil if it has none.
    package let word: Word?
    /// Why it cannot be carried out now; nil if it can.
    let refusal: @Sendable (AppState) -> KeyText?
    /// Carries it out.
    let perform: @Sendable (inout AppState, Invocation) -> [AppEffect]

    init(
        _ id: CommandID, _ group: CommandInfo.Group, _ keys: [Key], word: Word? = nil, footer: (String, Int)? = nil,
        help: KeyText? = nil, oldNames: [String] = [],
        refusal: @escaping @Sendable (AppState) -> KeyText? = { _ in nil },
        effects perform: @escaping @Sendable (inout AppState, Invocation) -> [AppEffect]
    ) {
        info = CommandInfo(
            id: id, oldNames: oldNames, group: group, keys: keys, word: word?.text, aliases: word?.aliases ?? [],
            wordUsage: word?.usage, footer: footer.map(CommandInfo.FooterLabel.init), help: help)
        self.word = word
        self.refusal = refusal
        self.perform = perform
    }

    /// A command that has nothing to be done outside.
    init(
        _ id: CommandID, _ group: CommandInfo.Group, _ keys: Key..., word: Word? = nil, footer: (String, Int)? = nil,
        help: KeyText? = nil, oldNames: [String] = [],
        refusal: @escaping @Sendable (AppState) -> KeyText? = { _ in nil },
        does perform: @escaping @Sendable (inout AppState, Invocation) -> Void
    ) {
        self.init(
            id, group, keys, word: word, footer: footer, help: help, oldNames: oldNames, refusal: refusal
        ) { state, invocation in
            perform(&state, invocation)
            return []
        }
    }

    /// Its name.
    package var id: CommandID { info.id }
    /// What a wrong use of its word is answered with.
    var usage: KeyText { KeyText(info.usage) }
}

extension Command.Word: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self.init(text: text) }
}

extension Command.Invocation {
    /// What was typed behind the command's word; nil if it was not given on the command line.
    var argument: String? { if case .line(let text) = self { text } else { nil } }
}
