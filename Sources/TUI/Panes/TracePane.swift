import Debugger
import NPIKit

/// The calls and actions of the run as an outline: what has happened, and dimmed what is known to come.
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
        let lines = window(rows: area.height)
        let shift = self.shift(width: area.width)
        for (row, line) in lines.enumerated() {
            canvas.within(area.row(row)) { draw(line, shift: shift, on: &$0) }
        }
    }

    private func isFolded(_ call: Int) -> Bool { scene.view.folded.contains(call) }

    /// The latest event, if it is a return and can be seen. Returns have no lines of their own, but where one has just
    /// happened, a line says so: the call may be far above.
    private var presentReturn: EventRecord? {
        guard let latest = scene.latest, latest.kind == .return, !isFolded(latest.frame) else { return nil }
        let line = scene.session.log.line(showing: latest.number, isFolded: isFolded)
        return line == latest.frame ? latest : nil
    }

    /// The line of the latest event, or above its own where that is a return; nil at position 0.
    private var presentLine: Int? {
        guard let latest = scene.latest else { return nil }
        let log = scene.session.log
        if let present = presentReturn { return log.line(before: present.number, isFolded: isFolded) }
        return log.line(showing: latest.number, isFolded: isFolded)
    }

    /// The line that the user has chosen.
    private var chosenLine: Int? {
        guard let cursor = scene.view.traceCursor, cursor > 0 else { return nil }
        return scene.session.log.line(showing: min(cursor, scene.session.log.count), isFolded: isFolded)
    }

    /// The line around which the window lies.
    private var anchor: Int { chosenLine ?? presentLine ?? 1 }

    /// The events in sight.
    private func window(rows: Int) -> [EventRecord] {
        let log = scene.session.log
        var lines = [anchor]
        func extendUp(to count: Int) {
            var above: [Int] = []
            while lines.count + above.count < count,
                let line = log.line(before: above.last ?? lines[0], isFolded: isFolded)
            {
                above.append(line)
            }
            lines = above.reversed() + lines
        }
        extendUp(to: rows / 2 + 1)
        while lines.count < rows, let line = log.line(after: lines[lines.count - 1], isFolded: isFolded) {
            lines.append(line)
        }
        extendUp(to: rows)
        var records = lines.map { log[$0] }
        if let present = presentReturn, let above = presentLine, let place = lines.firstIndex(of: above) {
            records.insert(present, at: place + 1)
            // What is furthest from the anchor gives way.
            if records.count > rows { if place + 1 > rows / 2 { records.removeFirst() } else { records.removeLast() } }
        }
        return records
    }

    /// How many columns the outline is moved to the left, so that deep calls can be seen.
    private func shift(width: Int) -> Int {
        max(level(of: scene.session.log[anchor]) * Self.indent - max(width / 2 - Self.gutter, 0), 0)
    }

    private func level(of record: EventRecord) -> Int {
        record.kind == .call ? record.depth : record.depth + 1
    }

    private func isPresent(_ record: EventRecord) -> Bool {
        record.kind == .return || (presentReturn == nil && record.number == presentLine)
    }

    private func draw(_ record: EventRecord, shift: Int, on canvas: inout Canvas) {
        let row = canvas.bounds
        let isChosen = record.kind != .return && record.number == chosenLine
        if isChosen { canvas.fill(row, style: Style(.text, on: .selected)) }
        let ground: StyleName? = isChosen ? .selected : nil
        if isPresent(record) { canvas.put(canvas.glyphs.current, at: .zero, style: Style(.position, on: ground)) }
        if let (glyph, style) = mark(record, canvas.glyphs) {
            canvas.put(glyph, at: Point(1, 0), style: Style(style, on: ground))
        }
        var text = text(record, canvas.glyphs)
        var numberText = StyledText(record.number.grouped, .dim)
        if isChosen { (text, numberText) = (text.chosen, numberText.chosen) }
        let hasNumber = row.width >= 30
        let x = Self.gutter + level(of: record) * Self.indent - shift
        let end = row.width - (hasNumber ? numberText.columns + 2 : 1)
        let place = Rect(max(x, Self.gutter), 0, max(end - max(x, Self.gutter), 0), 1)
        canvas.write(text, in: place)
        if x < Self.gutter { canvas.put(canvas.glyphs.ellipsis, at: Point(2, 0), style: Style(.dim, on: ground)) }
        if hasNumber {
            canvas.write(numberText, in: row.inset(right: 1), align: .right)
        }
    }

    private func text(_ record: EventRecord, _ glyphs: Glyphs) -> StyledText {
        if record.kind == .return { return StyledText("  ") + scene.deed(record) }
        let name = scene.session.name(of: record)
        let isPast = record.number <= scene.session.position
        var style: Style =
            record.judgement == .differs ? .mistake : isPast ? Style(record.kind == .call ? .program : .action) : .dim
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

    private func isMatch(_ name: String) -> Bool {
        let wanted = scene.view.searchText
        return !wanted.isEmpty && name.lowercased().contains(wanted.lowercased())
    }

    private func mark(_ record: EventRecord, _ glyphs: Glyphs) -> (Unicode.Scalar, StyleName)? {
        if record.judgement == .differs { return (glyphs.wrong, .mistake) }
        guard record.kind == .call, let program = record.program,
            let breakpoint = scene.session.breakpoints.breakpoint(onCallOf: program)
        else { return nil }
        return (breakpoint.isEnabled ? glyphs.breakpoint : glyphs.breakpointOff, .breakpoint)
    }
}
