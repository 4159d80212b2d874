package import Debugger
import Scratchpads

/// A tour laid out on a run: the run as it is at each stop, found before the tour begins.
///
/// So a tour that cannot be played to its end says so at once, and going from stop to stop asks no network.
package struct TourPlan: Sendable {
    /// The run at a stop.
    package struct Stop: Sendable {
        /// The run, at the stop's position.
        package let session: Session
        /// The branches that the tour has begun by then.
        package let branches: BranchTree
    }

    /// The stops, as many as the tour has.
    package let stops: [Stop]

    /// Looks for the stops of `tour` in `session`, a run of its problem.
    ///
    /// - Throws: ``TourError`` with the stop's place in the file where one is not reached.
    package init(_ tour: Tour, on session: Session) throws(TourError) {
        var route = TourRoute(tour: tour, session: session)
        var stops: [Stop] = []
        for stop in tour.stops {
            try route.go(to: stop, number: stops.count + 1)
            stops.append(Stop(session: route.session, branches: route.branches))
        }
        self.stops = stops
    }
}

/// A run while the stops of a tour are being looked for.
private struct TourRoute {
    let tour: Tour
    var session: Session
    var branches = BranchTree()

    init(tour: Tour, session: Session) {
        self.tour = tour
        self.session = session
        // Known to its end, so that the title says how long it is from the first stop on.
        self.session.extend(events: .max)
        self.session.perform(.toStart)
    }

    mutating func go(to stop: TourStop, number: Int) throws(TourError) {
        let place = stop.goal.place
        func unreached(_ what: String, hint: String = "") -> TourError {
            let known = session.log.count
            return TourError(
                file: tour.file, line: place.line, column: place.column,
                "stop \(number) is not reached: \(what) after step \(session.position) of \(known)\(hint)")
        }
        switch stop.goal.value {
        case .here: break
        case .start: session.perform(.toStart)
        case .end: session.perform(.toEnd)
        case .breakpoint(let text):
            guard try goToBreakpoint(text, place) else {
                if text == "mistake", session.position > 0, session.log[session.position].judgement == .differs {
                    throw unreached(
                        "there is no other mistake",
                        hint: "; step \(session.position) is one: a stop without at stays there, and at: "
                            + "\(Moment.beforeMistake) is right before it")
                }
                throw unreached(
                    Int(text) == nil
                        ? "there is no \(text)" : "line \(text) is not carried out (a step is written step \(text))")
            }
        case .motions(let motions):
            for motion in motions {
                for _ in 0..<motion.count {
                    let before = session.position
                    session.perform(motion.motion)
                    guard session.position != before else { throw unreached("\(motion.text) leads nowhere") }
                }
            }
        }
        if let change = stop.change { try make(change) }
    }

    /// Goes where the breakpoint stops next; a step is gone to wherever it lies. Returns false if there is no such place.
    private mutating func goToBreakpoint(_ text: String, _ place: TextPlace) throws(TourError) -> Bool {
        // A share of the run, as on the command line.
        if Moment.percent(text) != nil {
            do throws(SpecError) {
                try Moment.go(to: text, in: &session)
            } catch {
                throw self.error(error, in: place)
            }
            return true
        }
        var probe = session
        let isBefore = text == Moment.beforeMistake
        do throws(SpecError) {
            let text = isBefore ? "mistake" : isRead(text) ? text : Moment.counted(text) ?? text
            let (spec, isEnabled, _) = try BreakpointSpec.reading(text, session.vocabulary)
            guard isEnabled, !spec.isLogOnly else { throw SpecError("off and log stop nowhere", column: 1) }
            if case .step(let step) = spec.trigger, spec.condition == nil {
                guard step <= session.log.count else { return false }
                session.perform(.go(to: step))
                return true
            }
            probe.stopPoints = StopPointTable()
            try probe.addBreakpoint(text)
        } catch {
            throw self.error(error, in: place)
        }
        switch probe.perform(.run(.forward)) {
        case .breakpoint, .mistake: session.perform(.go(to: probe.position - (isBefore ? 1 : 0)))
        default: return false
        }
        return true
    }

    private func isRead(_ text: String) -> Bool { (try? BreakpointSpec.reading(text, session.vocabulary)) != nil }

    private func error(_ error: SpecError, in place: TextPlace) -> TourError {
        let wrong = place.moved(error.column - 1)
        return TourError(file: tour.file, line: wrong.line, column: wrong.column, error.what)
    }

    private mutating func make(_ change: Placed<CellChange>) throws(TourError) {
        let before = session
        do throws(SessionError) {
            try session.edit(change.value)
        } catch {
            throw TourError(
                file: tour.file, line: change.place.line, column: change.place.column, "\(error)")
        }
        branches.begin("the tour: \(change.value.text)", from: before, to: session)
        session.extend(events: .max)
    }
}
