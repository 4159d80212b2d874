import Debugger
import TerminalKit

/// The question at the bottom: what is asked, what has been typed, and what could follow.
struct PromptLine {
    let prompt: Prompt
    let searchText: String
    let session: Session

    /// How many rows the completions take at most.
    private static let completionRows = 6

    /// Draws the question in the lowest row and the completions above it. Returns where the cursor stands.
    func draw(on canvas: inout Canvas) -> Point? {
        let area = canvas.bounds
        let row = area.split(bottom: 1).bottom
        guard row.width > 2 else { return nil }
        canvas.fill(row)
        let start = canvas.write(
            label.prefix(columns: row.width - 2), at: row.origin.moved(1, 0), style: Style(.prompt))
        // The cell after the text is kept for the cursor; long answers scroll.
        let room = max(row.maxX - start - 1, 0)
        let characters = Array(prompt.text)
        let before = String(characters.prefix(max(prompt.cursor, 0)))
        let hidden = max(before.columns - room, 0)
        let cursor = Point(min(start + before.columns - hidden, row.maxX - 1), row.minY)
        if prompt.text.isEmpty {
            canvas.write(StyledText(placeholder, Style(.completion)), in: Rect(start + 1, row.minY, room - 1, 1))
        } else {
            canvas.within(Rect(start, row.minY, room + 1, 1)) { line in
                line.write(prompt.text, at: Point(-hidden, 0), style: prompt.isSuggestion ? Style(.completion) : .text)
            }
        }
        drawHints(in: Rect(start, row.minY, room, 1), on: &canvas)
        drawCompletions(on: &canvas, in: area.inset(bottom: 1))
        drawProblem(at: cursor.x, on: &canvas, in: area.inset(bottom: 1))
        return cursor
    }

    /// The keys that matter here, where the answer leaves room.
    private func drawHints(in room: Rect, on canvas: inout Canvas) {
        let isCompleted = [.command, .watch, .force].contains(prompt.kind)
        let keys =
            prompt.isQuestion
            ? [] : [KeyHint("Tab", "completes"), KeyHint("Enter", "confirms"), KeyHint("Esc", "cancels")]
        let hints = Footer.text(of: isCompleted ? keys : Array(keys.dropFirst()))
        let used = (prompt.text.isEmpty ? placeholder : prompt.text).columns
        guard used + 4 + hints.columns <= room.width else { return }
        canvas.write(hints, in: room, align: .right)
    }

    /// The completions in columns, as many rows of them as there is room for; those about the chosen one.
    private func drawCompletions(on canvas: inout Canvas, in area: Rect) {
        guard !prompt.completions.isEmpty, area.height > 0, area.width > 2 else { return }
        let width = min((prompt.completions.map(\.columns).max() ?? 0) + 2, area.width - 2)
        let columnCount = max((area.width - 2) / width, 1)
        let rowCount = (prompt.completions.count + columnCount - 1) / columnCount
        let shown = min(rowCount, min(Self.completionRows, area.height))
        let first = min(max((prompt.choice ?? 0) / columnCount - shown + 1, 0), rowCount - shown)
        let rows = area.split(bottom: shown).bottom
        canvas.fill(rows)
        for (index, text) in prompt.completions.enumerated() {
            let row = index / columnCount - first
            guard row >= 0, row < shown else { continue }
            let cell = Rect(rows.minX + 1 + index % columnCount * width, rows.minY + row, width - 1, 1)
            let isChosen = index == prompt.choice
            canvas.write(StyledText(text, isChosen ? Style(.text, on: .selected) : Style(.completion)), in: cell)
        }
        let more = StyledText(String(canvas.glyphs.arrowDown), Style(.accent))
        if first + shown < rowCount { canvas.write(more, in: rows.row(shown - 1), align: .right) }
    }

    /// What is wrong, in as many rows as it needs, and an arrow down to where it is.
    private func drawProblem(at column: Int, on canvas: inout Canvas, in area: Rect) {
        guard let problem = prompt.problem, area.height > 1, area.width > 4 else { return }
        let lines = StyledText("\(canvas.glyphs.wrong) \(problem)", .mistake).wrapped(to: area.width - 2)
        let rows = area.split(bottom: min(lines.count + 1, area.height)).bottom
        canvas.fill(rows)
        for (row, line) in lines.prefix(rows.height - 1).enumerated() {
            canvas.write(line, at: Point(rows.minX + 1, rows.minY + row))
        }
        canvas.put(canvas.glyphs.arrowDown, at: Point(column, rows.maxY - 1), style: .mistake)
    }

    private var label: String {
        switch prompt.kind {
        case .command: ":"
        case .search(isForward: true): "/"
        case .search(isForward: false): "search backwards: "
        case .position: "go to step: "
        case .force: "do instead: "
        case .bookmark: "bookmark: "
        case .watch: "watch: "
        case .answer: "your answer: "
        case .record: "record to: "
        case .overwrite(let path): "\(path) is there already. Replace it? (y/n) "
        case .unusualName(let path): "record to a file called \"\(path)\"? "
        }
    }

    private var placeholder: String {
        switch prompt.kind {
        case .command: "a command"
        case .search: searchText.isEmpty ? "a program, an action or words" : "Enter repeats \(searchText)"
        case .position: "17, +5, -5, 50%, start, end or mistake"
        case .force: "a program, an action\(session.exampleAction.map { " such as \($0)," } ?? "") or return"
        case .bookmark: "a note, or nothing"
        case .watch: "\(session.exampleValues.joined(separator: ", ")); \"stop\" behind it stops at changes"
        case .answer: "a word or a number"
        case .record: "a file"
        case .unusualName: "yes or no"
        case .overwrite: ""
        }
    }
}
