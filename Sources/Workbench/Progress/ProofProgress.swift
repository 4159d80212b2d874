import Proof
import Support
import TUI
import TerminalKit

/// Shows on standard error how far a proof has come: a line redrawn in place on a terminal; elsewhere one now and then.
final class ProofProgress {
    private let clock = ContinuousClock()
    private let task: String
    private let panel = InlinePanel()
    private var latest: ContinuousClock.Instant
    private var checkingSince: ContinuousClock.Instant?

    init(_ task: String) {
        self.task = task
        latest = clock.now
    }

    /// Shows how far it is, when it is time.
    func show(_ progress: TaskProof.Progress) {
        if case .checking = progress, checkingSince == nil { checkingSince = clock.now }
        guard (clock.now - latest).inSeconds >= (panel == nil ? 30 : 0.25) else { return }
        latest = clock.now
        let text = "\(task)  \(words(progress))"
        guard let panel else { return StandardError.say(text) }
        panel.draw(height: 1) { canvas in canvas.write(StyledText(text), in: canvas.bounds) }
    }

    private func words(_ progress: TaskProof.Progress) -> String {
        switch progress {
        case .exploring(let done, let open):
            return "looking for all that can be seen: \(done.grouped) situations, \(open.grouped) to look at"
        case .counting(let program): return "counting what \(program) can see"
        case .checking(let done, let all):
            var left = ""
            if let since = checkingSince, done > 0 {
                let seconds = (clock.now - since).inSeconds / Double(done) * Double(all - done)
                left = ", \(seconds.asClockTime) left"
            }
            return "asking the network: \(done.grouped) of \(all.grouped) steps\(left)"
        }
    }

    /// Removes the line on a terminal.
    func end() { panel?.draw(height: 0) { _ in } }
}
