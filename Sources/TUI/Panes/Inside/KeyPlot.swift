import NPIKit
import TerminalKit

/// The keys on a map: those that stand near each other are easily mistaken for each other. They keep their places from step to
/// step. The query, which is longer than any key, stands among them as its scores pull it: by the program that is likely called.
struct KeyPlot {
    let look: MemoryLook

    func draw(on canvas: inout Canvas) {
        let area = canvas.bounds
        guard area.width > 4, area.height > 3, !look.memory.keys.isEmpty else { return }
        let map = KeyMap(look.memory.keys)
        let points = look.memory.keys.map(map.point)
        let asked = look.chances.map { Self.mean(of: points, weights: $0) }
        let (plot, bottom) = area.split(bottom: 2)
        let frame = PlotFrame(points, in: plot)
        drawNames(points.map(frame.cell), asked: asked.map(frame.cell), in: plot, on: &canvas)
        if let asked {
            canvas.put(canvas.glyphs.timelineMark, at: frame.cell(asked), style: Style(.target))
            let mark = StyledText(String(canvas.glyphs.timelineMark), Style(.target))
            let meaning = ["the query, among the keys by its scores", "the query, by its scores", "the query"]
            let text = meaning.first { $0.columns + 2 <= bottom.width } ?? ""
            canvas.write(mark + StyledText(" \(text)", .dim), in: bottom.row(0))
        }
        let percent = Int((map.share * 100).rounded())
        let share = "\(percent) % of the variance"
        let text =
            ["two principal components, \(share)", "two components, \(share)", share]
            .first { $0.columns <= bottom.width } ?? share
        canvas.write(StyledText(text, .dim), in: bottom.row(1))
    }

    private static func mean(of points: [KeyMap.Point], weights: [Float]) -> KeyMap.Point {
        zip(points, weights).reduce(KeyMap.Point(x: 0, y: 0)) { sum, part in
            KeyMap.Point(x: sum.x + part.0.x * part.1, y: sum.y + part.0.y * part.1)
        }
    }

    /// Names stand where they cover no other; what finds no place has its dot alone. The programs of this step come first.
    private func drawNames(_ cells: [Point], asked: Point?, in plot: Rect, on canvas: inout Canvas) {
        var taken = cells.map { Rect(origin: $0, size: Size(1, 1)) }
        if let asked { taken.append(Rect(origin: asked, size: Size(1, 1))) }
        let order = cells.indices.sorted { rank($0) < rank($1) }
        for row in order.reversed() {
            canvas.put(canvas.glyphs.timelinePosition, at: cells[row], style: look.style(row))
        }
        for row in order {
            let name = look.name(row)
            let (x, y, width) = (cells[row].x, cells[row].y, name.columns)
            let places = [
                Point(x + 2, y), Point(x - width - 1, y), Point(x - width / 2, y - 1), Point(x - width / 2, y + 1),
                Point(x + 1, y - 1), Point(x + 1, y + 1), Point(x - width, y - 1), Point(x - width, y + 1),
            ]
            let free = places.map { Rect(origin: $0, size: Size(width, 1)) }.first { place in
                plot.intersection(place) == place && !taken.contains { !$0.intersection(place).isEmpty }
            }
            guard let free else { continue }
            taken.append(free.inset(left: 0))
            canvas.write(name, at: free.origin, style: look.style(row))
        }
    }

    private func rank(_ row: Int) -> Int { row == look.running ? -2 : row == look.chosen ? -1 : row }
}

/// Turns places on the map into cells.
struct PlotFrame {
    private let area: Rect
    private let (lowX, highX, lowY, highY): (Float, Float, Float, Float)

    init(_ points: [KeyMap.Point], in area: Rect) {
        self.area = area
        let (xs, ys) = (points.map(\.x).filter(\.isFinite), points.map(\.y).filter(\.isFinite))
        (lowX, highX) = (xs.min() ?? 0, xs.max() ?? 0)
        (lowY, highY) = (ys.min() ?? 0, ys.max() ?? 0)
    }

    func cell(_ point: KeyMap.Point) -> Point {
        let x = Self.share(point.x, lowX, highX) * Float(area.width - 1)
        let y = (1 - Self.share(point.y, lowY, highY)) * Float(area.height - 1)
        return Point(area.minX + Int(x.rounded()), area.minY + Int(y.rounded()))
    }

    private static func share(_ value: Float, _ low: Float, _ high: Float) -> Float {
        guard high > low, value.isFinite else { return 0.5 }
        return min(max((value - low) / (high - low), 0), 1)
    }
}
