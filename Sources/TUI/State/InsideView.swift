package import Debugger

/// A look inside the network: what is looked at, and what has been found of the selected frame.
package struct InsideView: Sendable {
    /// What the panes are about.
    package var mode = ViewMode.run
    /// What goes on in the network in the selected frame, while that is looked at and once it is found.
    package private(set) var insight: Insight?
    /// What finds it out, until it is found.
    private var run: InsightRun?

    /// Whether something is still to be found out.
    var isFinding: Bool { run != nil }

    /// Looks at something else than the run, or at the run again if that is looked at already.
    mutating func toggle(_ mode: ViewMode) {
        self.mode = self.mode == mode ? .run : mode
    }

    /// Sees to it that what is looked at is the selected frame of `session` at the position.
    mutating func refresh(in session: Session) {
        guard mode != .run else {
            (insight, run) = (nil, nil)
            return
        }
        if let insight, insight.isCurrent(in: session) {
            run = nil
            return
        }
        if run?.isCurrent(in: session) != true {
            run = session.findInsight(from: insight)
            if run == nil { insight = nil }
        }
        advance(budget: 32, in: session)
    }

    /// Finds it out by up to so many evaluations of the network.
    mutating func advance(budget: Int, in session: Session) {
        guard let found = run?.advance(budget: budget, in: session) else { return }
        insight = found
        run = nil
    }
}

/// What the panes are about.
package enum ViewMode: String, CaseIterable, Hashable, Sendable {
    /// The run.
    case run
    /// The network's state in the selected frame, and all that it says of the frame's next step.
    case inside
    /// What the network remembers of its programs.
    case memory
}
