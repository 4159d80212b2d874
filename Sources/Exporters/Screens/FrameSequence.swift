package import Debugger
import TUI
package import TerminalKit

/// The debugger's screen at one step of a run after the other, for pictures that move.
///
/// It is drawn as the debugger draws it while a person steps through the run.
package struct FrameSequence {
    /// The run.
    private(set) var session: Session
    /// The first and the last position that are shown.
    let range: ClosedRange<Int>
    /// How large the screen is.
    let size: Size
    /// Its colours.
    let theme: Theme
    /// Its characters.
    let glyphs: Glyphs
    private let view: ViewState

    /// Prepares a film.
    ///
    /// - Parameters:
    ///   - session: The run; all that is to be shown must be known.
    ///   - sourceName: What the title calls the network or the recording.
    ///   - range: The first and the last position, within `0...session.log.count`.
    ///   - size: The size of the screen.
    ///   - theme: Its colours.
    ///   - glyphs: Its characters.
    package init(
        _ session: Session, sourceName: String, range: ClosedRange<Int>, size: Size = Size(100, 30),
        theme: Theme = .dark, glyphs: Glyphs = .unicode
    ) {
        precondition(range.lowerBound >= 0 && range.upperBound <= session.log.count, "the range is one of positions")
        self.session = session
        self.range = range
        self.size = size
        self.theme = theme
        self.glyphs = glyphs
        var view = ViewState()
        view.sourceName = sourceName
        self.view = view
    }

    /// How many screens it has.
    package var frameCount: Int { range.count }

    /// The screen at `position`, which is quickest one after the other.
    package mutating func canvas(at position: Int) -> Canvas {
        session.perform(.go(to: position))
        var canvas = Canvas(size: size, glyphs: glyphs)
        _ = DebuggerScreen.draw(session, view, into: &canvas)
        return canvas
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
