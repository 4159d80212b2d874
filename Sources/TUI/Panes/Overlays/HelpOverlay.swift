import TerminalKit

/// The keys, and what is to be seen, over the panes.
struct HelpOverlay {
    let help: [KeyHelp]
    let scroll: Int
    let keys: KeyAssignment
    /// What all lines have in them.
    var sought = ""

    private static let keyWidth = 10
    private static let columnWidth = 74
    /// How wide three columns beside each other are.
    private static let narrowWidth = 64

    /// The columns of lines, how wide each is, and where the box stands.
    private func arrangement(in area: Rect) -> (columns: [[StyledText]], box: Rect) {
        let isWide = area.width >= 3 * Self.narrowWidth + 3
        let columnCount = isWide ? 3 : area.width >= 2 * Self.columnWidth + 3 ? 2 : 1
        // On a narrow screen strips of what lies behind would only be in the way.
        let single = area.width < Self.columnWidth + 12 ? area.width - 2 : Self.columnWidth
        let width = isWide ? Self.narrowWidth : single
        let columns = Self.split(help, into: columnCount, width: width).map { Self.lines($0, width: width) }
        let lineCount = columns.map(\.count).max() ?? 0
        return (columns, area.centered(Size(columnCount * width + 2, lineCount + 2)))
    }

    /// How far the help can be scrolled in `area`.
    func scrollLimit(in area: Rect) -> Int {
        let (columns, box) = arrangement(in: area)
        return max((columns.map(\.count).max() ?? 0) - max(box.height - 2, 0), 0)
    }

    func draw(on canvas: inout Canvas) {
        let (columns, box) = arrangement(in: canvas.bounds)
        let inside = box.inset(horizontal: 1, vertical: 1)
        canvas.fill(box)
        let limit = scrollLimit(in: canvas.bounds)
        let first = min(max(scroll, 0), limit)
        let (up, down) = (canvas.glyphs.arrowUp, canvas.glyphs.arrowDown)
        let lineCount = limit + inside.height
        let hints = [
            limit > 0 ? "\(up)\(down) scroll, \(first + 1)-\(first + inside.height) of \(lineCount)" : nil,
            limit > 0 ? keys.hint(.listEnd, "signs and programs").map { "\($0.key): \($0.label)" } : nil,
            keys.hint(.listClose, "closes").map { "\($0.key) \($0.label)" },
        ]
        let footer = hints.compactMap(\.self).joined(separator: ", ")
        canvas.box(
            box, title: StyledText(sought.isEmpty ? "Keys" : "Keys with \(sought)", .title),
            footer: StyledText(footer, .dim), style: .focus)
        for (lines, column) in zip(columns, inside.columns(columns.map { _ in .share(1) })) {
            for (row, line) in lines.dropFirst(first).prefix(inside.height).enumerated() {
                canvas.write(line, in: column.row(row).inset(left: 1, right: 1))
            }
        }
    }

    private static func lines(_ groups: ArraySlice<KeyHelp>, width: Int) -> [StyledText] {
        var lines: [StyledText] = []
        for group in groups {
            if !lines.isEmpty { lines.append("") }
            lines.append(StyledText(group.title, .title))
            for entry in group.entries {
                let key = entry.key.columns
                for (index, text) in entry.label.wrapped(to: max(width - keyWidth - 3, 8)).enumerated() {
                    let indent = String(repeating: " ", count: index == 0 ? max(keyWidth - key, 1) : keyWidth)
                    lines.append(" " + StyledText(index == 0 ? entry.key : "", .key) + StyledText(indent + text))
                }
            }
        }
        return lines
    }

    /// The groups on so many columns, so that the longest is as short as can be.
    private static func split(_ help: [KeyHelp], into count: Int, width: Int) -> [ArraySlice<KeyHelp>] {
        // With a blank line before each.
        let heights = help.map { lines([$0], width: width).count + 1 }
        var limit = max(heights.max() ?? 0, (heights.reduce(0, +) + count - 1) / max(count, 1))
        while true {
            var columns: [Range<Int>] = []
            var (start, height) = (0, 0)
            for index in help.indices {
                if height + heights[index] > limit, height > 0 {
                    columns.append(start..<index)
                    (start, height) = (index, 0)
                }
                height += heights[index]
            }
            columns.append(start..<help.count)
            if columns.count <= count { return columns.map { help[$0] } }
            limit += 1
        }
    }
}
