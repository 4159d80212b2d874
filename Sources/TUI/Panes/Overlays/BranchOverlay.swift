import Debugger

/// The futures that were tried, over the panes.
struct BranchOverlay {
    let lines: [BranchLine]
    let selected: Int

    func draw(on canvas: inout Canvas) {
        let box = canvas.bounds.centered(Size(76, max(lines.count, 1) + 5))
        let inside = box.inset(left: 2, right: 2, top: 1, bottom: 1)
        canvas.fill(box)
        canvas.box(
            box, title: StyledText("Futures", .title),
            footer: StyledText("Enter switch  c where they part  Esc closes", .dim), style: .focus)
        guard !lines.isEmpty else {
            return canvas.write(StyledText("one; e changes a cell, x forces the next call", .dim), in: inside.row(0))
        }
        let (list, rest) = inside.split(top: max(inside.height - 2, 1))
        let chosen = min(max(selected, 0), lines.count - 1)
        let first = min(max(chosen - list.height + 1, 0), max(lines.count - list.height, 0))
        for (row, line) in lines.dropFirst(first).prefix(list.height).enumerated() {
            let isChosen = first + row == chosen
            let place = list.row(row)
            if isChosen { canvas.fill(place, style: Style(.text, on: .selected)) }
            let glyph = line.isPresent ? String(canvas.glyphs.timelinePosition) : " "
            var name = StyledText("\(glyph) ", Style(.position)) + StyledText("\(line.id)  ", .dim)
            name += StyledText(line.name, Style(.narration))
            var result = StyledText(line.result, .dim)
            if isChosen { (name, result) = (name.chosen, result.chosen) }
            canvas.write(result, in: place, align: .right)
            canvas.write(name, in: place.inset(right: result.columns + 1))
        }
        canvas.write(StyledText(lines[chosen].parting, Style(.accent)), in: rest.row(1))
    }
}
