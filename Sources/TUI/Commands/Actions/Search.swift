import Debugger
import Scratchpads
import Support

extension AppState {
    /// Begins to look for `text`.
    mutating func beginSearch(_ text: String, _ direction: Motion.Direction) {
        guard !text.isEmpty else { return }
        stopActivity()
        view.search.begin(text, direction, in: session)
        view.activity = .searching
        advanceSearch(budget: 2_000)
    }

    mutating func repeatSearch(_ direction: Motion.Direction) {
        guard !view.search.text.isEmpty else {
            return complain("nothing was searched for yet; \(key: .search) asks for a text")
        }
        beginSearch(view.search.text, direction)
    }

    /// Carries the search on.
    mutating func advanceSearch(budget: Int) {
        let status = view.search.advance(budget: budget)
        guard status != .running else { return }
        view.activity = .idle
        switch status {
        case .running, nil: break
        case .found(let number):
            move(.go(to: number))
            tellMatch()
            view.search.announce(view.message)
        case .notFound(let direction):
            let known = session.ending == nil ? " in what is known of the run" : ""
            complain("\"\(view.search.text)\" is not found\(unsearched(direction))\(known)")
        }
    }

    /// Whether the matches of the latest search are still to be counted.
    var needsMatchCount: Bool { !isRunUnknown && view.search.needsCount }

    /// Counts on.
    mutating func advanceMatchCount(budget: Int) {
        guard needsMatchCount, view.search.count(budget: budget, in: session, shown: view.message) else { return }
        tellMatch()
        view.search.announce(view.message)
    }

    /// Says which of how many matches this is; as long as they are being counted, at least how many.
    private mutating func tellMatch() {
        let text = view.search.text
        guard let match = view.search.match(at: session) else {
            return say("\"\(text)\": a match; counting the others")
        }
        let place = "match \(match.number.grouped) of \(match.count.grouped)\(match.isOpen ? "+" : "")"
        guard match.count > 1 else { return say("\"\(text)\": \(place)") }
        say("\"\(text)\": \(place); \(key: .searchNext) and \(key: .searchPrevious) go to others")
    }

    /// Where a search in this direction from the position has not looked, with the key that does; empty if it saw all.
    private func unsearched(_ direction: Motion.Direction) -> String {
        let (isWhole, place, command): (Bool, String, CommandID) =
            direction == .forward
            ? (session.position == 0, "after this step", .searchPrevious)
            : (session.isAtEnd, "before this step", .searchNext)
        guard !isWhole else { return "" }
        let key = view.keys.keys(of: command).first.map { "; \($0.name) looks the other way" } ?? ""
        return " \(place)\(key)"
    }
}
