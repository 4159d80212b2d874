import Debugger
import NPIKit
import Scratchpads
import TUI
import TerminalKit
import TestSupport

extension Session {
    /// The screen as text, and where the cursor is.
    func screen(
        _ width: Int, _ height: Int, _ view: ViewState = ViewState(), glyphs: Glyphs = .unicode
    ) -> (lines: [String], cursor: Point?) {
        var canvas = Canvas(size: Size(width, height), glyphs: glyphs)
        let cursor = DebuggerScreen.draw(self, view, into: &canvas)
        return (canvas.lines, cursor)
    }

    /// The screen as one text.
    func text(_ width: Int, _ height: Int, _ view: ViewState = ViewState(), glyphs: Glyphs = .unicode) -> String {
        screen(width, height, view, glyphs: glyphs).lines.joined(separator: "\n")
    }
}

extension ViewState {
    /// A view with some things changed.
    static func with(_ change: (inout ViewState) -> Void) -> ViewState {
        var view = ViewState()
        change(&view)
        return view
    }
}
