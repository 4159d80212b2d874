import Debugger
import Support
import TerminalKit

extension AppState {
    mutating func setBookmark(_ note: String) {
        session.setBookmark(note)
        say("step \(session.position.grouped) is bookmarked; K lists the bookmarks, [ and ] go to them")
    }

    mutating func pressInBookmarks(_ key: Key, selected: Int) {
        let all = session.bookmarks
        let place = min(selected, max(all.count - 1, 0))
        switch key {
        case .down, .character("j"): view.overlay = .bookmarks(selected: min(place + 1, max(all.count - 1, 0)))
        case .up, .character("k"): view.overlay = .bookmarks(selected: max(place - 1, 0))
        case .character("d"), .delete, .character("x"):
            if all.indices.contains(place) { session.removeBookmark(at: all[place].step) }
            view.overlay = .bookmarks(selected: max(min(place, all.count - 2), 0))
        case .enter, .character(" "):
            view.overlay = nil
            if all.indices.contains(place) { move(.go(to: all[place].step)) }
        case .character("a"):
            view.overlay = nil
            view.prompt = Prompt(.bookmark, session.bookmarkNote(at: session.position) ?? "")
        default: view.overlay = nil
        }
    }

    mutating func goToLeastSure() {
        guard let (position, confidence) = session.log.leastConfident else {
            let known = isRunUnknown ? " in what is known of the run" : ""
            return say("the network is surer than \(PredictionSummary.usualConfidence) of every step\(known)")
        }
        move(.go(to: position))
        let known = isRunUnknown ? " so far" : ""
        let next = session.knownNext(at: position).map { session.name(of: $0) } ?? ""
        say("least sure of all\(known): \(confidence.text) of \(next), the next step")
    }
}
