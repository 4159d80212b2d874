package import Debugger
package import NPIKit
package import TerminalKit

/// A run, or a part of it, and how it is to be shown.
package struct ExportedRun {
    /// The run; all that is to be shown is known.
    package var session: Session
    /// The first and the last position that are shown, within `0...session.log.count`.
    package var range: ClosedRange<Int>
    /// What titles call the network or the recording.
    package var sourceName: String
    /// How its screens are drawn.
    package var pictures: RunPictures
    /// The network that made the run, if it is told.
    package var model: ModelIdentity?
    /// The network that is asked at each step, for what a recording does not hold.
    package var network: (any StepPredictor)?
    /// The seed of the run.
    package var seed = 0
    /// Whether one step is shown, the first of the range, as a picture that does not move.
    package var isStill = false
    /// The step at which a page opens; the first of the range if nil.
    package var opening: Int?
    /// How many steps a second are shown.
    package var stepsPerSecond = 4.0
    /// How large screens are.
    package var size = Size(100, 30)
    /// The colours of screens.
    package var theme = Theme.dark

    /// Prepares to export what happens in `session` between two positions.
    ///
    /// - Parameters:
    ///   - session: The run.
    ///   - range: The first and the last position, within `0...session.log.count`.
    ///   - sourceName: What titles call the network or the recording.
    ///   - pictures: How its screens are drawn.
    package init(_ session: Session, range: ClosedRange<Int>, sourceName: String, pictures: RunPictures) {
        precondition(range.lowerBound >= 0 && range.upperBound <= session.log.count, "the range is one of positions")
        self.session = session
        self.range = range
        self.sourceName = sourceName
        self.pictures = pictures
    }
}
