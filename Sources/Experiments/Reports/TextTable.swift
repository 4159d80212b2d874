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
        let aligned = ([header] + rows).alignedLines { $0 > 0 }
        let rule = String(repeating: "-", count: aligned.map(\.count).max() ?? 0)
        let notes = notes.map(\.printable)
        let lines =
            [title.printable, "", aligned[0], rule] + aligned.dropFirst() + (notes.isEmpty ? [] : [""] + notes)
        return lines.map { $0 + "\n" }.joined()
    }
}
