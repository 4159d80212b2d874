/// Where text stands in a width larger than it.
package enum Alignment: Hashable, Sendable {
    /// At the left edge.
    case left
    /// In the middle, one column to the left when it cannot be exact.
    case center
    /// At the right edge.
    case right
}

extension Canvas {
    /// Writes `text` from `point` to the right, clipped, and returns the column after it.
    ///
    /// One line only: a line feed is shown as an unprintable character.
    @discardableResult
    package mutating func write(_ text: some StringProtocol, at point: Point, style: Style = .text) -> Int {
        var x = point.x
        for scalar in text.unicodeScalars {
            let width = scalar.columns
            if width == 0 {
                combine(scalar, at: Point(x - 1, point.y))
            } else {
                // Nothing further to the right can be seen.
                guard x < bounds.maxX else { return point.x + text.columns }
                put(scalar, at: Point(x, point.y), style: style)
                x += width
            }
        }
        return x
    }

    /// Writes `text` from `point` to the right, clipped, and returns the column after it.
    @discardableResult
    package mutating func write(_ text: StyledText, at point: Point) -> Int {
        text.runs.reduce(point.x) { x, run in write(run.text, at: Point(x, point.y), style: run.style) }
    }

    /// Writes `text` in the first row of `rect`, shortened with an ellipsis when it does not fit.
    package mutating func write(_ text: StyledText, in rect: Rect, align: Alignment = .left) {
        guard !rect.isEmpty else { return }
        let fitted = text.fitted(to: rect.width, mark: glyphs.ellipsis)
        let free = rect.width - fitted.columns
        let indent =
            switch align {
            case .left: 0
            case .center: free / 2
            case .right: free
            }
        write(fitted, at: rect.origin.moved(indent, 0))
    }

    /// Writes `text` in `rect`, wrapped, and returns how many rows it needs; those that do not fit are left out.
    @discardableResult
    package mutating func writeWrapped(_ text: String, in rect: Rect, style: Style = .text) -> Int {
        let lines = text.wrapped(to: rect.width)
        for (row, line) in lines.prefix(rect.height).enumerated() {
            write(line, at: rect.origin.moved(0, row), style: style)
        }
        return lines.count
    }
}
