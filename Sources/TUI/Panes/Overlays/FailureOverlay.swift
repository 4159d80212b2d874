import Debugger
import Support
import TerminalKit

/// The recordings of a folder by the first mistake of each, over the panes.
struct FailureOverlay {
    let failures: [RecordedFailure]
    let folder: String
    let list: ListState
    let keys: KeyAssignment

    func draw(on canvas: inout Canvas) {
        let width = failures.map(\.name.count).max() ?? 0
        let rest = ListOverlay(
            title: "Recordings in \(folder)",
            hints: keys.line([(.openInFailures, "opens it at its first mistake"), (.listClose, "closes")]), width: 100,
            emptyWords: ["none; npi evaluate --failures FOLDER keeps recordings of wrong runs"], freeRows: 3
        ).draw(failures, list, on: &canvas) { failure, isChosen, canvas in
            let place = canvas.bounds
            let mark = "\(isChosen ? canvas.glyphs.current : " ") "
            let name = failure.name.padding(toLength: min(width, 24))
            var line = StyledText(mark, Style(.position)) + StyledText(name, Style(.accent))
            line += StyledText("  \(failure.problem)", Style(.narration))
            var what = Self.what(failure)
            if isChosen { (line, what) = (line.chosen, what.chosen) }
            canvas.write(what, in: place, align: .right)
            canvas.write(line, in: place.inset(right: min(what.columns + 1, place.width)))
        }
        guard !failures.isEmpty else { return }
        draw(failures[list.chosen(of: failures.count)], in: rest, on: &canvas)
    }

    private static func what(_ failure: RecordedFailure) -> StyledText {
        guard let mistake = failure.mistake else {
            return StyledText(failure.isRight == true ? "correct" : "no mistake", .dim)
        }
        return StyledText("\(mistake.program) step \(mistake.event.grouped)", .dim)
    }

    /// What the chosen one did.
    private func draw(_ failure: RecordedFailure, in rows: Rect, on canvas: inout Canvas) {
        guard let mistake = failure.mistake, rows.height > 2 else { return }
        canvas.write(StyledText("\(mistake.program) sees \(mistake.seen)", Style(.narration)), in: rows.row(1))
        canvas.write(
            StyledText(mistake.decision, .mistake) + StyledText(", where ", .dim)
                + StyledText(mistake.expected, .good) + StyledText(" is right", .dim), in: rows.row(2))
    }
}

extension String {
    /// Filled with spaces, or cut.
    fileprivate func padding(toLength length: Int) -> String {
        count >= length ? String(prefix(length)) : self + String(repeating: " ", count: length - count)
    }
}
