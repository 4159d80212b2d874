import Debugger
import TerminalKit

/// The branches that were tried, over the panes.
struct BranchOverlay {
    let lines: [BranchLine]
    let list: ListState
    let keys: KeyAssignment

    func draw(on canvas: inout Canvas) {
        let rest = ListOverlay(
            title: "Branches",
            hints: keys.line([
                (.goInBranches, "switch"), (.compareInBranches, "where they part"), (.besideInBranches, "beside"),
                (.listClose, "closes"),
            ]), width: 76,
            emptyWords: ["one; \(keys.name(of: .edit)) changes a cell, \(keys.name(of: .force)) forces the next call"],
            freeRows: 2
        ).draw(lines, list, on: &canvas) { line, isChosen, canvas in
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
        let chosen = list.chosen(of: lines.count)
        canvas.write(StyledText(lines[chosen].parting, Style(.accent)), in: rest.row(1))
    }
}
