import Support

/// A grid of cells that panes paint and a screen shows.
///
/// Painting outside is clipped and never traps, whatever the size, 0 x 0 included. Coordinates are those of the present
/// area: the whole grid, or within ``within(_:_:)`` one rectangle of it.
///
///     var canvas = Canvas(size: Size(24, 3))
///     canvas.box(canvas.bounds, title: "Scratchpad")
///     canvas.within(canvas.bounds.inset(horizontal: 1, vertical: 1)) { pad in
///         pad.write("INP1  0 9 6", at: .zero)
///     }
///     canvas.lines[1]  // "│INP1  0 9 6           │"
///
/// No wide glyph is ever cut in half: what would hold a half is blank instead.
package struct Canvas: Hashable, Sendable {
    /// The size of the whole grid.
    package let gridSize: Size
    /// Which characters it draws with. On an ASCII canvas everything painted becomes ASCII.
    package let glyphs: Glyphs

    private var cells: [CanvasCell]
    private var area: Rect
    private var clip: Rect

    /// An empty canvas.
    package init(size: Size, glyphs: Glyphs = .unicode) {
        gridSize = size
        self.glyphs = glyphs
        cells = Array(repeating: .blank, count: size.width * size.height)
        area = Rect(size: size)
        clip = area
    }

    /// The area that may be painted: at (0, 0), as large as the grid or the rectangle given to ``within(_:_:)``.
    package var bounds: Rect { Rect(size: area.size) }

    /// Lets `paint` paint in `rect` alone, whose corner is (0, 0) for it.
    @discardableResult
    package mutating func within<Result>(_ rect: Rect, _ paint: (inout Canvas) -> Result) -> Result {
        let (outerArea, outerClip) = (area, clip)
        defer { (area, clip) = (outerArea, outerClip) }
        area = rect.moved(area.minX, area.minY)
        clip = clip.intersection(area)
        return paint(&self)
    }

    /// The cell at `point`, or nil outside.
    package subscript(point: Point) -> CanvasCell? {
        index(of: point).map { cells[$0] }
    }

    /// The cells of row `y` of the whole grid, from left to right; none when there is no such row.
    package func row(_ y: Int) -> ArraySlice<CanvasCell> {
        guard (0..<gridSize.height).contains(y) else { return [] }
        return cells[y * gridSize.width..<(y + 1) * gridSize.width]
    }

    /// The same canvas cut, or filled up with blanks, to `size`.
    package func resized(to size: Size) -> Canvas {
        guard size != gridSize else { return self }
        var canvas = Canvas(size: size, glyphs: glyphs)
        for y in 0..<min(size.height, gridSize.height) {
            for (x, cell) in row(y).prefix(size.width).enumerated() { canvas.cells[y * size.width + x] = cell }
            // A wide glyph loses its right half at the edge.
            if gridSize.width > size.width, size.width > 0, row(y).dropFirst(size.width).first!.isRightHalf {
                canvas.cells[(y + 1) * size.width - 1] = CanvasCell(
                    " ", style: row(y).dropFirst(size.width - 1).first!.style)
            }
        }
        return canvas
    }

    /// Puts one glyph at `point`. A wide one that does not fit is painted as blank.
    ///
    /// What cannot be shown is replaced: unprintable characters by a mark, and on an ASCII canvas everything else by what is likest.
    package mutating func put(_ scalar: Unicode.Scalar, at point: Point, style: Style = .text) {
        let isWide = scalar.columns == 2
        let shown = CanvasCell(glyphs.shown(scalar), style: style)
        let next = isWide ? index(of: point.moved(1, 0)) : nil
        guard let index = index(of: point) else {
            if let next { store(CanvasCell(" ", style: style), at: next) }
            return
        }
        guard isWide else { return store(shown, at: index) }
        guard let next else { return store(CanvasCell(" ", style: style), at: index) }
        store(shown, at: index)
        store(glyphs.isASCII ? shown : .rightHalf(style), at: next)
    }

    /// Adds a combining mark to the glyph whose last cell is at `point`.
    mutating func combine(_ mark: Unicode.Scalar, at point: Point) {
        guard !glyphs.isASCII, !mark.isUnprintable, var index = index(of: point) else { return }
        if cells[index].isRightHalf, index > 0 { index -= 1 }
        cells[index].combine(mark)
    }

    /// Fills `rect` with `scalar`; a wide one is filled in as blank.
    package mutating func fill(_ rect: Rect, with scalar: Unicode.Scalar = " ", style: Style = .text) {
        let cell = CanvasCell(scalar.columns == 2 ? " " : glyphs.shown(scalar), style: style)
        forEachRow(in: rect) { canvas, row in
            canvas.store(cell, at: row.lowerBound)
            for index in row.dropFirst().dropLast() { canvas.cells[index] = cell }
            canvas.store(cell, at: row.upperBound - 1)
        }
    }

    /// Changes how the cells in `rect` look, keeping what they show.
    package mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
        forEachRow(in: rect) { canvas, row in
            for index in row { change(&canvas.cells[index].style) }
        }
    }

    /// Empties the area.
    package mutating func clear() {
        fill(bounds)
    }

    /// Calls `body` with the indices of the visible cells of each row of `rect`; none of them is empty.
    private mutating func forEachRow(in rect: Rect, _ body: (inout Canvas, Range<Int>) -> Void) {
        let visible = rect.moved(area.minX, area.minY).intersection(clip)
        guard !visible.isEmpty else { return }
        for y in visible.minY..<visible.maxY {
            let start = y * gridSize.width + visible.minX
            body(&self, start..<start + visible.width)
        }
    }

    private func index(of point: Point) -> Int? {
        let place = point.moved(area.minX, area.minY)
        return clip.contains(place) ? place.y * gridSize.width + place.x : nil
    }

    /// Stores a cell and blanks the other half of a wide glyph that it covers.
    private mutating func store(_ cell: CanvasCell, at index: Int) {
        let column = index % gridSize.width
        if !cell.isRightHalf, column > 0, cells[index].isRightHalf {
            cells[index - 1] = CanvasCell(" ", style: cells[index - 1].style)
        }
        if column + 1 < gridSize.width, cells[index + 1].isRightHalf {
            cells[index + 1] = CanvasCell(" ", style: cells[index + 1].style)
        }
        cells[index] = cell
    }
}
