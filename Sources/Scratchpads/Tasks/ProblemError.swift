/// Why an input is no problem of its task.
package struct ProblemError: Error, Hashable, CustomStringConvertible {
    /// One line for the user: what is wrong, and what would be right.
    package let description: String
    /// Whether a file that the input names is missing or damaged, rather than the input wrong.
    package let isAboutFile: Bool

    init(_ error: any Error) {
        description = "\(error)"
        isAboutFile = error is InputFileError
    }
}
