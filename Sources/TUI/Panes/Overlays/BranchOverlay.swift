import Debugger
import TerminalKit

/// The futures that were tried, over the panes.
struct BranchOverlay {
    let lines: [BranchLine]
    let selected: Int

    func draw(on canvas: inout Canvas) {
        let rest = ListOverlay(
            title: "Futures", hints: "Enter switch  c where they part  Esc closes", width: 76,
            emptyWords: ["one; e changes a cell, x forces the next call"], freeRows: 2
        ).draw(lines, selected: selected, on: &canvas) { line, isChosen, canvas in
            let place = canvas.bounds
            let glyph = line.isPresent ? String(canvas.glyphs.timelinePosition) : " "
            var name = StyledText("\(glyph) ", Style(.position)) + StyledText("\(line.id)  ", .dim)
            name += StyledText(line.name, Style(.narration))
            var result = StyledText(line.result, .dim)
            if isChosen { (name, result) = (name.chosen, result.chosen) }
            canvas.write(result, in: place, align: .right)
            canvas.write(name, in: place.inset(right: result.columns + 1))
        }
        guard !lines.isEmpty else { return }
        let chosen = ListOverlay.chosen(selected, of: lines.count)
        canvas.write(StyledText(lines[chosen].parting, Style(.accent)), in: rest.row(1))
    }
}
