/// What stands out at a position, or within a stretch of them.
public struct MarkSet: OptionSet, Hashable, Sendable {
    /// One bit for each sort of mark.
    public let rawValue: UInt8

    /// The marks whose bits are set in `rawValue`.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The expert would not have made the event.
    public static let mistake = MarkSet(rawValue: 1)
    /// The event hits a breakpoint that is enabled.
    public static let breakpoint = MarkSet(rawValue: 2)
    /// The event writes a carry.
    public static let carry = MarkSet(rawValue: 4)
    /// The event writes a piece of the result.
    public static let output = MarkSet(rawValue: 8)

    /// The event swaps two values.
    public static let swap = MarkSet(rawValue: 16)

    /// What comes next is doubtful: see ``EventLog/doubts``.
    public static let doubt = MarkSet(rawValue: 32)
    /// A person has set a bookmark there.
    public static let bookmark = MarkSet(rawValue: 64)

    /// Every mark.
    public static let all: MarkSet = [.mistake, .breakpoint, .carry, .output, .swap, .doubt, .bookmark]

    /// What the marks are, such as "a mistake, a carry".
    public var words: String {
        let names: [(MarkSet, String)] = [
            (.mistake, "a mistake"), (.breakpoint, "a breakpoint"), (.carry, "a carry is written"),
            (.output, "a piece of the result is written"), (.swap, "a swap"), (.doubt, "a doubt about what comes next"),
            (.bookmark, "a bookmark"),
        ]
        return names.filter { contains($0.0) }.map(\.1).joined(separator: ", ")
    }
}
