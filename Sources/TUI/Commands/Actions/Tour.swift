import Debugger
import NPIKit
import TerminalKit
package import Tours

extension AppState {
    /// Begins to play `player`'s tour on the screen.
    ///
    /// - Parameters:
    ///   - player: The tour, at the stop to begin with.
    ///   - pace: How long a page stays while the tour plays hands-free; nil gives the time that it takes to read it.
    ///   - isPlaying: Whether it begins to play hands-free at once.
    ///   - following: The tour that is offered at its end.
    package mutating func begin(
        _ player: TourPlayer, pace: Duration? = nil, isPlaying: Bool = false, following: FollowingTour? = nil
    ) {
        touring = TourState(player, pace: pace, following: following)
        arrive()
        if isPlaying { view.activity = .touring }
        showTour()
    }

    /// Handles a key of a tour; nil leaves the key to the debugger.
    mutating func pressInTour(_ key: Key) -> [AppEffect]? {
        guard let player = tour else { return nil }
        let command = view.keys.command(for: key, in: .tour)
        if view.activity == .touring {
            view.activity = .idle
            say("the tour waits; \(key: .tourPlay) plays on")
            if key == .character(" ") || command == .tourPlay { return [] }
        }
        guard touring?.isHidden != true || command == .tourText || command == .tourPlay else { return nil }
        if case .character(let character) = key, character.isASCII, let digit = character.wholeNumberValue,
            player.isAsking, let question = player.stop.question
        {
            guard touring?.isOnLastPage == true else {
                // First the question is to be seen.
                touring?.showLastPage()
                return []
            }
            if question.choices.isEmpty {
                view.prompt = Prompt(.answer, "\(digit)")
                return []
            }
            if (1...question.choices.count).contains(digit) {
                answerTour("\(digit)")
            } else {
                say("press 1 to \(question.choices.count) to answer")
            }
            return []
        }
        // A tour's digits answer questions; jumping by a slip of the finger would lose the place.
        if command == nil, case .character(let character) = key, character.isASCII, character.isWholeNumber {
            say("digits answer questions here; \(key: .goTo) goes to a step")
            return []
        }
        return command.map { perform($0, .key(key)) }
    }

    /// Puts the tour's text away, or brings it back.
    mutating func toggleTourText() {
        touring?.isHidden.toggle()
        if touring?.isHidden == true { say("\(key: .tourText) brings the text back") }
    }

    /// Asks for the answer to the present stop's question.
    mutating func beginAnswer() {
        guard let player = tour, player.isAsking, let question = player.stop.question else {
            return say("nothing is asked here")
        }
        guard question.choices.isEmpty else { return say("press 1 to \(question.choices.count)") }
        view.prompt = Prompt(.answer)
    }

    /// Takes an answer to the present stop's question.
    mutating func answerTour(_ text: String) {
        guard !text.isEmpty, touring?.player.answer(text) != nil else { return }
        showTour()
        touring?.showLastPage()
    }

    /// The key that goes on: behind the last stop it opens the next tour, once that has been offered.
    mutating func pressOnInTour() -> [AppEffect] {
        if let touring, touring.isOver, touring.isFollowingOffered, let following = touring.following {
            return [.openTour(following.name)]
        }
        goOnInTour()
        return []
    }

    /// On: the next page, the answer, the next stop.
    mutating func goOnInTour() {
        touring?.isFollowingOffered = false
        switch touring?.goOn() {
        case .page: break
        case .answer:
            showTour()
            touring?.showLastPage()
        case .stop: arrive()
        case .nowhere, nil: sayTourEnd()
        }
    }

    /// Back: to the stop after looking around, a page, the stop before.
    mutating func goBackInTour() {
        if view.tour?.isAway == true { return arrive() }
        switch touring?.goBack() {
        case .page, .answer: break
        case .stop: arrive()
        case .nowhere, nil: say("this is the first stop")
        }
    }

    /// Shows the run as it is at the stop, however it was changed in between.
    private mutating func arrive() {
        guard let place = tour?.place else { return }
        stopActivity()
        view.message = nil
        var arrived = place.session
        arrived.adoptSettings(of: session)
        session = arrived
        branches = place.branches
        view.isZoomed = false
        view.inside.mode = .run
        view.editing = nil
        touring?.showFirstPage()
        follow()
        showSource(of: tour?.stop)
    }

    /// Shows the text of the task where `stop` shows it, and the trace again where only the stop before did.
    private mutating func showSource(of stop: TourStop?) {
        let isWanted = stop?.showsSource ?? false
        guard isWanted ? !view.showsSource : view.source.isOpenedByTour else { return }
        view.showsSource = isWanted
        view.source.isOpenedByTour = isWanted
    }

    private mutating func sayTourEnd() {
        guard let player = tour else { return }
        let (right, count) = player.score
        let score = count > 0 ? ", \(right) of \(count) questions right at the first try" : ""
        guard let following = touring?.following else {
            return say("that was the last stop\(score); \(key: .quit) leaves")
        }
        touring?.isFollowingOffered = true
        say(
            "that was the last stop\(score); \(key: .tourNext) goes on to the tour \"\(following.title)\", \(key: .quit) leaves"
        )
    }

    mutating func playTour() {
        guard touring != nil else { return }
        stopActivity()
        touring?.isHidden = false
        if touring?.isOver == true { return sayTourEnd() }
        view.activity = .touring
        say("the tour plays; any key stops it")
    }

    /// One step of playing hands-free.
    mutating func tourStep() {
        goOnInTour()
        showTour()
        guard touring?.isOver == true else {
            view.activity = .touring
            return
        }
        view.activity = .idle
        sayTourEnd()
    }

    /// Lets the screen show the tour as it is now.
    mutating func showTour() {
        let shown = makeTourView()
        view.tour = touring?.isHidden == true ? nil : shown
        view.isTouring = tour != nil
    }

    private mutating func makeTourView() -> TourView? {
        guard let player = tour else { return nil }
        let width = DebuggerScreen.tourWidth(size)
        func shown(_ index: Int) -> TourView {
            let stop = player.tour.stops[index]
            var shown = TourView(title: player.tour.title, number: index + 1, count: player.tour.stops.count)
            shown.text = stop.text
            shown.question = stop.question
            shown.answer = .shown
            return shown
        }
        var present = shown(player.index)
        present.answer = player.answer
        present.programs = Set(session.library.names)
        present.page = touring?.page ?? 0
        present.isAway =
            session.position != player.place.session.position || !session.hasSameIdentity(as: player.place.session)
        if !present.isAway {
            present.spotlights = Set(player.stop.spotlights)
            present.lines = player.stop.lines
        }
        present.wishedRows =
            player.tour.stops.indices.map { TourPanel(tour: shown($0), glyphs: .unicode).lineCount(width: width) }
            .max() ?? 0
        let area = DebuggerScreen.tourArea(size, view.with(present))
        let pages = TourPanel(tour: present, glyphs: .unicode).pages(width: area.width, height: area.height)
        touring?.divide(into: pages.count)
        present.page = touring?.page ?? 0
        present.hasMore = touring?.isOnLastPage == false
        return present
    }
}

extension ViewState {
    /// The same with another tour.
    fileprivate func with(_ tour: TourView) -> ViewState {
        var view = self
        view.tour = tour
        return view
    }
}
