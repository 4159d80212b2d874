import Scratchpads
package import TerminalKit

/// Draws the picker.
package enum PickerScreen {
    /// The smallest screen on which there is something to choose from.
    package static let minimum = Size(24, 6)

    /// Draws everything. Returns where the terminal's cursor is to be shown.
    package static func draw(_ state: PickerState, into canvas: inout Canvas) -> Point? {
        canvas.clear()
        let size = canvas.bounds.size
        guard size.width >= minimum.width, size.height >= minimum.height else {
            SizeNotice(size, needed: minimum, quitKey: state.typed.isEmpty ? "q" : nil).draw(on: &canvas)
            return nil
        }
        let rows = canvas.bounds.rows([.cells(1), .share(1), .cells(1), .cells(1)])
        canvas.write(
            StyledText("npi", .title) + StyledText("  a debugger for neural networks that run programs", .dim),
            in: rows[0].inset(horizontal: 1))
        canvas.box(rows[1], title: StyledText("What do you want to see?", .title), style: .focus)
        drawList(state, on: &canvas, in: listArea(size))
        drawFooter(state, on: &canvas, in: rows[3].inset(horizontal: 1))
        if let message = state.message {
            canvas.within(canvas.bounds.inset(bottom: 2)) { MessageBox(message: message).draw(on: &$0) }
        }
        return drawTyped(state, on: &canvas, in: rows[2].inset(horizontal: 1))
    }

    /// The shown entry at `point`, or nil.
    static func entry(at point: Point, _ state: PickerState, on size: Size) -> Int? {
        let area = listArea(size)
        guard area.contains(point) else { return nil }
        let list = list(state)
        guard let index = list.index(ofRow: point.y - area.minY, rows: area.height),
            case .entry(let entry) = list.items[index]
        else { return nil }
        return entry
    }

    private enum Line {
        case heading(String)
        case entry(Int)
    }

    private static func listArea(_ size: Size) -> Rect {
        Rect(size: size).inset(left: 2, right: 2, top: 2, bottom: 3)
    }

    private static func lines(of state: PickerState) -> [Line] {
        var lines: [Line] = []
        var section: String?
        for (index, entry) in state.shown.enumerated() {
            if entry.section != section {
                lines.append(.heading(entry.section))
                section = entry.section
            }
            lines.append(.entry(index))
        }
        return lines
    }

    /// The lines as a list, of which the chosen entry is the chosen line.
    private static func list(_ state: PickerState) -> List<Line> {
        let lines = lines(of: state)
        let chosen = lines.firstIndex { if case .entry(state.selected) = $0 { true } else { false } } ?? 0
        return List(lines, ListState(selected: chosen), margin: 1)
    }

    private static func drawList(_ state: PickerState, on canvas: inout Canvas, in area: Rect) {
        let shown = state.shown
        guard !shown.isEmpty else {
            return canvas.write(StyledText("nothing here is called \(state.typed)", .dim), in: area.row(0))
        }
        let nameWidth = min(max(shown.map(\.name.columns).max() ?? 0, 12), area.width / 2)
        list(state).draw(on: &canvas, in: area) { line, isChosen, canvas in
            let place = canvas.bounds
            switch line {
            case .heading(let text): canvas.write(StyledText(text, .dim), in: place)
            case .entry(let index):
                var name = StyledText(isChosen ? "\(canvas.glyphs.current) " : "  ", Style(.position))
                name += StyledText(shown[index].name, .program)
                var detail = StyledText(shown[index].detail, Style(.narration))
                if isChosen { (name, detail) = (name.chosen, detail.chosen) }
                let (left, right) = place.split(left: nameWidth + 2)
                canvas.write(name, in: left)
                canvas.write(detail, in: right.inset(left: 2))
            }
        }
    }

    private static func drawTyped(_ state: PickerState, on canvas: inout Canvas, in row: Rect) -> Point? {
        let start = canvas.write(state.isSearching ? "/ " : "> ", at: row.origin, style: Style(.prompt))
        let room = max(row.maxX - start - 1, 0)
        let hidden = max(state.typed.columns - room, 0)
        canvas.within(Rect(start, row.minY, room + 1, 1)) { $0.write(state.typed, at: Point(-hidden, 0)) }
        if state.typed.isEmpty {
            let task = state.entries.first { $0.task != nil }?.task?.name
            let own = task.map { "type to choose, or your own: \($0) 58 67" } ?? "type to choose"
            let hint = state.isSearching ? "a part of a name" : own
            canvas.write(StyledText(hint, Style(.completion)), in: Rect(start + 1, row.minY, room - 1, 1))
        }
        return Point(min(start + state.typed.columns - hidden, row.maxX - 1), row.minY)
    }

    private static func drawFooter(_ state: PickerState, on canvas: inout Canvas, in row: Rect) {
        if let message = state.message { return canvas.write(Footer.text(of: message, canvas.glyphs), in: row) }
        let keys = [
            KeyHint("Enter", state.unfolds ? "list them" : "open"),
            KeyHint("\(canvas.glyphs.arrowUp)\(canvas.glyphs.arrowDown)", "choose"),
            KeyHint("Esc", state.isIdle ? "leave" : "clear"), KeyHint("/", "search"), KeyHint("?", "help"),
            KeyHint("q", "quit"),
        ]
        let hints = Footer.fitted(state.isIdle ? keys : Array(keys.dropLast(3)), to: row.width)
        canvas.write(hints, in: row)
        guard let choice = state.choice else { return }
        // What to type in a shell for the same.
        let command = StyledText("npi " + choice.arguments.joined(separator: " "), .dim)
        guard command.columns + hints.columns + 3 <= row.width else { return }
        canvas.write(command, in: row, align: .right)
    }
}
