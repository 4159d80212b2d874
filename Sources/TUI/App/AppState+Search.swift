import Debugger

extension AppState {
    /// Begins to look for `text`.
    mutating func beginSearch(_ text: String, _ direction: Motion.Direction) {
        guard !text.isEmpty else { return }
        stopActivity()
        view.searchText = text
        search = EventSearch(text, direction, in: session)
        view.activity = .searching
        advanceSearch(budget: 2_000)
    }

    mutating func repeatSearch(_ direction: Motion.Direction) {
        guard !view.searchText.isEmpty else { return complain("nothing to search for yet; / asks for it") }
        beginSearch(view.searchText, direction)
    }

    /// Carries the search on.
    mutating func advanceSearch(budget: Int) {
        guard var search else { return view.activity = .idle }
        let progress = search.advance(budget: budget)
        self.search = search
        switch progress {
        case .running: return
        case .found(let number):
            self.search = nil
            view.activity = .idle
            move(.go(to: number))
        case .notFound:
            self.search = nil
            view.activity = .idle
            let known = session.ending == nil ? " in what is known of the run" : ""
            complain("\"\(view.searchText)\" is not found\(known)")
        }
    }
}
