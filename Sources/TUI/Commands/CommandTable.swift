/// The one table of commands: the key handler, the command line, the help, the footer, configuration files and
/// `Documentation/Keys.md` are made of it.
package enum CommandTable {
    /// Every command, in the order of the help.
    package static let all: [Command] = [
        Command.moving, Command.jumping, Command.playing, Command.stopping, Command.looking, Command.changing,
        Command.comparing, Command.program, Command.touring, Command.editing, Command.listing,
    ].flatMap(\.self)

    /// The command that a configuration file calls `name`.
    package static func command(named name: String) -> Command? {
        byID[CommandID(stringLiteral: name)] ?? all.first { $0.info.oldNames.contains(name) }
    }

    private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

    /// The command of this name.
    static func command(_ id: CommandID) -> Command? { byID[id] }

    /// The keys of the table, until a person chooses others.
    package static let keys = KeyAssignment(all.map(\.info))

    /// Every command that keys can be given to.
    package static let withKeys = all.filter { $0.info.help != nil }

    /// The commands that `word` may stand for on the command line: the one that it names, or all that begin with it.
    package static func commands(forWord word: String) -> [Command] {
        let word = word.lowercased()
        let exact = all.first { command in
            guard let own = command.word else { return false }
            return own.text.lowercased() == word || (own.aliases + own.oldWords).contains(word)
        }
        return exact.map { [$0] } ?? all.filter { $0.word?.text.hasPrefix(word) ?? false }
    }

    /// The words of the command line.
    static let words = all.compactMap { $0.word?.text }

    /// The keys as a table in Markdown: the text of `Documentation/Keys.md`.
    package static var markdown: String {
        var lines = [
            "# Keys", "",
            "Made from the command table of the program; `?` shows the same. What the second column says is typed on the command line, which `:` opens; the beginning of a word will do as well. A configuration file calls commands by the last column.",
            "",
        ]
        for group in CommandInfo.Group.allCases {
            lines += ["## \(group.rawValue)", "", "| key | typed | what it does | command |", "|---|---|---|---|"]
            lines += Self.keys.rows(of: group).map { row in
                let keys = row.keys.split(separator: " ").map { "`\($0)`" }.joined(separator: " ")
                let names = row.commands.map { "`\($0.name)`" }
                let shown = names.count > 2 ? "\(names[0]) ... \(names[names.count - 1])" : names.joined(separator: " ")
                let typed = row.typed.split(separator: " ").map { "`\($0)`" }.joined(separator: " ")
                return "| \(keys) | \(typed) | \(row.help) | \(shown) |"
            }
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }
}
