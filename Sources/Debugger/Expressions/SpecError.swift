/// What is wrong with a breakpoint or an expression that a person wrote, and where.
package struct SpecError: Error, Hashable, CustomStringConvertible {
    /// The column of the first character that is wrong, from 1.
    package var column: Int
    /// What is wrong there, and what would be right.
    package var what: String

    /// Makes an error at a column.
    package init(_ what: String, column: Int) {
        self.column = column
        self.what = what
    }

    /// One line for the user.
    package var description: String { "column \(column): \(what)" }
}
