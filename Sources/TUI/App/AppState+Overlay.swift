import Debugger
import TerminalKit

extension AppState {
    /// The help overlay's groups for what is going on.
    var help: [KeyHelp] { (tour == nil ? [] : [TourKeys.help]) + view.keys.help }

    mutating func pressInOverlay(_ key: Key) -> [AppEffect] {
        guard let overlay = view.overlay else { return [] }
        if key == .character("q") || key == .escape {
            view.overlay = nil
            return []
        }
        if key == .character("?") {
            if case .help = overlay { view.overlay = nil } else { view.overlay = .help(scroll: 0) }
            return []
        }
        switch overlay {
        case .help(let scroll): pressInHelp(key, scroll: scroll)
        case .breakpoints(let selected): pressInBreakpoints(key, selected: selected)
        case .branches(let selected): pressInBranches(key, selected: selected)
        case .bookmarks(let selected): pressInBookmarks(key, selected: selected)
        case .watches(let selected): pressInWatches(key, selected: selected)
        }
        return []
    }

    private mutating func pressInHelp(_ key: Key, scroll: Int) {
        let page = max(size.height - 6, 1)
        let lineCount = DebuggerScreen.helpScrollLimit(DebuggerScreen.help(session, view, before: help), size)
        func scrolled(by lines: Int) -> Overlay { .help(scroll: min(max(scroll + lines, 0), lineCount)) }
        switch key {
        case .down, .character("j"): view.overlay = scrolled(by: 1)
        case .up, .character("k"): view.overlay = scrolled(by: -1)
        case .pageDown, .character(" "): view.overlay = scrolled(by: page)
        case .pageUp: view.overlay = scrolled(by: -page)
        case .home: view.overlay = .help(scroll: 0)
        case .end: view.overlay = .help(scroll: lineCount)
        default: view.overlay = nil
        }
    }

    private mutating func pressInBreakpoints(_ key: Key, selected: Int) {
        let all = session.stopPoints.breakpoints
        let place = min(selected, max(all.count - 1, 0))
        switch key {
        case .down, .character("j"): view.overlay = .breakpoints(selected: min(place + 1, max(all.count - 1, 0)))
        case .up, .character("k"): view.overlay = .breakpoints(selected: max(place - 1, 0))
        case .character("m"): session.stopPoints.stopsOnMistake.toggle()
        case .character("a"), .character("b"), .character(":"):
            view.overlay = nil
            view.prompt = Prompt(.command, "break ")
        case .character(" "), .enter, .character("e"):
            if all.indices.contains(place) { session.stopPoints.setEnabled(!all[place].isEnabled, all[place].id) }
        case .character("d"), .delete, .character("x"):
            if all.indices.contains(place) { session.stopPoints.remove(all[place].id) }
            view.overlay = .breakpoints(selected: max(min(place, all.count - 2), 0))
        default: view.overlay = nil
        }
    }
}
