import Foundation
import TUI
import TerminalKit

/// A picture of a few lines that is drawn again and again in place, below what the terminal already shows, on standard
/// error.
final class InlinePanel {
    private var drawnHeight = 0
    private let depth: ColorDepth
    private let glyphs: Glyphs

    /// A panel, or nil where standard error is no terminal that can be drawn on.
    init?() {
        let look = TerminalLook(of: STDERR_FILENO)
        guard look.isTerminal else { return nil }
        depth = look.depth
        glyphs = look.glyphs
    }

    /// Draws `height` lines over what was drawn before.
    func draw(height: Int, _ paint: (inout Canvas) -> Void) {
        var size = winsize()
        let isKnown = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        let width = isKnown ? min(Int(size.ws_col) - 1, 100) : 79
        // A panel taller than the terminal would scroll it at every frame.
        let shown = min(height, isKnown ? max(Int(size.ws_row) - 1, 1) : height)
        var canvas = Canvas(size: Size(width, height), glyphs: glyphs)
        paint(&canvas)
        let lines = canvas.ansi(depth: depth).split(separator: "\n", omittingEmptySubsequences: false).prefix(shown)
        var text = drawnHeight > 0 ? "\u{1B}[\(drawnHeight)A\r" : ""
        for line in lines { text += "\(line)\u{1B}[0m\u{1B}[K\n" }
        if drawnHeight > lines.count { text += "\u{1B}[J" }
        drawnHeight = lines.count
        StandardError.draw(text)
    }
}
