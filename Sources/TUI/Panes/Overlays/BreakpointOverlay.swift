import Debugger
import NPIKit
import Support
import TerminalKit

/// The breakpoints, over the panes.
struct BreakpointOverlay {
    let session: Session
    let list: ListState
    let keys: KeyAssignment

    private static let width = 60

    func draw(on canvas: inout Canvas) {
        ListOverlay(
            title: "Breakpoints",
            hints: keys.line([
                (.addInBreakpoints, "add"), (.switchInBreakpoints, "on/off"), (.deleteInBreakpoints, "delete"),
                (.mistakesInBreakpoints, "mistakes"), (.listClose, "closes"),
            ]),
            width: min(max(longest + 34, Self.width), 100),
            emptyWords: [
                "none; \(keys.name(of: .toggleBreakpoint)) sets one on the program under the cursor,",
                "\(keys.name(of: .addInBreakpoints)) asks where: CARRY, act WRITE OUT, depth > 2, mistake",
            ]
        ).draw(session.stopPoints.breakpoints, list, on: &canvas) { draw($0, isChosen: $1, on: &$2) }
    }

    private var longest: Int { session.stopPoints.breakpoints.map(\.text.columns).max() ?? 0 }

    private func draw(_ breakpoint: StopPoint, isChosen: Bool, on canvas: inout Canvas) {
        let glyphs = canvas.glyphs
        let row = canvas.bounds
        let glyph = breakpoint.isEnabled ? glyphs.breakpoint : glyphs.breakpointOff
        var text = StyledText(isChosen ? "\(glyphs.current) " : "  ", Style(.position))
        text += StyledText("\(glyph) ", Style(.breakpoint)) + StyledText("\(breakpoint.id)  ", .dim)
        text += StyledText(breakpoint.text, .program) + (breakpoint.isEnabled ? "" : StyledText("  off", .dim))
        let (before, known) = session.occurrences(of: breakpoint.id)
        let plus = session.ending == nil || session.needsScanning ? "+" : ""
        var count = StyledText("hits \(before.grouped) of \(known.grouped)\(plus)", .dim)
        if isChosen { (text, count) = (text.chosen, count.chosen) }
        canvas.write(count, in: row, align: .right)
        canvas.write(text, in: row.inset(right: count.columns + 1))
    }
}
