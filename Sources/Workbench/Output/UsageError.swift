/// A command line that cannot be carried out as it stands; exit status 64.
struct UsageError: Error, CustomStringConvertible {
    /// One line: what is wrong, and what would be right.
    var description: String

    init(_ description: String) {
        self.description = description
    }
}

/// A run that ended other than it should; exit status 1.
struct RunFailure: Error, CustomStringConvertible {
    /// One line: what went wrong.
    var description: String

    init(_ description: String) {
        self.description = description
    }
}
