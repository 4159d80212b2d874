import Debugger
import NPIKit
import Scratchpads
import Support
import TerminalKit
import Tours

/// The pane of the trace.
struct TraceView: Pane {
    let name = PaneName.trace
    let spotlight = Spotlight.Part.trace
    let place = "the trace"
    let commands: [CommandID] = [
        .scrollUp, .scrollDown, .fold, .follow, .toggleBreakpoint, .search, .searchNext, .searchPrevious, .viewSource,
    ]

    func title(_ scene: Scene) -> String { scene.source?.lines.file ?? "Trace" }

    func hints(_ keys: KeyAssignment) -> [KeyHint?]? {
        let choose = [CommandID.scrollUp, .scrollDown].compactMap { keys.keys(of: $0).first?.name }
        return [
            choose.isEmpty ? nil : KeyHint(choose.joined(separator: " "), "choose"), keys.hint(.fold, "fold"),
            keys.hint(.toggleBreakpoint, "break there"), keys.hint(.step, "step"), keys.hint(.search, "search"),
            keys.hint(.follow, "follow"), keys.hint(.nextPane, "pane"), keys.hint(.zoom, "zoom"),
            keys.hint(.help, "help"), keys.hint(.quit, "quit"),
        ]
    }

    func draw(_ scene: Scene, on canvas: inout Canvas) -> Point? {
        if let marks = scene.source {
            SourcePane(scene: scene, marks: marks).draw(on: &canvas)
        } else {
            TracePane(scene: scene).draw(on: &canvas)
        }
        return nil
    }

    func scroll(_ way: ScrollWay, _ state: inout AppState) {
        guard let rows = way.rows(page: state.scrollPage) else { return state.scrollScratchpad(way) }
        guard !state.view.showsSource else { return state.moveInSource(by: rows) }
        state.view.trace.move(by: rows, in: state.session)
    }

    /// Chooses a line; the line that is chosen already is gone to, and in the task's text it gets a breakpoint or loses it.
    func click(_ point: Point, in place: Rect, _ state: inout AppState) {
        guard !state.view.showsSource else { return clickSource(row: point.y - place.minY, of: place.height, &state) }
        guard state.session.log.count > 0 else { return }
        let records = TraceWindow(Scene(state.session, state.view), rows: place.height).records
        guard records.indices.contains(point.y - place.minY) else { return }
        let number = records[point.y - place.minY].number
        if state.view.trace.cursor == number {
            state.stopActivity()
            state.move(.go(to: number))
        } else {
            state.view.trace.cursor = number
        }
    }

    private func clickSource(row: Int, of rows: Int, _ state: inout AppState) {
        guard let marks = state.session.sourceMarks, let window = SourceWindow(marks, state.view, rows: rows) else {
            return
        }
        let line = window.lines.lowerBound + row
        guard window.lines.contains(line) else { return }
        guard state.view.source.cursor != line else { return state.toggleLineBreakpoint() }
        state.view.source.cursor = line
    }
}

/// The calls and actions of the run as an outline: what has happened, and dimmed what is known to come.
///
/// A return that has just happened stands behind the line before it, as "← CARRY" where there is little room, so that the lines below
/// stay where they are.
struct TracePane {
    let scene: Scene

    /// Marks before the outline: the position, then a breakpoint or a mistake.
    private static let gutter = 3
    private static let indent = 2

    func draw(on canvas: inout Canvas) {
        let area = canvas.bounds
        guard area.height > 0 else { return }
        guard scene.session.log.count > 0 else {
            return canvas.write(StyledText("nothing has run yet", .dim), in: area.row(0).inset(left: 1))
        }
        let window = TraceWindow(scene, rows: area.height)
        let shift = shift(of: window.anchor, width: area.width)
        for (row, record) in window.records.enumerated() {
            canvas.within(area.row(row)) { draw(record, in: window, shift: shift, on: &$0) }
        }
    }

    private func isFolded(_ call: Int) -> Bool { scene.view.trace.folded.contains(call) }

