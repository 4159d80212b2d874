package import Debugger
import Scratchpads
import Support

extension AppState {
    /// Puts another run of the same problem beside this one.
    ///
    /// - Parameter name: What it is called on the screen.
    package mutating func compare(with other: Session, named name: String) {
        guard other.problem == session.problem else {
            let titles = [session, other].map { $0.problem.title(width: 30) }
            return complain("\(name) is a run of \(titles[1]); only runs of \(titles[0]) stand beside this one")
        }
        view.comparison = ComparisonView(name, other, beside: session)
        view.overlay = nil
        say(
            "\(name) stands beside this run; \(key: .goToDifference) goes to where they differ, \(key: .compare) puts it away"
        )
    }

    /// Shows or hides the other run, or asks for another one.
    mutating func compare(_ text: String?) -> [AppEffect] {
        if let reason = reasonAgainstComparison {
            complain(reason)
            return []
        }
        guard let text, !text.isEmpty else {
            guard view.comparison != nil else {
                view.prompt = Prompt(.command, "compare ")
                return []
            }
            view.comparison?.isShown.toggle()
            return []
        }
        if let id = Int(text), let branch = branches[id], id != branches.current {
            compare(with: branch.session, named: "branch \(id)")
            return []
        }
        return [.compare(text)]
    }

    /// Goes to the step before the first decision that differs; from there to that before the first probability, and back.
    mutating func goToDifference(_ kind: DifferenceKind? = nil) {
        guard let comparison = view.comparison else {
            return complain("there is nothing to compare with; \(key: .compare) asks for it")
        }
        let (decision, probability) = (comparison.search.decision, comparison.search.probability?.event)
        let isThere = decision.map { session.position == $0 - 1 } ?? false
        let wanted = kind ?? (isThere && probability != nil ? .probability : decision == nil ? .probability : .decision)
        guard let event = wanted == .decision ? decision : probability else {
            let what = wanted == .decision ? "decision" : "probability"
            return say(
                comparison.isDone
                    ? "no \(what) differs"
                    : "no \(what) differs in the \(comparison.search.count.grouped) steps compared")
        }
        view.comparison?.isShown = true
        move(.go(to: max(event - 1, 0)))
        if view.activity == .idle {
            let (here, other) = wanted == .decision ? ("decision", "probability") : ("probability", "decision")
            guard decision != nil, probability != nil, kind == nil else {
                return say("before the first \(here) that differs")
            }
            say("before the first \(here) that differs; \(key: .goToDifference): the first \(other)")
        }
    }

    /// Sorts of differences.
    enum DifferenceKind: String {
        case decision = "difference"
        case probability

        /// The one whose word begins so.
        init?(prefix: String) {
            guard let kind = [Self.decision, .probability].first(where: { $0.rawValue.hasPrefix(prefix) }) else {
                return nil
            }
            self = kind
        }
    }

    private var reasonAgainstComparison: KeyText? {
        tour == nil ? nil : "a tour has the screen to itself; npi compare A B --open compares"
    }
}
