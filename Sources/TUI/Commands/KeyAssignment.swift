package import TerminalKit

/// Which key does what: the keys of the command table, or what a person has made of them.
///
///     var keys = KeyAssignment.standard
///     keys.assign([.character("j")], to: .step)
///     keys.command(for: .character("j"))   // .step
package struct KeyAssignment: Hashable, Sendable {
    private var keys: [Command: [Key]]
    private var commands: [Command.Context: [Key: Command]]

    /// The keys of the table.
    package static let standard = KeyAssignment(
        Dictionary(uniqueKeysWithValues: CommandTable.all.map { ($0, $0.keys) }))

    private init(_ keys: [Command: [Key]]) {
        self.keys = keys
        commands = [:]
        for (command, keys) in keys {
            for key in keys { commands[command.group.context, default: [:]][key] = command }
        }
    }

    /// Lets `keys` and no others carry out `command`. What they did before in the same context they do no more.
    package mutating func assign(_ keys: [Key], to command: Command) {
        for other in CommandTable.all where other.group.context == command.group.context {
            self.keys[other]?.removeAll(where: keys.contains)
        }
        self.keys[command] = keys
        self = KeyAssignment(self.keys)
    }

    /// What `key` does in `context`, or nil.
    package func command(for key: Key, in context: Command.Context = .screen) -> Command? { commands[context]?[key] }

    /// The keys that carry out `command`, the one that is shown first.
    package func keys(of command: Command) -> [Key] { keys[command] ?? [] }

    /// What carries out `command`, for a message: its first key, or else its word, such as ":undo".
    package func name(of command: Command) -> String {
        keys(of: command).first?.name ?? command.word.map { ":\($0.text)" } ?? "(no key for \(command.name))"
    }

    /// A hint for the footer; nil where the command has no key.
    func hint(_ command: Command, _ label: String) -> KeyHint? {
        keys(of: command).first.map { KeyHint($0.name, label) }
    }

    /// The footer's hints, the most important first; help and quit stand last and are always shown.
    package var hints: [KeyHint] {
        CommandTable.all.compactMap { command in command.footer.map { (command, $0) } }
            .sorted { $0.1.rank < $1.1.rank }
            .compactMap { hint($0, $1.text) }
    }

    /// The help overlay's groups of keys.
    package var help: [KeyHelp] { Command.Group.allCases.filter { $0.context == .screen }.map(help) }

    /// The help overlay's entries for one group.
    func help(of group: Command.Group) -> KeyHelp {
        KeyHelp(group.rawValue, rows(of: group).filter { !$0.keys.isEmpty }.map { KeyHint($0.keys, $0.help) })
    }

    /// A row of the help: commands that do one thing at different places, such as the tenths of the run, share theirs.
    struct Row {
        var commands: [Command]
        var keys: String
        var help: String
    }

    /// The rows of one group.
    func rows(of group: Command.Group) -> [Row] {
        var rows: [Row] = []
        for command in CommandTable.all where command.group == group {
            guard let help = command.help?.text(with: self) else { continue }
            let names = keys(of: command).map(\.name).joined(separator: " ")
            if let last = rows.last, last.help == help, command.group == .jumping {
                let first = keys(of: last.commands[0]).first?.name
                rows[rows.count - 1].keys = [first, names].compactMap { $0?.isEmpty == true ? nil : $0 }.joined(
                    separator: " ... ")
                rows[rows.count - 1].commands.append(command)
            } else {
                rows.append(Row(commands: [command], keys: names, help: help))
            }
        }
        return rows
    }
}
