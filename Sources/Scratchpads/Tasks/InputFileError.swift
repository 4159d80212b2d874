/// What is wrong with a file that an input names; the input itself is as it should be.
public struct InputFileError: Error, Hashable, CustomStringConvertible {
    /// One line for the user, which names the file.
    public var description: String

    /// Makes an error.
    public init(_ description: String) {
        self.description = description
    }
}
