import Debugger
package import TerminalKit

/// The debugger's screen at one step of a run after the other, for pictures that move.
///
/// It is drawn as the debugger draws it while a person steps through the run.
package struct FrameSequence {
    private var session: Session
    /// The first and the last position that are shown.
    let range: ClosedRange<Int>
    /// How large the screen is.
    let size: Size
    private let sourceName: String
    private let pictures: RunPictures

    /// The screens of `run`.
    package init(_ run: ExportedRun) {
        session = run.session
        range = run.range
        size = run.size
        sourceName = run.sourceName
        pictures = run.pictures
    }

    /// How many screens it has.
    package var frameCount: Int { range.count }

    /// The screen at `position`, which is quickest one after the other.
    package mutating func canvas(at position: Int) -> Canvas {
        session.perform(.go(to: position))
        return pictures.screen(session, sourceName, size, .unicode)
    }

    /// Whether the event that leads to `position` is a call made by the top program.
    func isTopLevelCall(at position: Int) -> Bool {
        guard position > 0 else { return false }
        let record = session.log[position]
        return record.kind == .call && record.depth <= 1
    }

    /// The name of the event that leads to `position`.
    func name(at position: Int) -> String {
        session.name(of: session.log[position])
    }
}
