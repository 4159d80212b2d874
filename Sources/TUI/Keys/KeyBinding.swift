package import TerminalKit

/// One entry of the key table: keys, what they do, and how the help and the footer say so.
package struct KeyBinding: Hashable, Sendable {
    /// Where the help overlay lists it.
    package enum Group: String, CaseIterable, Hashable, Sendable {
        case forwards = "Forwards"
        case backwards = "Backwards"
        case jumping = "Jumping"
        case playing = "Playing"
        case stopping = "Stopping"
        case looking = "Looking around"
        case changing = "Changing"
        case program = "The program"
    }

    /// The keys, the one that is shown first.
    package var keys: [Key]
    /// What they do.
    package var command: Command
    /// Where the help overlay lists it.
    package var group: Group
    /// A word for the footer, or nil to leave it out there.
    package var label: String?
    /// A line for the help.
    package var help: String
    /// How the help names the keys, where that is not the list of them.
    package var keyText: String?

    init(
        _ keys: Key..., does command: Command, _ group: Group, label: String? = nil, help: String,
        keyText: String? = nil
    ) {
        self.keys = keys
        self.command = command
        self.group = group
        self.label = label
        self.help = help
        self.keyText = keyText
    }

    /// The keys as the help shows them.
    package var shownKeys: String {
        keyText ?? keys.map(\.name).joined(separator: " ")
    }
}

extension Key {
    /// What a person calls the key: "s", "space", "Ctrl-L", "Tab".
    package var name: String {
        switch self {
        case .character(" "): "space"
        case .character(let character): String(character)
        case .control(let letter): "Ctrl-\(letter.uppercased())"
        case .alt(let character): "Alt-\(character)"
        case .function(let number): "F\(number)"
        case .up: "Up"
        case .down: "Down"
        case .left: "Left"
        case .right: "Right"
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .tab: "Tab"
        case .backTab: "Shift-Tab"
        case .enter: "Enter"
        case .escape: "Esc"
        case .backspace: "Backspace"
        case .delete: "Del"
        case .insert: "Ins"
        }
    }
}
