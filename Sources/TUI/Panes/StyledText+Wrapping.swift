import TerminalKit

extension StyledText {
    /// The text in lines of at most `limit` columns, broken where ``Swift/StringProtocol/wrapped(to:)`` breaks it.
    ///
    /// For text without line feeds.
    func wrapped(to limit: Int) -> [StyledText] {
        let scalars = runs.flatMap { run in run.text.unicodeScalars.map { ($0, run.style) } }
        var next = 0
        return text.wrapped(to: limit).map { line in
            var styled = StyledText()
            // Only spaces are left out between lines, and between words all but one.
            while next < scalars.count, scalars[next].0 == " " { next += 1 }
            for scalar in line.unicodeScalars {
                while scalar != " ", next < scalars.count, scalars[next].0 != scalar { next += 1 }
                let style = next < scalars.count ? scalars[next].1 : .text
                styled.append(String(scalar), style)
                next += 1
            }
            return styled
        }
    }

    /// Entries of a legend, as many to a line of `width` columns as there is room for.
    static func flowed(_ entries: [StyledText], width: Int) -> [StyledText] {
        var lines = [StyledText()]
        for entry in entries {
            let line = lines[lines.count - 1]
            let longer = line.columns == 0 ? entry : line + "   " + entry
            if longer.columns <= width || line.columns == 0 {
                lines[lines.count - 1] = longer
            } else {
                lines.append(entry)
            }
        }
        return lines
    }

    /// The text as the chosen line of a list: nothing of it is dim, which could not be read there everywhere.
    var chosen: StyledText {
        var text = StyledText()
        for run in runs {
            var style = run.style
            if style.name == .dim { style.name = .text }
            style.ground = .selected
            text.append(run.text, style)
        }
        return text
    }
}
