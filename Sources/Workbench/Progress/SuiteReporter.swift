import Experiments
import Scratchpads
import Support
import TUI
import TerminalKit

/// Shows a suite's progress on standard error: a line redrawn in place on a terminal; elsewhere a line for each point, and
/// one now and then.
struct SuiteReporter {
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private let startShare: Double
    private let name: SuiteName
    private var latest: ContinuousClock.Instant
    private var pointsShown: Int
    private let panel = InlinePanel()

    /// How often a line is shown, in seconds.
    private var interval: Double { panel == nil ? 30 : 0.25 }

    /// Begins to count time.
    init(_ suite: Suite, _ progress: SuiteProgress, file: String?) {
        start = clock.now
        latest = start
        startShare = progress.share
        name = suite.name
        pointsShown = progress.pointsDone
        guard suite.trains else { return }
        let known = progress.pointsDone > 0 ? ", \(progress.pointsDone) of them known from before" : ""
        StandardError.say(
            "\(name.rawValue): \(progress.pointCount) points\(known)\(file.map { "; results in \($0)" } ?? "")")
    }

    /// Shows how far the suite is, when it is time.
    mutating func show(_ progress: SuiteProgress, newest: SuitePoint?) {
        if panel == nil, progress.pointsDone > pointsShown, let newest {
            pointsShown = progress.pointsDone
            return StandardError.say("\(line(progress))  \(Self.words(for: newest))")
        }
        guard (clock.now - latest).inSeconds >= interval else { return }
        latest = clock.now
        let text = "\(line(progress))  \(progress.activity)"
        guard let panel else { return StandardError.say(text) }
        panel.draw(height: 1) { canvas in
            let parts = canvas.bounds.columns([.cells(12), .share(1)])
            canvas.bar(progress.share, in: parts[0], style: Style(.past), rest: Style(.barRest))
            canvas.write(StyledText("  \(text)"), in: parts[1])
        }
    }

    /// Removes the line on a terminal.
    func end() {
        panel?.draw(height: 0) { _ in }
    }

    private func line(_ progress: SuiteProgress) -> String {
        var parts = ["\(name.rawValue)  \(progress.pointsDone)/\(progress.pointCount) points"]
        let made = progress.share - startShare
        if made > 0.005 {
            parts.append("\(((clock.now - start).inSeconds / made * (1 - progress.share)).asClockTime) left")
        }
        return parts.joined(separator: "  ")
    }

    private static func words(for point: SuitePoint) -> String {
        let examples = point.examples.map { ", examples \($0)" } ?? ""
        return
            "\(point.series)\(examples), \(point.task.name) of length \(point.length): \(point.right)/\(point.count)"
    }
}
