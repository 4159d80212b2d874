package import TerminalKit

/// What keys, the help, the footer and configuration files need to know of a command: its entry in the table without what it
/// does.
package struct CommandInfo: Sendable {
    /// Where the keys of a command act. A list's own keys come before those that all lists share.
    package enum Context: String, CaseIterable, Hashable, Sendable {
        case screen, tour, editing, list, breakpoints, watches, bookmarks, branches, alike, failures
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
        case alike = "In the list of steps like one"
        case failures = "In the list of recordings"

        /// Where the commands of the group act.
        package var context: Context { Context(rawValue: "\(self)") ?? .screen }
    }

    /// How the footer shows the command.
    package struct FooterLabel: Hashable, Sendable {
        /// A word or two.
        package let text: String
        /// How early it stands: the lowest number first.
        package let rank: Int
    }

    /// What configuration files call it. No two commands have the same name.
    package let id: CommandID
    /// What configuration files of earlier versions called it.
    package let oldNames: [String]
    /// Where the help lists it.
    package let group: Group
    /// Its keys unless a person chooses others; the one that is shown first.
    package let keys: [Key]
    /// Its word on the command line; nil if it has none.
    package let word: String?
    /// What else may be typed in its place.
    package let aliases: [String]
    /// What stands behind the word, for messages; nil if nothing does.
    let wordUsage: String?
    /// How the footer shows it; nil to leave it out there.
    let footer: FooterLabel?
    /// A line for the help; nil where the command line alone has the command.
    package let help: KeyText?

    /// What is typed on the command line, such as ":next :n"; empty where nothing can be.
    package var typed: String { ([word].compactMap(\.self) + aliases).map { ":\($0)" }.joined(separator: " ") }

    /// What a wrong use of its word is answered with.
    var usage: String { "usage: \(wordUsage ?? word ?? id.name)" }
}

extension CommandInfo: Hashable {
    package static func == (one: CommandInfo, other: CommandInfo) -> Bool { one.id == other.id }

    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
