import TerminalKit

extension Command {
    /// What a configuration file calls the command: "step", "step-back", "scroll-page-up".
    package var name: String {
        switch self {
        case .run: "continue"
        case .runBack: "continue-back"
        case .tenth(let digit): "tenth-\(digit)"
        case .scroll(let scroll): "scroll-" + Self.hyphenated("\(scroll)")
        case .look(let mode): "look-" + mode.rawValue
        default: Self.hyphenated("\(self)")
        }
    }

    /// Every command that has keys, in the order of the help.
    package static var named: [Command] { KeyTable.bindings.map(\.command) }

    /// "stepBack" as "step-back".
    private static func hyphenated(_ name: String) -> String {
        name.reduce(into: "") { text, letter in text += letter.isUppercase ? "-\(letter.lowercased())" : "\(letter)" }
    }
}

extension Key {
    /// The key that is called `name`, as the help calls it: "s", "space", "Ctrl-L", "Alt-x", "F5", "PgUp"; nil if there is
    /// none.
    package init?(named name: String) {
        if name.count == 1, let character = name.first, character != " " {
            self = .character(character)
            return
        }
        let lower = name.lowercased()
        if let named = Self.named.first(where: { $0.name.lowercased() == lower }) {
            self = named
        } else if lower.hasPrefix("ctrl-"), lower.count == 6, let letter = lower.last, letter.isASCII, letter.isLetter {
            self = .control(letter)
        } else if lower.hasPrefix("alt-"), name.count == 5, let character = name.last {
            self = .alt(character)
        } else if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...24).contains(number) {
            self = .function(number)
        } else {
            return nil
        }
    }

    private static let named: [Key] = [
        .character(" "), .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .tab, .backTab, .enter, .escape,
        .backspace, .delete, .insert,
    ]
}
