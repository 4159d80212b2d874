import Debugger
import NPIKit

/// The breakpoints, over the panes.
struct BreakpointOverlay {
    let session: Session
    let selected: Int

    private static let width = 56

    func draw(on canvas: inout Canvas) {
        let all = session.breakpoints.all
        let box = canvas.bounds.centered(Size(Self.width, max(all.count, 1) + 5))
        let inside = box.inset(left: 2, right: 2, top: 1, bottom: 1)
        canvas.fill(box)
        canvas.box(
            box, title: StyledText("Breakpoints", .title),
            footer: StyledText("space on/off  d delete  m mistakes  Esc closes", .dim), style: .focus)
        let (list, rest) = inside.split(top: max(inside.height - 2, 1))
        if all.isEmpty {
            canvas.write(StyledText("none; b sets one on the program under the cursor", .dim), in: list.row(0))
        }
        let chosen = min(max(selected, 0), max(all.count - 1, 0))
        let first = min(max(chosen - list.height + 1, 0), max(all.count - list.height, 0))
        for (row, breakpoint) in all.dropFirst(first).prefix(list.height).enumerated() {
            canvas.within(list.row(row)) { draw(breakpoint, isChosen: first + row == chosen, on: &$0) }
        }
        let stops = session.breakpoints.stopsOnMistake
        let glyph = stops ? canvas.glyphs.breakpoint : canvas.glyphs.breakpointOff
        canvas.write(
            StyledText("\(glyph) ", Style(stops ? .breakpoint : .dim))
                + StyledText(stops ? "stops at mistakes" : "does not stop at mistakes"),
            in: rest.row(1).inset(left: 2))
    }

    private func draw(_ breakpoint: Breakpoint, isChosen: Bool, on canvas: inout Canvas) {
        let glyphs = canvas.glyphs
        let row = canvas.bounds
        if isChosen { canvas.fill(row, style: Style(.text, on: .selected)) }
        let glyph = breakpoint.isEnabled ? glyphs.breakpoint : glyphs.breakpointOff
        let name =
            switch breakpoint.trigger {
            case .call(let program): session.library[program]
            }
        var text = StyledText(isChosen ? "\(glyphs.current) " : "  ", Style(.position))
        text += StyledText("\(glyph) ", Style(.breakpoint)) + StyledText("\(breakpoint.id)  ", .dim)
        text += StyledText(name, .program) + (breakpoint.isEnabled ? "" : StyledText("  off", .dim))
        let (before, known) = session.occurrences(of: breakpoint.id)
        let plus = session.ending == nil ? "+" : ""
        var count = StyledText("call \(before.grouped) of \(known.grouped)\(plus)", .dim)
        if row.width > 44 { count += StyledText(", hit \(breakpoint.hitCount.grouped)x", .dim) }
        if isChosen { (text, count) = (text.chosen, count.chosen) }
        canvas.write(count, in: row, align: .right)
        canvas.write(text, in: row.inset(right: count.columns + 1))
    }
}
