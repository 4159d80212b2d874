import Tours

/// A tour that is played: its player, and which page of the present stop is shown.
struct TourState: Sendable {
    /// The tour, at a stop.
    var player: TourPlayer
    /// How long its pages stay while it plays hands-free; nil goes by their lengths.
    let pace: Duration?
    /// Whether its text is put away for a while.
    var isHidden = false
    /// Which page of the stop is shown.
    private(set) var page = 0
    /// How many pages that has on this screen.
    private(set) var pageCount = 1

    /// Begins at the player's stop.
    init(_ player: TourPlayer, pace: Duration?) {
        self.player = player
        self.pace = pace
    }

    /// Whether no page follows.
    var isOnLastPage: Bool { page + 1 >= pageCount }

    /// Whether nothing follows at all: neither a page nor an answer nor a stop.
    var isOver: Bool { player.isAtLast && !player.isAsking && isOnLastPage }

    /// Shows the next page. Returns false on the last one.
    mutating func turnPage() -> Bool {
        guard !isOnLastPage else { return false }
        page += 1
        return true
    }

    /// Shows the page before. Returns false on the first one.
    mutating func turnBack() -> Bool {
        guard page > 0 else { return false }
        page -= 1
        return true
    }

    /// Shows the first page.
    mutating func showFirstPage() { page = 0 }

    /// Shows the last page.
    mutating func showLastPage() { page = max(pageCount - 1, 0) }

    /// Divides the stop into `count` pages; there may be fewer since the screen has grown.
    mutating func divide(into count: Int) {
        pageCount = count
        page = min(page, count - 1)
    }
}
