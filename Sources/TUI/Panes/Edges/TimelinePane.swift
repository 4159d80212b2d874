import Debugger
import Scratchpads

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
        let shown = shownMarks(timeline)
        for column in 0..<slider.width {
            let point = Point(slider.minX + column, 0)
            let isPast = column < position
            canvas.put(
                isPast ? glyphs.timelinePast : glyphs.timelineFuture, at: point,
                style: Style(isPast ? .past : .future))
            if let (glyph, style) = mark(timeline.marks[column].intersection(shown), glyphs) {
                canvas.put(glyph, at: point, style: Style(style))
            }
        }
        let isMistake = scene.latest?.judgement == .differs
        canvas.put(
            glyphs.timelinePosition, at: Point(slider.minX + position, 0),
            style: Style(isMistake ? .mistake : .position))
    }

    /// Marks that stand almost everywhere tell nothing.
    private func shownMarks(_ timeline: Timeline) -> MarkSet {
        var shown: MarkSet = [.mistake, .breakpoint]
        for kind in [MarkSet.carry, .swap] {
            let count = timeline.marks.count { !$0.isDisjoint(with: kind) }
            if count * 4 <= timeline.marks.count { shown.insert(kind) }
        }
        return shown
    }

    private func mark(_ marks: MarkSet, _ glyphs: Glyphs) -> (Unicode.Scalar, StyleName)? {
        if marks.contains(.mistake) { return (glyphs.wrong, .mistake) }
        if marks.contains(.breakpoint) { return (glyphs.breakpoint, .breakpoint) }
        if marks.contains(.swap) { return (glyphs.timelineMark, .swap) }
        return marks.contains(.carry) ? (glyphs.timelineMark, .carry) : nil
    }

    /// What the marks mean, for the edge above.
    static func legend(_ scene: Scene, _ glyphs: Glyphs) -> StyledText {
        var legend = StyledText()
        func add(_ glyph: Unicode.Scalar, _ text: String, _ style: StyleName) {
            if legend.columns > 0 { legend += "  " }
            legend += StyledText(String(glyph), Style(style)) + StyledText(" " + text, .dim)
        }
        switch scene.world {
        case .addition: add(glyphs.timelineMark, "carry", .carry)
        case .sorting: add(glyphs.timelineMark, "swap", .swap)
        case .car: break
        }
        add(glyphs.wrong, "mistake", .mistake)
        add(glyphs.breakpoint, "breakpoint", .breakpoint)
        return legend
    }
}
