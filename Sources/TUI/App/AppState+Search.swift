import Debugger
import Scratchpads
import Support

extension AppState {
    /// Begins to look for `text`.
    mutating func beginSearch(_ text: String, _ direction: Motion.Direction) {
        guard !text.isEmpty else { return }
        stopActivity()
        if text != view.searchText { search.matches = nil }
        view.searchText = text
        search.running = EventSearch(text, direction, in: session)
        view.activity = .searching
        advanceSearch(budget: 2_000)
    }

    /// Says which of how many matches this is; as long as they are being counted, at least how many.
    private mutating func tellMatch() {
        if search.matches?.counts(session) != true { search.matches = nil }
        guard let matchCount = search.matches else {
            return say("\"\(view.searchText)\": a match; counting the others")
        }
        let (place, count) = (matchCount.events.count(upTo: session.position), matchCount.events.count)
        say("\"\(view.searchText)\": match \(place.grouped) of \(count.grouped)\(matchCount.isDone ? "" : "+")")
    }

    /// Whether the matches of the latest search are still to be counted.
    var needsMatchCount: Bool { !isRunUnknown && search.needsCount }

    /// Counts on.
    mutating func advanceMatchCount(budget: Int) {
        guard needsMatchCount else { return }
        var count = search.matches ?? MatchCount(view.searchText, in: session)
        count.advance(budget: budget)
        search.matches = count
        guard view.message == search.message else { return search.message = nil }
        tellMatch()
        search.message = count.isDone ? nil : view.message
    }

    mutating func repeatSearch(_ direction: Motion.Direction) {
        guard !view.searchText.isEmpty else {
            return complain("nothing was searched for yet; \(key: .search) asks for a text")
        }
        beginSearch(view.searchText, direction)
    }

    /// Carries the search on.
    mutating func advanceSearch(budget: Int) {
        guard var running = search.running else { return view.activity = .idle }
        let progress = running.advance(budget: budget)
        search.running = running
        switch progress {
        case .running: return
        case .found(let number):
            search.running = nil
            view.activity = .idle
            move(.go(to: number))
            tellMatch()
            search.message = search.matches?.isDone == true ? nil : view.message
        case .notFound:
            search.running = nil
            view.activity = .idle
            let known = session.ending == nil ? " in what is known of the run" : ""
            complain("\"\(view.searchText)\" is not found\(unsearched(running.direction))\(known)")
        }
    }

    /// Where a search in this direction from the position has not looked, with the key that does; empty if it saw all.
    private func unsearched(_ direction: Motion.Direction) -> String {
        let (isWhole, place, command): (Bool, String, Command) =
            direction == .forward
            ? (session.position == 0, "after this step", .searchPrevious)
            : (session.isAtEnd, "before this step", .searchNext)
        guard !isWhole else { return "" }
        let key = view.keys.keys(of: command).first.map { "; \($0.name) looks the other way" } ?? ""
        return " \(place)\(key)"
    }
}
