import Debugger
import Support
import TerminalKit

extension AppState {
    mutating func setBookmark(_ note: String) {
        session.setBookmark(note)
        say(
            "step \(session.position.grouped) is bookmarked; \(key: .listBookmarks) lists the bookmarks, \(key: .previousMark) and \(key: .nextMark) go to them"
        )
    }

    mutating func goToLeastConfident() {
        guard let (position, confidence) = session.log.leastConfident else {
            let known = isRunUnknown ? " in what is known of the run" : ""
            return say("there are no probabilities\(known)")
        }
        move(.go(to: position))
        let known = isRunUnknown ? " so far" : ""
        let next = session.knownNext(at: position).map { session.name(of: $0) } ?? ""
        say("lowest confidence\(known): \(confidence.text) for \(next), the next step")
    }
}
