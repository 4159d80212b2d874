extension StringProtocol {
    /// How many columns the text takes on a canvas.
    package var columns: Int {
        unicodeScalars.reduce(0) { $0 + $1.columns }
    }

    /// The longest beginning that takes no more than `limit` columns, combining marks kept with their letters.
    package func prefix(columns limit: Int) -> SubSequence {
        var room = limit
        var end = startIndex
        for index in unicodeScalars.indices {
            room -= unicodeScalars[index].columns
            guard room >= 0 else { break }
            end = unicodeScalars.index(after: index)
        }
        return self[..<end]
    }

    /// As much as fits `limit` columns; when something is left out, `mark` ends it.
    package func fitted(to limit: Int, mark: Unicode.Scalar = "…") -> String {
        guard columns > limit else { return String(self) }
        return limit > 0 ? String(prefix(columns: limit - 1)) + String(mark) : ""
    }

    /// The text in lines of at most `limit` columns, broken at spaces where there are any, and at line feeds.
    ///
    /// A `limit` below 1 gives no lines.
    package func wrapped(to limit: Int) -> [String] {
        guard limit > 0 else { return [] }
        return split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
            Self.lines(of: paragraph, limit)
        }
    }

    private static func lines(of paragraph: SubSequence, _ limit: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in paragraph.split(separator: " ") {
            var rest = String(word)
            var width = rest.columns
            if used > 0, used + 1 + width <= limit {
                line += " " + rest
                used += 1 + width
                continue
            }
            if used > 0 { lines.append(line) }
            while width > limit {
                // A wide glyph in one column would never fit: it is passed on as it is.
                let part = rest.prefix(columns: limit)
                let head = part.isEmpty ? rest.prefix(1) : part
                lines.append(String(head))
                rest.removeFirst(head.count)
                width = rest.columns
            }
            (line, used) = (rest, width)
        }
        return used > 0 || lines.isEmpty ? lines + [line] : lines
    }
}
