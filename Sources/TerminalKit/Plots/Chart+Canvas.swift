extension Chart {
    /// How many lines a picture of it in text takes.
    package var lineCount: Int { 20 + series.count }

    /// How a curve looks on a canvas.
    private struct Look {
        var mark: Unicode.Scalar
        var style: Style
    }

    private static let styles: [Style] = [
        .good, Style(.warning), .accent, Style(.target), Style(.swap), Style(.program),
    ]

    private static func look(_ index: Int, _ glyphs: Glyphs) -> Look {
        let marks: [Unicode.Scalar] =
            glyphs.isASCII ? ["O", "x", "+", "#", "v", "*"] : ["●", "▲", "■", "◆", "▼", "▪"]
        return Look(mark: marks[index % marks.count], style: styles[index % styles.count])
    }

    /// Draws it on the whole canvas: title, axes with labels, the curves, and a legend below.
    package func draw(into canvas: inout Canvas) {
        let parts = canvas.bounds.rows([.cells(1), .share(1), .cells(2), .cells(series.count)])
        let gutter = 7
        canvas.write(StyledText(title, .title), in: parts[0])
        let area = parts[1].inset(left: gutter, right: 2)
        guard area.width > 10, area.height > 3 else { return }
        drawFrame(area, labels: parts[2].inset(left: gutter, right: 2), into: &canvas)
        for index in series.indices.reversed() { drawCurve(index, in: area, of: &canvas) }
        for (index, curve) in series.enumerated() {
            let look = Self.look(index, canvas.glyphs)
            let line = StyledText("\(String(look.mark)) ", look.style) + StyledText(curve.name)
            canvas.write(line, in: parts[3].row(index).inset(left: gutter))
        }
    }

    private func drawFrame(_ area: Rect, labels: Rect, into canvas: inout Canvas) {
        let bottom = area.maxY - 1
        for share in [0, 25, 50, 75, 100] {
            let y = row(Double(share) / 100, in: area)
            canvas.write(
                StyledText("\(share) %", .dim), in: Rect(area.minX - 7, y, 5, 1), align: .right)
            guard y != bottom else { continue }
            for x in stride(from: area.minX + 2, to: area.maxX, by: 3) {
                canvas.put(canvas.glyphs.empty, at: Point(x, y), style: .border)
            }
        }
        canvas.verticalLine(x: area.minX - 1, from: area.minY, through: area.maxY, shape: .square)
        canvas.horizontalLine(y: area.maxY, from: area.minX - 1, through: area.maxX, shape: .square)
        let row = labels.minY + 1
        for label in axis.labels(room: Double(area.width - 1), width: 1) {
            let x = area.minX + Int(label.middle.rounded()) - label.text.count / 2
            canvas.write(label.text, at: Point(x, row), style: .dim)
        }
        canvas.write(
            StyledText(xTitle + (axis.isLogarithmic ? " (logarithmic)" : ""), .dim),
            in: Rect(area.minX, row + 1, area.width, 1), align: .right)
    }

    /// The row of a share; the axis itself is one row below the area.
    private func row(_ share: Double, in area: Rect) -> Int {
        area.minY + Int(((1 - min(max(share, 0), 1)) * Double(area.height - 1)).rounded())
    }

    private func column(_ x: Double, in area: Rect) -> Int {
        area.minX + Int((axis.place(of: x) * Double(area.width - 1)).rounded())
    }

    private func drawCurve(_ index: Int, in area: Rect, of canvas: inout Canvas) {
        let look = Self.look(index, canvas.glyphs)
        let points = series[index].points
        for (from, to) in zip(points, points.dropFirst()) {
            let (left, right) = (column(from.x, in: area), column(to.x, in: area))
            guard right > left + 1 else { continue }
            for x in (left + 1)..<right {
                let part = Double(x - left) / Double(right - left)
                canvas.put(
                    canvas.glyphs.empty, at: Point(x, row(from.y + (to.y - from.y) * part, in: area)),
                    style: look.style)
            }
        }
        for point in points {
            canvas.put(look.mark, at: Point(column(point.x, in: area), row(point.y, in: area)), style: look.style)
        }
    }
}
