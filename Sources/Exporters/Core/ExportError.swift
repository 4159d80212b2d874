import Support

/// A run that is too long for a format.
package enum ExportError: Error, Hashable, CustomStringConvertible {
    /// It has more steps than a file of this format may show.
    case tooManySteps(Int, format: String, limit: Int)

    /// One line for the user.
    package var description: String {
        switch self {
        case .tooManySteps(let count, let format, let limit):
            "\(count.grouped) steps are too many for \(format), which takes \(limit.grouped); "
                + "choose a part of the run with --from and --to"
        }
    }
}
