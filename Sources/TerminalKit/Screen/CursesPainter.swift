/// Sends canvases to ncurses, and of each only the rows that differ from the last one, from the first to the last cell
/// that does.
struct CursesPainter {
    private var shown: Canvas?
    private var row = Curses.Row()

    /// Forgets what was shown: the next canvas is sent whole.
    mutating func forget() {
        shown = nil
    }

    /// Puts `canvas` on ncurses' window; `hasOwnColors` says whether the terminal's own colours may be asked for.
    mutating func paint(_ canvas: Canvas, _ theme: Theme, _ depth: ColorDepth, hasOwnColors: Bool) {
        var look = Look(theme: theme, depth: depth, hasOwnColors: hasOwnColors)
        for y in 0..<canvas.gridSize.height {
            let cells = canvas.row(y)
            guard let changed = changedColumns(of: cells, y) else { continue }
            row.removeAll()
            for cell in cells.dropFirst(changed.lowerBound).prefix(changed.count) where !cell.isRightHalf {
                look.adopt(cell.style)
                row.append(cell, width: cell.width, attributes: look.attributes, pair: look.pair)
            }
            row.put(at: Point(changed.lowerBound, y))
        }
        shown = canvas
    }

    /// From the first to the last changed column, or nil; whole rows where a wide glyph could be cut in half.
    private func changedColumns(of cells: ArraySlice<CanvasCell>, _ y: Int) -> Range<Int>? {
        guard let shown, shown.row(y).count == cells.count else { return cells.isEmpty ? nil : 0..<cells.count }
        let old = shown.row(y)
        guard let first = zip(cells, old).enumerated().first(where: { $0.element.0 != $0.element.1 })?.offset else {
            return nil
        }
        if cells.contains(where: \.isRightHalf) || old.contains(where: \.isRightHalf) { return 0..<cells.count }
        let last = zip(cells.reversed(), old.reversed()).enumerated().first { $0.element.0 != $0.element.1 }!.offset
        return first..<cells.count - last
    }
}

/// A style in ncurses' terms, worked out once for each run of cells that share it.
private struct Look {
    let theme: Theme
    let depth: ColorDepth
    let hasOwnColors: Bool
    private(set) var attributes: UInt32 = 0
    private(set) var pair: Int32 = 0
    private var style: Style?

    init(theme: Theme, depth: ColorDepth, hasOwnColors: Bool) {
        self.theme = theme
        self.depth = depth
        self.hasOwnColors = hasOwnColors
    }

    mutating func adopt(_ style: Style) {
        guard style != self.style else { return }
        self.style = style
        let paint = theme.paint(for: style, depth: depth)
        attributes = Curses.bits(of: paint.attributes)
        guard depth != .monochrome else { return }
        // Without colours of the terminal's own, white on black comes nearest.
        let foreground = paint.foreground.map { Int32($0.rawValue) } ?? (hasOwnColors ? -1 : 7)
        let background = paint.background.map { Int32($0.rawValue) } ?? (hasOwnColors ? -1 : 0)
        pair = foreground < 0 && background < 0 ? 0 : Curses.pair(foreground, background)
    }
}
