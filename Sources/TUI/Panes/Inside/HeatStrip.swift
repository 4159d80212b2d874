import TerminalKit

/// Numbers as a strip: two rows of colours a cell, or heights where there are no colours.
///
/// Where several numbers share a place the one furthest from zero is shown.
struct HeatStrip {
    let values: [Float]
    /// What is shown as the end of the colours.
    let scale: Float
    let hasColors: Bool
    /// Whether each number is two columns wide and takes whole rows: for wide panes.
    var isDoubled = false

    /// Strips have no more columns of numbers, so that units keep their places on wide screens.
    static let width = 64

    /// How the numbers lie in `size`.
    static func fold(_ count: Int, in size: Size, halves: Bool) -> StripFold {
        // Few numbers get whole cells.
        let rows = halves && count > size.width ? 2 * size.height : size.height
        return StripFold(count: count, columns: min(size.width, width), rows: rows)
    }

    /// What the colours, or the heights, mean.
    ///
    /// - Parameter least: What the lowest one stands for.
    static func legend(_ glyphs: Glyphs, hasColors: Bool, from least: String = "-1") -> StyledText {
        guard hasColors else {
            let heights = glyphs.verticalParts[1...].map(String.init).joined()
            return StyledText("\(least) ", .dim) + StyledText(heights, Style(.value)) + StyledText(" 1", .dim)
        }
        var scale = StyledText("\(least) ", .dim)
        for name in StyleName.heat { scale += StyledText(" ", Style(.text, on: name)) }
        return scale + StyledText(" 1", .dim)
    }

    func draw(on canvas: inout Canvas) {
        let halves = hasColors && !canvas.glyphs.isASCII
        guard !isDoubled else { return drawDoubled(halves: halves, on: &canvas) }
        let fold = Self.fold(values.count, in: canvas.bounds.size, halves: halves)
        let step = fold.rows == canvas.bounds.height ? 1 : 2
        for row in 0..<canvas.bounds.height {
            for column in 0..<fold.columns {
                guard let upper = value(fold, column, row * step) else { break }
                let lower = step == 1 ? upper : value(fold, column, row * step + 1) ?? 0
                put(upper, lower, at: Point(column, row), on: &canvas)
            }
        }
    }

    private func drawDoubled(halves: Bool, on canvas: inout Canvas) {
        let size = canvas.bounds.size
        let fold = Self.fold(values.count, in: Size(size.width / 2, max(size.height / 2, 1)), halves: halves)
        let height = max(size.height / max(fold.rows, 1), 1)
        for row in 0..<fold.rows {
            for column in 0..<fold.columns {
                guard let value = value(fold, column, row) else { break }
                let place = Rect(2 * column, row * height, 2, height)
                if hasColors {
                    canvas.fill(place, style: Style(.text, on: StyleName.heat(value)))
                } else {
                    put(value, value, at: Point(place.minX, place.maxY - 1), on: &canvas)
                    put(value, value, at: Point(place.minX + 1, place.maxY - 1), on: &canvas)
                }
            }
        }
    }

    private func value(_ fold: StripFold, _ column: Int, _ row: Int) -> Float? {
        values[fold.numbers(column: column, row: row)].max { abs($0) < abs($1) }.map { $0 / scale }
    }

    private func put(_ upper: Float, _ lower: Float, at point: Point, on canvas: inout Canvas) {
        guard hasColors else {
            let level = 1 + Int(((min(max(upper, -1), 1) + 1) / 2 * 7).rounded())
            return canvas.put(canvas.glyphs.verticalParts[level], at: point, style: Style(.value))
        }
        if canvas.glyphs.isASCII {
            canvas.put(" ", at: point, style: Style(.text, on: StyleName.heat(upper)))
        } else {
            canvas.put("▀", at: point, style: Style(StyleName.heat(upper), on: StyleName.heat(lower)))
        }
    }
}

/// How much numbers have changed, as a row of heights under their strip.
struct ChangeStrip {
    let before: [Float]
    let after: [Float]
    /// What is shown as the greatest height.
    let scale: Float
    /// The size of the strip above, whose places are kept.
    let size: Size
    let halves: Bool
    /// Whether that strip is doubled.
    var isDoubled = false

    /// The greatest change.
    var largest: Float { zip(before, after).map { abs($0 - $1) }.max() ?? 0 }

    func draw(on canvas: inout Canvas) {
        let zoom = isDoubled ? 2 : 1
        let size = Size(size.width / zoom, max(size.height / zoom, 1))
        let fold = HeatStrip.fold(after.count, in: size, halves: halves)
        for column in 0..<fold.columns {
            var change: Float = 0
            for row in 0..<fold.rows {
                for place in fold.numbers(column: column, row: row) {
                    change = max(change, abs(after[place] - before[place]))
                }
            }
            canvas.column(Double(change / scale), in: Rect(zoom * column, 0, zoom, 1), style: Style(.changed))
        }
    }
}
