import Debugger
import NPIKit

/// The breakpoints, over the panes.
struct BreakpointOverlay {
    let session: Session
    let selected: Int

    private static let width = 60

    func draw(on canvas: inout Canvas) {
        let all = session.breakpoints.all
        let box = canvas.bounds.centered(Size(min(max(longest + 34, Self.width), 100), max(all.count, 2) + 3))
        let inside = box.inset(left: 2, right: 2, top: 1, bottom: 1)
        canvas.fill(box)
        canvas.box(
            box, title: StyledText("Breakpoints", .title),
            footer: StyledText("a add  space on/off  d delete  m mistakes  Esc closes", .dim), style: .focus)
        if all.isEmpty {
            canvas.write(StyledText("none; b sets one on the program under the cursor,", .dim), in: inside.row(0))
            canvas.write(StyledText("a asks where: CARRY, act WRITE OUT, depth > 2, mistake", .dim), in: inside.row(1))
        }
        let chosen = min(max(selected, 0), max(all.count - 1, 0))
        let first = min(max(chosen - inside.height + 1, 0), max(all.count - inside.height, 0))
        for (row, breakpoint) in all.dropFirst(first).prefix(inside.height).enumerated() {
            canvas.within(inside.row(row)) { draw(breakpoint, isChosen: first + row == chosen, on: &$0) }
        }
    }

    private var longest: Int { session.breakpoints.all.map(\.text.columns).max() ?? 0 }

    private func draw(_ breakpoint: Breakpoint, isChosen: Bool, on canvas: inout Canvas) {
        let glyphs = canvas.glyphs
        let row = canvas.bounds
        if isChosen { canvas.fill(row, style: Style(.text, on: .selected)) }
        let glyph = breakpoint.isEnabled ? glyphs.breakpoint : glyphs.breakpointOff
        var text = StyledText(isChosen ? "\(glyphs.current) " : "  ", Style(.position))
        text += StyledText("\(glyph) ", Style(.breakpoint)) + StyledText("\(breakpoint.id)  ", .dim)
        text += StyledText(breakpoint.text, .program) + (breakpoint.isEnabled ? "" : StyledText("  off", .dim))
        let (before, known) = session.occurrences(of: breakpoint.id)
        let plus = session.ending == nil || session.needsScanning ? "+" : ""
        var count = StyledText("match \(before.grouped) of \(known.grouped)\(plus)", .dim)
        if row.width > 44, !breakpoint.spec.isLogOnly {
            count += StyledText(", stopped \(breakpoint.hitCount.grouped)x", .dim)
        }
        if isChosen { (text, count) = (text.chosen, count.chosen) }
        canvas.write(count, in: row, align: .right)
        canvas.write(text, in: row.inset(right: count.columns + 1))
    }
}
