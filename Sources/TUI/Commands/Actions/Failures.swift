package import Debugger
import Scratchpads
import Support
import TerminalKit

extension AppState {
    /// Lists the recordings of a folder: the one that is typed, the one listed last, or the present one.
    mutating func listFailures(_ text: String?) -> [AppEffect] {
        if let reason = reasonAgainstOpening {
            complain(reason)
            return []
        }
        if text?.isEmpty ?? true, !view.failures.isEmpty {
            view.overlay = .failures(selected: view.failureChoice)
            return []
        }
        let folder = text.map(expandingTilde) ?? ""
        return [.listFailures(folder.isEmpty ? "." : folder)]
    }

    /// Shows what was found in `folder`.
    package mutating func show(_ failures: [RecordedFailure], in folder: String) {
        guard !failures.isEmpty else { return complain("there is no recording in \(folder)") }
        view.failures = failures
        view.failureFolder = folder
        view.failureChoice = 0
        view.overlay = .failures(selected: 0)
    }

    /// Opens the recording that is chosen in the list.
    mutating func openFailure() -> [AppEffect] {
        guard let chosen = chosen(of: view.failures), let overlay = view.overlay else { return [] }
        view.failureChoice = overlay.list.chosen(of: view.failures.count)
        view.overlay = nil
        return [.open(chosen.path)]
    }

    /// Looks at `session` in place of this run, before its first mistake if it makes one.
    package mutating func open(_ session: Session, in branches: BranchTree, named name: String) {
        let failures = (view.failures, view.failureFolder, view.failureChoice)
        self = following(session, in: branches, named: name)
        (view.failures, view.failureFolder, view.failureChoice) = failures
        isElsewhere = true
        guard let first = session.log.firstMistake else { return say("\(name): the run makes no mistake") }
        move(.go(to: first - 1))
        say("\(name), before its first mistake; \(key: .step) makes it, \(key: .listFailures) lists the others")
    }

    /// A state that looks at another run as this one is looked at.
    func following(_ session: Session, in branches: BranchTree = BranchTree(), named name: String) -> AppState {
        var next = AppState(session, in: branches, sourceName: name, keys: view.keys)
        next.view.speed = view.speed
        next.view.hasColors = view.hasColors
        next.view.focus = view.focus
        next.view.isZoomed = view.isZoomed
        next.view.showsSource = view.showsSource && next.session.problem.task.sourceLines != nil
        next.isElsewhere = isElsewhere
        next.history = history
        next.size = size
        return next
    }

    /// Why no other run can be looked at here, if so.
    private var reasonAgainstOpening: KeyText? {
        if tour != nil { return "a tour has its own problem; npi replay FILE opens a recording" }
        return view.recordingName.map {
            "this run is being recorded to \($0); leave it with \(key: .quit) before another one is opened"
        }
    }
}
