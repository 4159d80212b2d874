import Debugger
import NPIKit
import Support

extension AppState {
    mutating func goToTenth(_ digit: Int) {
        if let count = session.eventCount {
            move(.go(to: count * digit / 10))
            if digit > 0, view.activity == .idle { say("\(digit)0 % of the run") }
        } else if digit == 0 {
            move(.toStart)
        } else {
            complain("the run's length is not known yet; \(key: .end) runs to the end")
        }
    }

    mutating func goToMark(forward: Bool) {
        let target = forward ? session.mark(after: session.position) : session.mark(before: session.position)
        if let target {
            move(.go(to: target))
            if view.activity == .idle { say("mark: \(session.marks(at: target).words)") }
        } else if forward, session.ending == nil {
            say("no mark further on in what is known of the run")
        } else {
            say(forward ? "no mark after this" : "no mark before this")
        }
    }

    /// Makes as many steps as `count` says; one if it says nothing.
    mutating func repeatStep(_ count: String, _ direction: Motion.Direction, _ command: CommandID) {
        if count.isEmpty { return move(.step(direction)) }
        guard let number = Int(count), number > 0 else { return complainOfUse(of: command) }
        let target =
            direction == .forward
            ? session.position.addingReportingOverflow(number).partialValue : session.position - number
        move(.go(to: max(target, 0)))
    }

    /// Goes to the step before the first mistake, where it is best seen.
    private mutating func goToMistake() {
        guard let first = session.log.firstMistake else {
            return complain(
                session.ending == nil
                    ? "no mistake in what is known of the run; \(key: .end) runs to the end" : "no mistake in this run")
        }
        move(.go(to: first - 1))
        if view.activity == .idle { say("before the first mistake; \(key: .step) makes it") }
    }

    /// Goes to the step that a person named.
    mutating func goTo(_ text: String) {
        let text = text.trimming(" ")
        if text.isEmpty { return }
        if "start".hasPrefix(text.lowercased()), text.count >= 2 { return move(.toStart) }
        if "end".hasPrefix(text.lowercased()) { return move(.toEnd) }
        if "mistake".hasPrefix(text.lowercased()) { return goToMistake() }
        if text.count >= 4, let kind = DifferenceKind(prefix: text.lowercased()) { return goToDifference(kind) }
        if text.hasSuffix("%") {
            guard let percent = Moment.percent(text) else {
                return complain("go to \(text)? a share is 0% to 100%")
            }
            guard let count = session.eventCount else {
                return complain("the run's length is not known yet; go to a step, or to the end")
            }
            return move(.go(to: Moment.step(at: percent, of: count)))
        }
        let isRelative = text.hasPrefix("+") || text.hasPrefix("-")
        guard let number = Int(text) else {
            // Elsewhere the network would have to be waited for.
            if session.ending != nil, (try? Moment.go(to: text, in: &session)) != nil {
                stopActivity()
                follow()
                return say("\(text): step \(session.position.grouped)")
            }
            return complain(
                "go to \(text)? a step is a number such as 17, +5 or -5, 50%, start, end or mistake, or a place such as \(session.library[session.program]); \(key: .search) searches"
            )
        }
        let (target, overflow) = isRelative ? session.position.addingReportingOverflow(number) : (number, false)
        guard !overflow, target >= 0 else { return complain("there is no step \(text); the first is 0") }
        if let count = session.eventCount, target > count {
            return complain("there is no step \(target); the last is \(count)")
        }
        move(.go(to: target))
    }
}
