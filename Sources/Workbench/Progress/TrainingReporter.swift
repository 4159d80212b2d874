import Experiments
import NPIKit
import Scratchpads
import Support
import TUI

/// Shows a training's progress: a panel redrawn in place on a terminal, plain lines elsewhere.
struct TrainingReporter {
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private let startedAt: Int
    private var latest: ContinuousClock.Instant
    private var latestSteps: Int?
    private var stepsPerSecond: Double?

    private var title = ""
    private var panelHeight = 0
    private let panel = InlinePanel()

    /// How often plain lines come, and how often the panel is drawn, in seconds.
    private var interval: Double { panel == nil ? 5 : 0.25 }

    /// Begins to count time. `startedAt` updates were made before, by a training that was resumed.
    init(startedAt: Int) {
        start = clock.now
        latest = start
        self.startedAt = startedAt
    }

    mutating func begin(_ progress: TrainingProgress, output: String) {
        latestSteps = progress.stepCount
        title = "training \(output)"
        guard panel == nil else { return draw(progress) }
        StandardError.say(
            "training \(output): \(progress.groups.reduce(0) { $0 + $1.frameCount }.grouped) different frames of "
                + "\(Set(progress.groups.map(\.program)).count) programs, \(progress.plannedCount.grouped) updates; kernels \(BLASKernels.name)"
        )
    }

    mutating func show(_ progress: TrainingProgress) {
        let now = clock.now
        let elapsed = (now - latest).inSeconds
        guard elapsed >= interval || progress.updateCount == progress.plannedCount else { return }
        stepsPerSecond = Double(progress.stepCount - (latestSteps ?? 0)) / max(elapsed, 1e-3)
        latest = now
        latestSteps = progress.stepCount
        if panel == nil { StandardError.say(line(progress)) } else { draw(progress) }
    }

    private mutating func draw(_ progress: TrainingProgress) {
        let pace = TrainingPanel.Pace(stepsPerSecond: stepsPerSecond.map { Int($0) }, timeLeft: timeLeft(progress))
        panelHeight = TrainingPanel.height(of: progress)
        panel?.draw(height: panelHeight) { TrainingPanel.draw(progress, pace, title: title, into: &$0) }
    }

    mutating func end(_ progress: TrainingProgress) {
        guard panel == nil else { return draw(progress) }
        let marks = progress.marks.map { "\($0.task.name) length \($0.part.length): \($0.right)/\($0.part.count)" }
        if let margin = progress.margin {
            StandardError.say("in the closest step the right decision is ahead by \(margin.decimals(2)) logits")
        }
        if !marks.isEmpty { StandardError.say("validated: \(marks.joined(separator: ", "))") }
    }

    private func line(_ progress: TrainingProgress) -> String {
        let wrong = progress.groups.reduce(0) { $0 + $1.wrongCount }
        let worst = progress.groups.max { $0.error < $1.error }
        var parts = [
            "update \(progress.updateCount.grouped)/\(progress.plannedCount.grouped)",
            "loss \((progress.loss ?? 0).decimals(4))",
            "wrong \(wrong.grouped)",
        ]
        if let worst { parts.append("worst \(worst.program) \(worst.error.decimals(4))") }
        if let stepsPerSecond { parts.append("\(Int(stepsPerSecond).grouped) steps/s") }
        if let timeLeft = timeLeft(progress) { parts.append("\(timeLeft) left") }
        return parts.joined(separator: "  ")
    }

    private func timeLeft(_ progress: TrainingProgress) -> String? {
        let made = progress.updateCount - startedAt
        guard made > 0 else { return nil }
        let pace = (clock.now - start).inSeconds / Double(made)
        return (pace * Double(progress.plannedCount - progress.updateCount)).asClockTime
    }
}
