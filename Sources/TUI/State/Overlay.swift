package import TerminalKit

/// What lies over the panes.
package struct Overlay: Hashable, Sendable {
    /// What an overlay shows.
    package enum Kind: Hashable, Sendable {
        case help, breakpoints, branches, bookmarks, watches, alike, failures

        /// Where its own keys act; nil for the help, which has none.
        var context: CommandInfo.Context? {
            switch self {
            case .help: nil
            case .breakpoints: .breakpoints
            case .branches: .branches
            case .bookmarks: .bookmarks
            case .watches: .watches
            case .alike: .alike
            case .failures: .failures
            }
        }
    }

    /// What it shows.
    package let kind: Kind
    /// Which line is chosen, or in the help which one stands on top.
    package var list: ListState
    /// In the help: what all lines that are shown have in them.
    package private(set) var sought = ""

    private init(kind: Kind, list: ListState) {
        self.kind = kind
        self.list = list
    }

    /// The keys, scrolled down by so many lines; those with `sought` in them, in whichever letters.
    package static func help(scroll: Int, sought: String = "") -> Self {
        var overlay = Overlay(kind: .help, list: ListState(selected: scroll))
        overlay.sought = sought
        return overlay
    }

    /// The breakpoints, and which of them is chosen.
    package static func breakpoints(selected: Int) -> Self {
        Overlay(kind: .breakpoints, list: ListState(selected: selected))
    }

    /// The branches, and which of them is chosen.
    package static func branches(selected: Int) -> Self {
        Overlay(kind: .branches, list: ListState(selected: selected))
    }

    /// The bookmarks, and which of them is chosen.
    package static func bookmarks(selected: Int) -> Self {
        Overlay(kind: .bookmarks, list: ListState(selected: selected))
    }

    /// The recordings of a folder, and which of them is chosen.
    package static func failures(selected: Int) -> Self {
        Overlay(kind: .failures, list: ListState(selected: selected))
    }

    /// What is watched, and which of it is chosen.
    package static func watches(selected: Int) -> Self {
        Overlay(kind: .watches, list: ListState(selected: selected))
    }

    /// The steps like one, and which of them is chosen.
    package static func alike(selected: Int) -> Self {
        Overlay(kind: .alike, list: ListState(selected: selected))
    }
}
