import Debugger
import NPIKit
import Scratchpads

extension AppState {
    /// Begins a motion. Short ones come to rest at once; long ones go on in ``work(while:)``.
    mutating func move(_ motion: Motion) {
        stopActivity()
        let start = session.position
        session.begin(motion)
        view.activity = .moving(from: start)
        follow()
        // Enough for a step over a program that is not yet known, and far within a frame.
        advance(budget: 16)
    }

    /// Carries the motion on.
    mutating func advance(budget: Int) {
        guard case .moving(let start) = view.activity,
            case .stopped(let reason) = session.advance(budget: budget)
        else { return }
        view.activity = .idle
        tell(reason)
        endAim()
        tellLogged(since: start)
    }

    /// Says how often breakpoints that only log were passed on the way.
    private mutating func tellLogged(since start: Int) {
        let (first, last) = (min(start, session.position), max(start, session.position))
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
            view.search.stop()
            say("search given up")
        case .playing, .touring: break
        }
        view.activity = .idle
        endAim()
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
            let others = session.otherHits.map { "; \($0.id): \($0.text)" }.joined()
            say("breakpoint \(id): \(breakpoint.text)\(others)")
        }
    }

    private mutating func sayResult() {
        let verdict = Verdict(.halted, of: session)
        let changed = verdict.isChanged ? " (after your change)" : ""
        let words =
            switch verdict.isRight {
            case true?: "correct\(changed)"
            case false?: "wrong\(changed)\(wayToMistake)"
            case nil: "the run was changed"
            }
        // A number of thousands of digits stands in the environment's pane.
        say(
            "halted: \(verdict.output.count <= 40 ? "\(verdict.output.isEmpty ? "no output" : verdict.output), " : "")\(words)"
        )
    }

    /// How to see what went wrong, where something did.
    private var wayToMistake: String {
        session.log.firstMistake == nil ? "" : "; \(view.keys.name(of: .goTo)) mistake shows where it went wrong"
    }

    /// One step of playing.
    mutating func playStep() {
        if view.isLooping, session.isAtEnd {
            view.stepsAtEnd += 1
            guard view.stepsAtEnd >= view.speed.stepsAtEnd else { return }
            view.stepsAtEnd = 0
            view.message = nil
            session.perform(.toStart)
            return
        }
        session.begin(.step(.forward))
        guard case .stopped(let reason) = session.advance(budget: 1) else { return }
        if session.isAtEnd {
            if !view.isLooping { view.activity = .idle }
            tell(session.ending.map { .end($0) } ?? reason)
        } else if let stop = session.stopHere() {
            view.activity = .idle
            tell(stop)
        }
    }
}
