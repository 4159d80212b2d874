import Support

/// The type of a terminal, by which ncurses knows how to draw on it.
package struct TerminalType: Hashable {
    /// Why a type is of no use.
    package enum Problem { case unknown, tooSimple }

    /// The type that TERM names.
    package let named: String
    /// The type that is drawn with: another one where there is no description of that.
    package let used: String

    /// Finds out with which type to draw.
    ///
    /// - Parameters:
    ///   - named: What TERM holds.
    ///   - problem: What is wrong with a type, nil being nothing.
    /// - Throws: ``ScreenError`` if none will do.
    package init(_ named: String?, problem: (String) -> Problem?) throws(ScreenError) {
        guard let named, !named.isEmpty else { throw .typeUnset }
        self.named = named
        switch problem(named) {
        case nil: used = named
        case .tooSimple: throw .typeTooSimple(named)
        case .unknown:
            guard let kin = Self.kin(of: named), problem(kin) == nil else { throw .typeUnknown(named) }
            used = kin
        }
    }

    /// What the user is to know, if another type is drawn with.
    package var notice: String? {
        used == named
            ? nil
            : "there is no description of the terminal type \(named) (TERM) here, so it was used as \(used); "
                + "installing ncurses-term, or the terminal's own description, would change that"
    }

    /// The type that everybody has and that terminals of type `name` understand, as far as it is known.
    package static func kin(of name: String) -> String? {
        guard name.allSatisfy(\.isPrintable) else { return nil }
        let name = name.lowercased()
        if name.hasPrefix("screen") || name.hasPrefix("tmux") { return "screen-256color" }
        let isKin = name.contains("xterm") || name.contains("256color") || families.contains { name.hasPrefix($0) }
        return isKin && name != common ? common : nil
    }

    private static let common = "xterm-256color"

    /// Terminals that understand what xterm does, and whose descriptions are not in the base system.
    private static let families = [
        "alacritty", "foot", "wezterm", "ghostty", "kitty", "contour", "rio", "konsole", "vte", "gnome", "mintty",
        "putty", "iterm", "nsterm", "st-", "stterm", "mlterm", "terminator", "termite", "terminology", "tilix", "warp",
        "tabby", "hyper", "vscode", "ms-terminal", "ms-vt", "rxvt", "eterm", "dtterm", "bvterm", "domterm", "zutty",
        "havoc",
    ]
}
