import Debugger

extension AppState {
    /// Looks at something else than the run, or at the run again if that is looked at already.
    mutating func look(at mode: ViewMode) {
        view.mode = view.mode == mode ? .run : mode
    }

    /// Sees to it that what is looked at inside the network is that of the selected frame at the position.
    mutating func refreshInsight() {
        guard view.mode != .run else {
            (view.insight, insightRun) = (nil, nil)
            return
        }
        // On the way of a motion there is no time to look around.
        guard view.activity == .idle || view.activity == .playing else { return }
        if let insight = view.insight, insight.isCurrent(in: session) {
            insightRun = nil
            return
        }
        if insightRun?.isCurrent(in: session) != true {
            insightRun = session.findInsight(from: view.insight)
            if insightRun == nil { view.insight = nil }
        }
        advanceInsight(budget: 32)
    }

    /// Looks for it by up to so many evaluations of the network.
    mutating func advanceInsight(budget: Int) {
        guard let insight = insightRun?.advance(budget: budget, in: session) else { return }
        view.insight = insight
        insightRun = nil
    }
}
