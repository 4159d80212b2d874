import Support

/// A table of text, aligned in columns.
package struct TextTable: Hashable, Sendable {
    /// What stands above it.
    package var title: String
    /// The columns' names.
    package var header: [String]
    /// The rows, each with a cell for every column.
    package var rows: [[String]]
    /// What is to be said of it, a line each.
    package var notes: [String]

    /// Makes a table.
    package init(title: String, header: [String], rows: [[String]], notes: [String] = []) {
        self.title = title
        self.header = header
        self.rows = rows
        self.notes = notes
    }

    /// The whole table: the first column to the left, the others to the right. What is unprintable is "?".
    package var text: String {
        let header = header.map(\.printable)
        let rows = rows.map { $0.map(\.printable) }
        let all = [header] + rows
        let widths = header.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        func line(_ cells: [String]) -> String {
            zip(cells, widths).enumerated().map { index, pair in
                let space = String(repeating: " ", count: pair.1 - pair.0.count)
                return index == 0 ? pair.0 + space : space + pair.0
            }.joined(separator: "  ")
        }
        let rule = String(repeating: "-", count: widths.reduce(0, +) + 2 * (widths.count - 1))
        let notes = notes.map(\.printable)
        let lines = [title.printable, "", line(header), rule] + rows.map(line) + (notes.isEmpty ? [] : [""] + notes)
        return lines.map { $0 + "\n" }.joined()
    }
}
