import Tours

/// A tour that is offered at the end of another.
package struct FollowingTour: Hashable, Sendable {
    /// What `npi tour` calls it.
    package var name: String
    /// Its title.
    package var title: String

    /// Makes an offer.
    package init(name: String, title: String) {
        self.name = name
        self.title = title
    }
}

/// A tour that is played: its player, and which page of the present stop is shown.
struct TourState: Sendable {
    /// The tour, at a stop.
    var player: TourPlayer
    /// How long its pages stay while it plays hands-free; nil goes by their lengths.
    let pace: Duration?
    /// The tour that could be played after it: its name and its title.
    let following: FollowingTour?
    /// Whether it has been offered.
    var isFollowingOffered = false
    /// Whether its text is put away for a while.
    var isHidden = false
    /// Which page of the stop is shown.
    private(set) var page = 0
    /// How many pages that has on this screen.
    private(set) var pageCount = 1

    /// Begins at the player's stop.
    init(_ player: TourPlayer, pace: Duration?, following: FollowingTour? = nil) {
        self.player = player
        self.pace = pace
        self.following = following
    }

    /// Whether no page follows.
    var isOnLastPage: Bool { page + 1 >= pageCount }

    /// Whether nothing follows at all: neither a page nor an answer nor a stop.
    var isOver: Bool { player.isAtLast && !player.isAsking && isOnLastPage }

    /// Where going on or back has led.
    enum Step {
        /// To another page of the stop.
        case page
        /// To the answer of its question.
        case answer
        /// To another stop.
        case stop
        /// Nowhere: there are no more.
        case nowhere
    }

    /// Goes on: to the next page, the answer, the next stop.
    mutating func goOn() -> Step {
        guard isOnLastPage else {
            page += 1
            return .page
        }
        switch player.goOn() {
        case .moved:
            page = 0
            return .stop
        case .answered: return .answer
        case .ended: return .nowhere
        }
    }

    /// Goes back: to the page before, to the stop before.
    mutating func goBack() -> Step {
        guard page == 0 else {
            page -= 1
            return .page
        }
        return player.goBack() ? .stop : .nowhere
    }

    /// How long the present page, of `shown`, stays while the tour plays hands-free.
    func interval(_ shown: TourView?) -> Duration {
        if let pace { return pace }
        guard let shown else { return .seconds(4) }
        let words = (shown.text + [shown.question?.ask ?? ""]).reduce(0) { $0 + $1.split(separator: " ").count }
        // Some two hundred words a minute, and a look around.
        return .milliseconds(max(4_000, 2_500 + 300 * words / max(pageCount, 1)))
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
