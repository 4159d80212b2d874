package import Debugger

/// A look inside the network: what is looked at, and what has been found of the selected frame.
package struct InsideView: Sendable {
    /// What the panes are about.
    package var mode = ViewMode.run
    /// What goes on in the network in the selected frame, while that is looked at and once it is found.
    package private(set) var insight: Insight?
    /// What the network would do there had it seen something else, while that is looked at and once it is found.
    package private(set) var why: Why?
    /// What finds it out, until it is found.
    private var insightRun: InsightRun?
    private var whyRun: WhyRun?

    /// How many steps of the network are asked for at once, when a key was pressed.
    private static let firstBudget = 64

    /// Whether something is still to be found out.
    var isFinding: Bool { insightRun != nil || whyRun != nil }

    /// Looks at something else than the run, or at the run again if that is looked at already.
    mutating func toggle(_ mode: ViewMode) {
        self.mode = self.mode == mode ? .run : mode
    }

    /// Sees to it that what is looked at is the selected frame of `session` at the position.
    mutating func refresh(in session: Session) {
        guard mode.needsInsight else {
            (insight, insightRun, why, whyRun) = (nil, nil, nil, nil)
            return
        }
        refreshInsight(in: session)
        if mode != .why || insight == nil { (why, whyRun) = (nil, nil) }
        if why?.isCurrent(in: session) == true { whyRun = nil }
        advance(budget: Self.firstBudget, in: session)
    }

    private mutating func refreshInsight(in session: Session) {
        if let insight, insight.isCurrent(in: session) {
            insightRun = nil
            return
        }
        if insightRun?.isCurrent(in: session) != true {
            insightRun = session.findInsight(from: insight)
            if insightRun == nil { insight = nil }
        }
    }

    /// Finds it out by up to so many evaluations of the network.
    mutating func advance(budget: Int, in session: Session) {
        if let found = insightRun?.advance(budget: budget, in: session) {
            insight = found
            insightRun = nil
        }
        guard mode == .why, insightRun == nil, let insight, why?.isCurrent(in: session) != true else { return }
        if whyRun?.isCurrent(in: session) != true { whyRun = WhyRun(insight, in: session) }
        guard let found = whyRun?.advance(budget: budget) else { return }
        why = found
        whyRun = nil
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
    /// What the network would do in the selected frame had it seen something else.
    case why
    /// The network's states at the steps around the position.
    case states
    /// The network's states over the run, in the plane in which they differ most.
    case trajectory
    /// What is counted of the run.
    case numbers

    /// Whether it is about the selected frame at the position.
    var needsInsight: Bool { [.inside, .memory, .why].contains(self) }
    /// Whether it is made of lines that are scrolled.
    var isScrolled: Bool { [.why, .numbers].contains(self) }
    /// Whether it is about the states of many steps.
    var showsStates: Bool { [.states, .trajectory].contains(self) }
}
