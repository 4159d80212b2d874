import TerminalKit

/// The lowest row: the keys that matter most, or a message, or a question.
struct Footer {
    let scene: Scene
    let hints: [KeyHint]

    /// How many hints at the end of the list are always shown: help and quit.
    private static let lastHints = 2

    func draw(on canvas: inout Canvas) {
        let row = canvas.bounds.row(0).inset(horizontal: 1)
        let last = Self.text(of: hints.suffix(Self.lastHints))
        guard let message = scene.view.message else {
            return canvas.write(Self.fitted(hints, to: row.width), in: row)
        }
        let text = Self.text(of: message, canvas.glyphs)
        let room = row.width - text.columns - 3
        if last.columns <= room {
            canvas.write(Self.fitted(hints, to: room), in: row, align: .right)
        }
        canvas.write(text, in: row)
    }

    /// The first hints, as many as fit, and the last ones.
    static func fitted(_ hints: [KeyHint], to width: Int) -> StyledText {
        let last = hints.suffix(lastHints)
        var shown = hints.dropLast(lastHints)
        while !shown.isEmpty, text(of: shown + last).columns > width { shown.removeLast() }
        return text(of: shown + last)
    }

    static func text(of message: Message, _ glyphs: Glyphs) -> StyledText {
        message.isError
            ? StyledText("\(glyphs.wrong) \(message.text)", .mistake) : StyledText(message.text, Style(.accent))
    }

    static func text(of hints: some Collection<KeyHint>) -> StyledText {
        var text = StyledText()
        for hint in hints {
            if text.columns > 0 { text += "  " }
            text += StyledText(hint.key, .key) + StyledText(" " + hint.label)
        }
        return text
    }
}
