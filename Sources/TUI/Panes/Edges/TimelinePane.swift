import Debugger
import TerminalKit

/// The run as a slider: what has happened, the position, and the marks.
struct TimelinePane {
    let scene: Scene

    /// Where the slider stands in its row: the ends take a cell each.
    static func slider(in row: Rect) -> Rect { row.inset(left: 2, right: 2) }

    func draw(on canvas: inout Canvas) {
        let slider = Self.slider(in: canvas.bounds)
        guard !slider.isEmpty else { return }
        let glyphs = canvas.glyphs
        let timeline = scene.session.timeline(columns: slider.width)
        let position = timeline.column(of: scene.session.position)
        canvas.put(glyphs.timelineStart, at: Point(slider.minX - 1, 0), style: .border)
        canvas.put(glyphs.timelineEnd, at: Point(slider.maxX, 0), style: .border)
        let dense = denseMarks(timeline)
        let shown = MarkSet.all.subtracting(dense)
        let densities = densities(of: dense, timeline)
        for column in 0..<slider.width {
            let point = Point(slider.minX + column, 0)
            let isPast = column < position
            canvas.put(
                isPast ? glyphs.timelinePast : glyphs.timelineFuture, at: point,
                style: Style(isPast ? .past : .future))
            if let (glyph, style) = mark(marks(timeline, column).intersection(shown), glyphs) {
                canvas.put(glyph, at: point, style: Style(style))
            } else if densities[column] > 0 {
                canvas.put(Self.tick(densities[column], glyphs), at: point, style: Style(isPast ? .past : .future))
            }
        }
        for (event, style) in differences {
            let column = timeline.column(of: event - 1)
            canvas.put(glyphs.differs, at: Point(slider.minX + column, 0), style: style)
        }
        let isMistake = scene.latest?.judgement == .differs
        canvas.put(
            glyphs.timelinePosition, at: Point(slider.minX + position, 0),
            style: Style(isMistake ? .mistake : .position))
    }

    /// The marks of a column; of a mistake ahead nothing while a tour asks about it.
    private func marks(_ timeline: Timeline, _ column: Int) -> MarkSet {
        let isHidden = scene.isAsked && column > timeline.column(of: scene.session.position)
        return isHidden ? timeline.marks[column].subtracting(.mistake) : timeline.marks[column]
    }

    /// Where the run first differs from the one beside it: in a probability, and in a decision, which matters more.
    private var differences: [(event: Int, style: Style)] {
        guard scene.view.isComparing, let search = scene.view.comparison?.search else { return [] }
        return [(search.probability?.event, Style(.warning)), (search.decision, Style(.mistake))].compactMap {
            event, style in
            event.map { ($0, style) }
        }
    }

    /// The marks that stand almost everywhere: instead of each, it is shown how many there are.
    private func denseMarks(_ timeline: Timeline) -> MarkSet {
        var dense = MarkSet()
        for kind in [MarkSet.carry, .swap, .lowConfidence, .output] {
            let count = timeline.marks.count { !$0.isDisjoint(with: kind) }
            if count * 4 > timeline.marks.count { dense.insert(kind) }
        }
        return dense
    }

    /// How many of the marks `dense` each column has, as a share of the most.
    private func densities(of dense: MarkSet, _ timeline: Timeline) -> [Double] {
        guard !dense.isEmpty else { return Array(repeating: 0, count: timeline.marks.count) }
        let counts = scene.session.markCounts(of: dense, on: timeline)
        let most = max(counts.max() ?? 0, 1)
        return counts.map { Double($0) / Double(most) }
    }

    /// A tick as high as a share, at least the lowest.
    private static func tick(_ share: Double, _ glyphs: Glyphs) -> Unicode.Scalar {
        let parts = glyphs.verticalParts
        return parts[min(max(Int((share * Double(parts.count - 1)).rounded()), 1), parts.count - 1)]
    }

    /// A mark, what it looks like and what it means.
    struct Sign {
        let mark: MarkSet
        let glyph: Unicode.Scalar
        let style: StyleName
        let text: String
        let meaning: String
    }

    /// All of them, the most important first.
    static func signs(_ glyphs: Glyphs) -> [Sign] {
        [
            Sign(
                mark: .changed, glyph: glyphs.changed, style: .warning, text: "changed",
                meaning: "a cell was set, or a step decided, by hand"),
            Sign(
                mark: .mistake, glyph: glyphs.wrong, style: .mistake, text: "mistake",
                meaning: "a mistake: the expert would have done something else"),
            Sign(
                mark: .bookmark, glyph: glyphs.bookmark, style: .accent, text: "bookmark",
                meaning: "a bookmark of yours"),
            Sign(
                mark: .breakpoint, glyph: glyphs.breakpoint, style: .breakpoint, text: "breakpoint",
                meaning: "a breakpoint is hit"),
            Sign(
                mark: .lowConfidence, glyph: glyphs.lowConfidence, style: .warning, text: "low confidence",
                meaning: "the network had low confidence in what it did next"),
            Sign(
                mark: .swap, glyph: glyphs.timelineSwap, style: .swap, text: "swap",
                meaning: "two values change places"),
            Sign(
                mark: .carry, glyph: glyphs.timelineMark, style: .carry, text: "carry", meaning: "a carry is written"),
            Sign(
                mark: .output, glyph: glyphs.timelineOutput, style: .value, text: "output",
                meaning: "a piece of the result is written"),
        ]
    }

    private func mark(_ marks: MarkSet, _ glyphs: Glyphs) -> (Unicode.Scalar, StyleName)? {
        Self.signs(glyphs).first { marks.contains($0.mark) }.map { ($0.glyph, $0.style) }
    }

    /// What the marks in sight mean, for the edge above.
    static func legend(_ scene: Scene, _ glyphs: Glyphs, width: Int) -> StyledText {
        let pane = TimelinePane(scene: scene)
        let timeline = scene.session.timeline(columns: slider(in: Rect(0, 0, width, 1)).width)
        let present = timeline.marks.indices.reduce(MarkSet()) { $0.union(pane.marks(timeline, $1)) }
        let dense = pane.denseMarks(timeline)
        var legend = StyledText()
        for sign in signs(glyphs) where present.subtracting(dense).contains(sign.mark) {
            if legend.columns > 0 { legend += "  " }
            legend += StyledText(String(sign.glyph), Style(sign.style)) + StyledText(" " + sign.text, .dim)
        }
        guard !dense.isEmpty else { return legend }
        if legend.columns > 0 { legend += "  " }
        let names = signs(glyphs).filter { dense.contains($0.mark) }.map(\.text).joined(separator: ", ")
        let ticks = [0.2, 0.6, 1].map { String(tick($0, glyphs)) }.joined()
        return legend + StyledText(ticks, Style(.past)) + StyledText(" few to many: \(names)", .dim)
    }
}
