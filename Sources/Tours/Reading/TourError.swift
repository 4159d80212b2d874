/// What is wrong with a tour's file, and where.
package struct TourError: Error, Hashable, CustomStringConvertible {
    /// The file, as it was named.
    package var file: String
    /// The line, from 1; 0 where the file as a whole is meant.
    package var line: Int
    /// The column, from 1.
    package var column: Int
    /// What is wrong there, and what would be right.
    package var what: String

    /// Makes an error about a place, or about the whole file.
    package init(file: String, line: Int = 0, column: Int = 1, _ what: String) {
        self.file = file
        self.line = line
        self.column = column
        self.what = what
    }

    /// One line for the user.
    package var description: String { line > 0 ? "\(file):\(line):\(column): \(what)" : "\(file): \(what)" }
}
