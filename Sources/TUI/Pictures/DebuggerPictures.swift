package import Debugger
import Scratchpads
package import TerminalKit

/// The debugger's pictures for those who show a run without a terminal.
package enum DebuggerPictures {
    /// The whole screen as a person sees it who steps through the run; `sourceName` is what the title calls the network
    /// or the recording.
    package static func screen(
        of session: Session, sourceName: String, size: Size, glyphs: Glyphs = .unicode
    ) -> Canvas {
        var view = ViewState(keys: CommandTable.keys)
        view.sourceName = sourceName
        var canvas = Canvas(size: size, glyphs: glyphs)
        _ = DebuggerScreen.draw(session, view, into: &canvas)
        return canvas
    }

    /// The environment alone, in a size that suits it.
    package static func environment(of session: Session) -> Canvas {
        let isCamera = if case .camera = session.world.drawing.content { true } else { false }
        var canvas = Canvas(size: isCamera ? Size(64, 22) : Size(60, 14))
        _ = ScratchpadPane(scene: Scene(session, ViewState(keys: CommandTable.keys))).draw(on: &canvas)
        return canvas
    }
}
