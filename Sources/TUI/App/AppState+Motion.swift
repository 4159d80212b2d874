import Debugger
import NPIKit
import Scratchpads

extension AppState {
    /// Begins a motion. Short ones come to rest at once; long ones go on in ``work(while:)``.
    mutating func move(_ motion: Motion) {
        stopActivity()
        motionOrigin = session.position
        session.begin(motion)
        view.activity = .moving
        follow()
        // Enough for a step over a program that is not yet known, and far within a frame.
        advance(budget: 16)
    }

    /// Carries the motion on.
    mutating func advance(budget: Int) {
        guard case .stopped(let reason) = session.advance(budget: budget) else { return }
        view.activity = .idle
        tell(reason)
        tellLogged()
    }

    /// Says how often breakpoints that only log were passed on the way.
    private mutating func tellLogged() {
        let (first, last) = (min(motionOrigin, session.position), max(motionOrigin, session.position))
        let passed = session.logged(after: first, upTo: last).map { "\($0.breakpoint.text): passed \($0.count)x" }
        guard !passed.isEmpty else { return }
        view.message = Message(
            ([view.message?.text].compactMap { $0 } + passed).joined(separator: "; "),
            isError: view.message?.isError ?? false)
    }

    /// Ends whatever is under way.
    mutating func stopActivity() {
        switch view.activity {
        case .idle: break
        case .moving:
            _ = session.interrupt()
            say("interrupted")
        case .searching:
            search.running = nil
            say("search given up")
        case .playing, .touring: break
        }
        view.activity = .idle
    }

    private mutating func tell(_ reason: StopReason) {
        switch reason {
        case .arrived: break
        case .start: say("this is the start")
        case .end(let ending): if ending != .halted { complain("\(ending)") } else { sayResult() }
        case .interrupted: say("interrupted")
        case .mistake: say("mistake: the network did not do what the algorithm does")
        case .watch(let id): session.stopPoints[id].map { say("\($0.change(session))") }
        case .breakpoint(let id):
            guard let breakpoint = session.latestHit else { break }
            say("breakpoint \(id): \(breakpoint.text)")
        }
    }

    private mutating func sayResult() {
        let verdict = Verdict(.halted, of: session)
        let changed = verdict.isChanged ? " for what was changed" : ""
        let words =
            switch verdict.isRight {
            case true?: "correct\(changed)"
            case false?: "not correct\(changed)"
            case nil: "the run was changed"
            }
        // A number of thousands of digits stands in the environment's pane.
        say("halted: \(verdict.output.count <= 40 ? "\(verdict.output), " : "")\(words)")
    }

    mutating func goToTenth(_ digit: Int) {
        if let count = session.eventCount {
            move(.go(to: count * digit / 9))
        } else if digit == 0 {
            move(.toStart)
        } else if digit == 9 {
            move(.toEnd)
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
    mutating func repeatStep(_ count: String, _ direction: Motion.Direction, _ command: Command) {
        if count.isEmpty { return move(.step(direction)) }
        guard let number = Int(count), number > 0 else { return complain(command.usage) }
        let target =
            direction == .forward
            ? session.position.addingReportingOverflow(number).partialValue : session.position - number
        move(.go(to: max(target, 0)))
    }

    /// Goes to the step that a person named.
    mutating func goTo(_ text: String) {
        let text = text.trimming(" ")
        if text.isEmpty { return }
        if "start".hasPrefix(text.lowercased()), text.count >= 2 { return move(.toStart) }
        if "end".hasPrefix(text.lowercased()) { return move(.toEnd) }
        if text.hasSuffix("%") {
            guard let share = Double(text.dropLast()), (0...100).contains(share) else {
                return complain("go to \(text)? a share is 0% to 100%")
            }
            guard let count = session.eventCount else {
                return complain("the run's length is not known yet; go to a step, or to the end")
            }
            return move(.go(to: Int((Double(count) * share / 100).rounded())))
        }
        let isRelative = text.hasPrefix("+") || text.hasPrefix("-")
        guard let number = Int(text) else {
            return complain(
                "go to \(text)? a step is a number such as 17, +5 or -5, 50%, start or end; \(key: .search) searches")
        }
        let (target, overflow) = isRelative ? session.position.addingReportingOverflow(number) : (number, false)
        guard !overflow, target >= 0 else { return complain("there is no step \(text); the first is 0") }
        if let count = session.eventCount, target > count {
            return complain("there is no step \(target); the last is \(count)")
        }
        move(.go(to: target))
    }

    mutating func togglePlay() {
        if view.activity == .playing {
            view.activity = .idle
        } else if session.isAtEnd {
            say("this is the end; \(key: .start) goes to the start")
        } else {
            stopActivity()
            follow()
            view.activity = .playing
        }
    }

    mutating func changeSpeed(faster: Bool) {
        view.speed.change(faster: faster)
        say("\(view.speed.text)")
    }

    /// One step of playing.
    mutating func playStep() {
        session.begin(.step(.forward))
        guard case .stopped(let reason) = session.advance(budget: 1) else { return }
        if session.isAtEnd {
            view.activity = .idle
            tell(session.ending.map { .end($0) } ?? reason)
        } else if let stop = session.stopHere() {
            view.activity = .idle
            tell(stop)
        }
    }
}

extension String {
    /// The text without `characters` at its ends.
    func trimming(_ characters: String) -> String {
        var text = self[...]
        while let first = text.first, characters.contains(first) { text.removeFirst() }
        while let last = text.last, characters.contains(last) { text.removeLast() }
        return String(text)
    }
}
