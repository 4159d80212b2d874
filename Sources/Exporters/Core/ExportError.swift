import Support

/// A run that is too long for a format.
package enum ExportError: Error, Hashable, CustomStringConvertible {
    /// It has more steps than a file of this format may show.
    case tooManySteps(Int, format: String, limit: Int)
    /// What is known of its steps does not fit in memory.
    case tooMuchData(bytes: Int, limit: Int)

    /// One line for the user.
    package var description: String {
        switch self {
        case .tooManySteps(let count, let format, let limit):
            "\(count.grouped) steps are too many for \(format), which takes \(limit.grouped); "
                + "choose a part of the run with --from and --to"
        case .tooMuchData(let bytes, let limit):
            "the arrays would take \(bytes >> 20) MB, more than \(limit >> 20); "
                + "choose a part of the run with --from and --to"
        }
    }
}