    /// How many columns the outline is moved to the left, so that deep calls can be seen.
    private func shift(of anchor: EventRecord, width: Int) -> Int {
        max(level(of: anchor) * Self.indent - max(width / 2 - Self.gutter, 0), 0)
    }

    private func level(of record: EventRecord) -> Int {
        record.kind == .call ? record.depth : record.depth + 1
    }

    private func draw(_ record: EventRecord, in window: TraceWindow, shift: Int, on canvas: inout Canvas) {
        let row = canvas.bounds
        let isChosen = record.number == window.chosen
        if isChosen { canvas.fill(row, style: Style(.text, on: .selected)) }
        let ground: StyleName? = isChosen ? .selected : nil
        if record.number == window.present {
            canvas.put(canvas.glyphs.current, at: .zero, style: Style(.position, on: ground))
        }
        if let (glyph, style) = mark(record, canvas.glyphs) {
            canvas.put(glyph, at: Point(1, 0), style: Style(style, on: ground))
        }
        let latest = record.number == window.present ? window.presentReturn : nil
        var numberText = StyledText((latest ?? record).number.grouped, .dim)
        let hasNumber = row.width >= 30
        let end = row.width - (hasNumber ? numberText.columns + 2 : 1)
        var text = text(record, canvas.glyphs)
        let x = Self.gutter + level(of: record) * Self.indent - shift
        let left = max(x, Self.gutter)
        let room = max(end - left, 0)
        if let latest {
            let words = text + "  " + scene.eventDescription(latest)
            let short = text + returnMark(latest, canvas.glyphs)
            text = words.columns <= room ? words : short.fitted(to: room, mark: canvas.glyphs.ellipsis)
        }
        if isChosen { (text, numberText) = (text.chosen, numberText.chosen) }
        canvas.write(text, in: Rect(left, 0, room, 1))
        if x < Self.gutter { canvas.put(canvas.glyphs.ellipsis, at: Point(2, 0), style: Style(.dim, on: ground)) }
        if hasNumber {
            canvas.write(numberText, in: row.inset(right: 1), align: .right)
        }
    }

    private func text(_ record: EventRecord, _ glyphs: Glyphs) -> StyledText {
        if record.kind == .return {
            let eventDescription = scene.eventDescription(record)
            return "  "
                + (scene.isShownWrong(record) ? StyledText(eventDescription.text, .mistake) : eventDescription)
        }
        let name = scene.session.name(of: record)
        let isPast = record.number <= scene.session.position
        var style: Style =
            scene.isShownWrong(record) ? .mistake : isPast ? Style(record.kind == .call ? .program : .action) : .dim
        if isMatch(name) { style = Style(.match) }
        var text = StyledText(name, style)
        if record.kind == .call {
            let folded = isFolded(record.number)
            text = StyledText("\(folded ? glyphs.folded : glyphs.unfolded) ", .dim) + text
            if folded, let end = record.returnNumber {
                text += StyledText("  \((end - record.number).grouped) steps", .dim)
            }
        } else {
            text = "  " + text
        }
        return text
    }

    /// A return in few columns: "← CARRY".
    private func returnMark(_ record: EventRecord, _ glyphs: Glyphs) -> StyledText {
        let program = record.program.map { scene.session.library[$0] } ?? ""
        return StyledText(" \(glyphs.arrowLeft) \(program)", Style(.returned))
    }

    private func isMatch(_ name: String) -> Bool {
        let wanted = scene.view.search.text
        return !wanted.isEmpty && name.lowercased().contains(wanted.lowercased())
    }

    private func mark(_ record: EventRecord, _ glyphs: Glyphs) -> (Unicode.Scalar, StyleName)? {
        if scene.isShownWrong(record) { return (glyphs.wrong, .mistake) }
        if scene.session.marks(at: record.number).contains(.breakpoint) { return (glyphs.breakpoint, .breakpoint) }
        guard record.kind == .call, let program = record.program,
            let breakpoint = scene.session.stopPoints.breakpoint(onCallOf: program), !breakpoint.isEnabled
        else { return nil }
        return (glyphs.breakpointOff, .breakpoint)
    }
}
