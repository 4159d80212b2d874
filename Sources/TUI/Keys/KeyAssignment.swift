package import TerminalKit

/// Which key does what: the keys of the command table, or what a person has made of them.
///
///     var keys = CommandTable.keys
///     keys.assign([.character("j")], to: .step)
///     keys.command(for: .character("j"))   // .step
package struct KeyAssignment: Hashable, Sendable {
    /// All commands, in the order of the help.
    private let infos: [CommandInfo]
    private var keys: [CommandID: [Key]]
    private var commands: [CommandInfo.Context: [Key: CommandID]] = [:]

    /// The keys that the commands have of their own.
    package init(_ infos: [CommandInfo]) {
        self.infos = infos
        keys = Dictionary(uniqueKeysWithValues: infos.map { ($0.id, $0.keys) })
        findCommands()
    }

    private mutating func findCommands() {
        commands = [:]
        for info in infos {
            for key in keys(of: info.id) { commands[info.group.context, default: [:]][key] = info.id }
        }
    }

    /// Lets `keys` and no others carry out `command`. What they did before in the same context they do no more.
    package mutating func assign(_ keys: [Key], to command: CommandID) {
        let context = info(command)?.group.context
        for other in infos where other.group.context == context {
            self.keys[other.id]?.removeAll(where: keys.contains)
        }
        self.keys[command] = keys
        findCommands()
    }

    /// What `key` does in `context`, or nil.
    package func command(for key: Key, in context: CommandInfo.Context = .screen) -> CommandID? {
        commands[context]?[key]
    }

    /// The keys that carry out `command`, the one that is shown first.
    package func keys(of command: CommandID) -> [Key] { keys[command] ?? [] }

    /// What the table says of `command`; nil if it does not have it.
    func info(_ command: CommandID) -> CommandInfo? { infos.first { $0.id == command } }

    /// What carries out `command`, for a message: its first key, or else its word, such as ":undo".
    package func name(of command: CommandID) -> String {
        keys(of: command).first?.name ?? info(command)?.word.map { ":\($0)" } ?? "(no key for \(command.name))"
    }

    /// A hint for the footer; nil where the command has no key.
    func hint(_ command: CommandID, _ label: String) -> KeyHint? {
        keys(of: command).first.map { KeyHint($0.name, label) }
    }

    /// The footer's hints, the most important first; help and quit stand last and are always shown.
    package var hints: [KeyHint] {
        infos.compactMap { info in info.footer.map { (info.id, $0) } }
            .sorted { $0.1.rank < $1.1.rank }
            .compactMap { hint($0, $1.text) }
    }

    /// The help overlay's groups of keys.
    package var help: [KeyHelp] { CommandInfo.Group.allCases.filter { $0.context == .screen }.map(help) }

    /// The help overlay's entries for one group.
    func help(of group: CommandInfo.Group) -> KeyHelp {
        let rows = rows(of: group).filter { !$0.keys.isEmpty || !$0.typed.isEmpty }
        return KeyHelp(
            group.rawValue,
            rows.map { row in
                // Words alone stand where keys do, without their abbreviations.
                let words = row.typed.split(separator: " ").map(String.init)
                let rest = row.keys.isEmpty ? words.dropFirst() : words[...]
                let help = rest.isEmpty ? row.help : "\(row.help) (\(rest.joined(separator: " ")))"
                return KeyHint(row.keys.isEmpty ? words[0] : row.keys, help)
            })
    }

    /// The help overlay's entries for these commands, without those that have no key.
    func help(for commands: [CommandID]) -> [KeyHint] {
        commands.compactMap { command in
            guard let help = info(command)?.help, !keys(of: command).isEmpty else { return nil }
            return KeyHint(keys(of: command).map(\.name).joined(separator: " "), help.text(with: self))
        }
    }

    /// A row of the help: commands that do one thing at different places, such as the tenths of the run, share theirs.
    struct Row {
        var commands: [CommandID]
        var keys: String
        /// What is typed on the command line.
        var typed: String
        var help: String
    }

    /// The rows of one group.
    func rows(of group: CommandInfo.Group) -> [Row] {
        var rows: [Row] = []
        for info in infos where info.group == group {
            guard let help = info.help?.text(with: self) else { continue }
            let names = keys(of: info.id).map(\.name).joined(separator: " ")
            if let last = rows.last, last.help == help, group == .jumping {
                let first = keys(of: last.commands[0]).first?.name
                rows[rows.count - 1].keys = [first, names].compactMap { $0?.isEmpty == true ? nil : $0 }.joined(
                    separator: " ... ")
                rows[rows.count - 1].commands.append(info.id)
            } else {
                rows.append(Row(commands: [info.id], keys: names, typed: info.typed, help: help))
            }
        }
        return rows
    }
}
