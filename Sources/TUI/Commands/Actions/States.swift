import Debugger
import Support
import TerminalKit

extension AppState {
    /// Shows the next of the gates in the map of states over time, which opens if it is not there.
    mutating func showNextQuantity() {
        if view.inside.mode != .states { view.inside.mode = .states }
        view.states.showNextQuantity()
    }

    /// Begins to look for the steps like this one, and opens their list.
    mutating func listAlike() {
        guard view.states.seek(in: session) else { return say("no program runs here, so there is no state to compare") }
        view.overlay = .alike(selected: 0)
    }

    /// Goes to the next of the steps that were found by their likeness to one, or to the one before.
    mutating func goToAlike(_ direction: Motion.Direction) {
        guard let alike = view.states.alike else {
            return complain("\(key: .findAlike) finds the steps like this one first")
        }
        guard let target = alike.position(from: session.position, direction) else {
            return say(direction == .forward ? "no step like it after this" : "no step like it before this")
        }
        goToAlike(target)
    }

    /// Goes to `position`, which is before one of them, and says how like it is.
    mutating func goToAlike(_ position: Int) {
        view.overlay = nil
        move(.go(to: position))
        guard view.activity == .idle, let alike = view.states.alike, let match = alike.match(at: session.position)
        else { return }
        let origin = "step \(alike.event.grouped)"
        if match.rank == 0 { return say("this is \(origin) itself") }
        say(
            "like \(origin): \(match.rank) of \(alike.matches.count) by distance, \(Double(match.distance).decimals(3))"
        )
    }
}
