/// A row of program memory, from 0.
///
/// Identifiers are only meaningful together with the ``ProgramLibrary`` they index.
public struct ProgramID: RawRepresentable, Hashable, Comparable, Sendable {
    /// The row's number.
    public let rawValue: Int

    /// Names row `rawValue`.
    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// Orders identifiers by row.
    public static func < (left: ProgramID, right: ProgramID) -> Bool {
        left.rawValue < right.rawValue
    }
}
