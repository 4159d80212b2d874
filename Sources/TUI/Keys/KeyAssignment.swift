package import TerminalKit

/// Which key does what: the key table, or what a person has made of it.
///
///     var keys = KeyAssignment.standard
///     keys.assign([.character("j")], to: .step)
///     keys.command(for: .character("j"))   // .step
package struct KeyAssignment: Hashable, Sendable {
    /// Every binding, in the order of the help. One whose keys were all taken away has none.
    package private(set) var bindings: [KeyBinding]

    private var commands: [Key: Command]

    /// The keys of the table.
    package static let standard = KeyAssignment(KeyTable.bindings)

    init(_ bindings: [KeyBinding]) {
        self.bindings = bindings
        commands = [:]
        for binding in bindings {
            for key in binding.keys { commands[key] = binding.command }
        }
    }

    /// Lets `keys` and no others carry out `command`. What they did before they do no more.
    package mutating func assign(_ keys: [Key], to command: Command) {
        for index in bindings.indices {
            bindings[index].keys.removeAll(where: keys.contains)
            if bindings[index].command == command {
                bindings[index].keys = keys
                bindings[index].keyText = nil
            }
        }
        self = KeyAssignment(bindings)
    }

    /// What `key` does, or nil. Digits go to tenths of the run where they are given nothing else to do.
    package func command(for key: Key) -> Command? {
        if let command = commands[key] { return command }
        guard case .character(let character) = key, let digit = character.wholeNumberValue, character.isASCII else {
            return nil
        }
        return .tenth(digit)
    }

    /// The footer's hints, the most important first; help and quit stand last and are always shown.
    package var hints: [KeyHint] {
        bindings.compactMap { binding in
            binding.label.flatMap { label in binding.keys.first.map { KeyHint($0.name, label) } }
        }
    }

    /// The help overlay's groups.
    package var help: [KeyHelp] {
        KeyBinding.Group.allCases.map { group in
            var entries = bindings.filter { $0.group == group && !$0.keys.isEmpty }
                .map { KeyHint($0.shownKeys, $0.help) }
            if group == .jumping { entries.append(KeyTable.tenths) }
            return KeyHelp(group.rawValue, entries)
        }
    }

    /// The binding of `command`, if there is one and it has a key.
    func binding(of command: Command) -> KeyBinding? {
        bindings.first { $0.command == command && !$0.keys.isEmpty }
    }
}
