package import Debugger

/// What is found of the network's states over the run, while it is looked at.
package struct StatesView: Sendable {
    /// The states around the position.
    package private(set) var window = StateWindow()
    /// Those of a sample of the run's steps; nil until they are wanted.
    package private(set) var sample: StateSample?
    /// What the heat map shows.
    package private(set) var quantity = StateQuantity.hidden
    /// The steps like one, once they are found; they stay until others are asked for.
    package private(set) var alike: AlikeSteps?
    /// The event whose like are looked for; nil while none are.
    package private(set) var sought: Int?

    /// Whether something is still to be found out.
    var isFinding: Bool { window.isFinding || (sample.map { !$0.isDone } ?? false) }

    /// Shows the next of the gates, or the hidden state again after the last.
    mutating func showNextQuantity() {
        let all = StateQuantity.allCases
        quantity = all[((all.firstIndex(of: quantity) ?? 0) + 1) % all.count]
    }

    /// Begins to look for the steps like the one at the position of `session`. Returns false where none is.
    mutating func seek(in session: Session) -> Bool {
        (sought, alike) = (StateWindow.event(at: session), nil)
        return sought != nil
    }

    /// Sees to it that what `mode` shows is that of the position of `session`.
    mutating func refresh(in session: Session, _ mode: ViewMode) {
        guard session.memory != nil, mode.showsStates || sought != nil else {
            window = StateWindow()
            return
        }
        if alike?.isCurrent(in: session) == false { alike = nil }
        window.refresh(
            in: session, wantsGates: mode == .states && quantity != .hidden, isAlone: !mode.showsStates)
        if mode == .trajectory || sought != nil, sample?.isCurrent(in: session) != true {
            sample = StateSample(session)
        }
    }

    /// Finds it out by up to so many evaluations of the network.
    mutating func advance(budget: Int, in session: Session) {
        if window.isFinding {
            window.advance(budget: budget, in: session)
        } else {
            sample?.advance(budget: budget, in: session)
        }
        guard let sought, let sample, sample.isDone, !window.isFinding else { return }
        // Nothing is found where the network does not know the program.
        alike = window.states[sought].map { AlikeSteps(to: $0, in: sample, session) }
        self.sought = nil
    }
}

/// What a map of states over time shows of each unit.
package enum StateQuantity: String, CaseIterable, Hashable, Sendable {
    /// Its hidden state.
    case hidden
    /// Its input gate.
    case input
    /// Its forget gate.
    case forget
    /// Its output gate.
    case output
}
