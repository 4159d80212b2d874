import Foundation

/// A screen without a terminal: input comes from a script, and what is shown is kept.
///
///     let screen = HeadlessScreen(size: Size(80, 24), script: [.key(.character("s")), nil, .key(.character("q"))])
///     runDebugger(on: screen)
///     screen.lines  // what was seen last
package final class HeadlessScreen: Screen {
    /// The present size; ``InputEvent/resize(_:)`` in the script changes it.
    package private(set) var size: Size
    /// What its canvases should be drawn with.
    package let glyphs: Glyphs
    /// How many colours it pretends to have.
    package let depth: ColorDepth
    /// The looks of styles, for pictures.
    package var theme: Theme
    /// What has been shown, in order.
    package private(set) var frames: [Canvas] = []
    /// Where the cursor was last shown, if it was.
    package private(set) var cursor: Point?

    private var script: ArraySlice<InputEvent?>
    private let waits: Bool

    /// Makes a screen whose input is `script`; nil stands for a wait in which nothing came, which takes no time unless `waits`.
    package init(
        size: Size = Size(80, 24), glyphs: Glyphs = .unicode, depth: ColorDepth = .palette, theme: Theme = .dark,
        script: [InputEvent?] = [], waits: Bool = false
    ) {
        self.waits = waits
        self.size = size
        self.glyphs = glyphs
        self.depth = depth
        self.theme = theme
        self.script = script[...]
    }

    /// The lines of the canvas that was shown last; none before the first.
    package var lines: [String] { frames.last?.lines ?? [] }

    /// Adds input to the end of the script.
    package func feed(_ events: InputEvent?...) {
        script += events
    }

    /// Keeps `canvas`.
    package func present(_ canvas: Canvas, cursor: Point?) {
        frames.append(canvas)
        self.cursor = cursor
    }

    /// The script's next event; ``InputEvent/closed`` at its end, so that what runs on it ends as well.
    package func nextEvent(timeout: Int?) -> InputEvent? {
        guard let event = script.popFirst() else { return .closed }
        if case .resize(let size) = event { self.size = size }
        if event == nil, waits, let timeout, timeout > 0 { usleep(UInt32(timeout) * 1_000) }
        return event
    }
}
