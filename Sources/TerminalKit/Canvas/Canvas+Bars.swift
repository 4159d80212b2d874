extension Canvas {
    /// Fills `fraction` (0...1) of the row `rect` from the left, to an eighth of a cell, and the rest with `rest`.
    ///
    /// More than nothing shows at least the smallest part; what is no number counts as 0.
    package mutating func bar(_ fraction: Double, in rect: Rect, style: Style = .bar, rest: Style? = nil) {
        let eighths = Self.eighths(fraction, of: rect.width)
        for x in visible(rect.minX, rect.maxX - 1, bounds.width) {
            let part = min(max(0, eighths - (x - rect.minX) * 8), 8)
            let place = Rect(x, rect.minY, 1, rect.height)
            if part > 0 {
                fill(place, with: glyphs.horizontalParts[part], style: style)
            } else if let rest {
                fill(place, with: glyphs.barRest, style: rest)
            }
        }
    }

    /// Fills `fraction` (0...1) of `rect` from the bottom, to an eighth of a cell.
    package mutating func column(_ fraction: Double, in rect: Rect, style: Style = .bar) {
        let eighths = Self.eighths(fraction, of: rect.height)
        for y in visible(rect.minY, rect.maxY - 1, bounds.height) {
            let part = min(max(0, eighths - (rect.maxY - 1 - y) * 8), 8)
            guard part > 0 else { continue }
            fill(Rect(rect.minX, y, rect.width, 1), with: glyphs.verticalParts[part], style: style)
        }
    }

    private static func eighths(_ fraction: Double, of cells: Int) -> Int {
        guard fraction > 0 else { return 0 }
        return max(1, Int((min(fraction, 1) * Double(cells) * 8).rounded()))
    }
}
