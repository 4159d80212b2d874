/// Why an input is no problem of its task.
package struct ProblemError: Error, Hashable, CustomStringConvertible {
    /// One line for the user: what is wrong, and what would be right.
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}
