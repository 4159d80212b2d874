extension Canvas {
    /// Draws the frame of `rect`, with a title in its top edge and a footer in its bottom edge.
    ///
    /// Lines that meet others join them, so that boxes that share an edge make one grid.
    package mutating func box(
        _ rect: Rect, title: StyledText = "", footer: StyledText = "", shape: BoxShape = .rounded,
        style: Style = .border
    ) {
        guard rect.width > 1, rect.height > 1 else { return }
        let (left, right) = (rect.minX, rect.maxX - 1)
        let (top, bottom) = (rect.minY, rect.maxY - 1)
        for y in [top, bottom] where rect.width > 2 {
            for x in visible(left + 1, right - 1, bounds.width) {
                join([.left, .right], at: Point(x, y), shape, style)
            }
        }
        for x in [left, right] where rect.height > 2 {
            for y in visible(top + 1, bottom - 1, bounds.height) {
                join([.up, .down], at: Point(x, y), shape, style)
            }
        }
        join([.down, .right], at: Point(left, top), shape, style)
        join([.down, .left], at: Point(right, top), shape, style)
        join([.up, .right], at: Point(left, bottom), shape, style)
        join([.up, .left], at: Point(right, bottom), shape, style)
        label(title, onEdge: Rect(rect.minX, rect.minY, rect.width, 1))
        label(footer, onEdge: Rect(rect.minX, bottom, rect.width, 1))
    }

    /// Draws a horizontal line between two columns, joining the lines that it meets.
    package mutating func horizontalLine(
        y: Int, from left: Int, through right: Int, shape: BoxShape = .rounded, style: Style = .border
    ) {
        for x in visible(left, right, bounds.width) {
            let arms = Self.arms(at: x, of: left, right, towards: .left, .right)
            join(arms, at: Point(x, y), shape, style)
        }
    }

    /// Draws a vertical line between two rows, joining the lines that it meets.
    package mutating func verticalLine(
        x: Int, from top: Int, through bottom: Int, shape: BoxShape = .rounded, style: Style = .border
    ) {
        for y in visible(top, bottom, bounds.height) {
            let arms = Self.arms(at: y, of: top, bottom, towards: .up, .down)
            join(arms, at: Point(x, y), shape, style)
        }
    }

    /// The arms of a line from `first` to `last` at one of its cells: ends have the inner arm alone.
    private static func arms(
        at place: Int, of first: Int, _ last: Int, towards back: BoxArms, _ forth: BoxArms
    ) -> BoxArms {
        if place == first, first != last { return forth }
        return place == last && first != last ? back : [back, forth]
    }

    /// Writes a label into an edge, a blank on either side, keeping the corners and one cell of line.
    private mutating func label(_ text: StyledText, onEdge edge: Rect) {
        let room = edge.inset(horizontal: 1)
        guard text.columns > 0, room.width > 4 else { return }
        let fitted = text.fitted(to: room.width - 3, mark: glyphs.ellipsis)
        write(" " + fitted + " ", at: room.origin)
    }

    /// The part of `first...last` that lies in `0..<count`.
    func visible(_ first: Int, _ last: Int, _ count: Int) -> Range<Int> {
        let low = max(first, 0)
        return low..<max(low, min(last, count - 1) + 1)
    }

    private mutating func join(_ arms: BoxArms, at point: Point, _ shape: BoxShape, _ style: Style) {
        guard let cell = self[point] else { return }
        let present = cell.scalar.flatMap { glyphs.arms(of: $0) } ?? []
        put(glyphs.line(present.union(arms), shape), at: point, style: style)
    }
}
