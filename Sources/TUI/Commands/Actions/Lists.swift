import Debugger
import TerminalKit

extension AppState {
    /// How many lines the overlay has: of the help, how many places it can be scrolled to.
    var overlayCount: Int {
        switch view.overlay?.kind {
        case .help?: DebuggerScreen.helpScrollLimit(DebuggerScreen.help(session, view), size, keys: view.keys) + 1
        case .breakpoints?: session.stopPoints.breakpoints.count
        case .branches?: branches.all.count
        case .bookmarks?: session.bookmarks.count
        case .watches?: session.stopPoints.watches.count
        case .alike?: view.states.alike?.matches.count ?? 0
        case .failures?: view.failures.count
        case nil: 0
        }
    }

    /// How many lines a page of the overlay has.
    var overlayPage: Int { max(size.height - 6, 1) }

    /// Moves the choice in the list, or scrolls the help.
    mutating func moveInList(by offset: Int) {
        let count = overlayCount
        view.overlay?.list.move(by: offset, of: count)
    }

    /// What is chosen of `items` in the list that is open.
    func chosen<Item>(of items: [Item]) -> Item? {
        guard let overlay = view.overlay, !items.isEmpty else { return nil }
        return items[overlay.list.chosen(of: items.count)]
    }
}
