/// What stands out at a position, or within a stretch of them.
package struct MarkSet: OptionSet, Hashable, Sendable {
    /// One bit for each sort of mark.
    package let rawValue: UInt8

    /// The marks whose bits are set in `rawValue`.
    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The expert would not have made the event.
    package static let mistake = MarkSet(rawValue: 1)
    /// The event hits a breakpoint that is enabled.
    package static let breakpoint = MarkSet(rawValue: 2)
    /// The event writes a carry.
    package static let carry = MarkSet(rawValue: 4)
    /// The event writes a piece of the result.
    package static let output = MarkSet(rawValue: 8)

    /// The event swaps two values.
    package static let swap = MarkSet(rawValue: 16)

    /// What comes next was chosen with low confidence: see ``EventLog/lowConfidence``.
    package static let lowConfidence = MarkSet(rawValue: 32)
    /// A person has set a bookmark there.
    package static let bookmark = MarkSet(rawValue: 64)
    /// A person has set a cell there, or decided the event.
    package static let changed = MarkSet(rawValue: 128)

    /// Every mark.
    package static let all: MarkSet = [
        .mistake, .breakpoint, .carry, .output, .swap, .lowConfidence, .bookmark, .changed,
    ]

    /// The marks' names, such as "mistake" and "carry", the most important first.
    package var names: [String] {
        let names: [(MarkSet, String)] = [
            (.mistake, "mistake"), (.bookmark, "bookmark"), (.breakpoint, "breakpoint"), (.lowConfidence, "low"),
            (.swap, "swap"), (.carry, "carry"), (.output, "output"),
        ]
        return names.filter { contains($0.0) }.map(\.1)
    }

    /// What the marks are, such as "a mistake, a carry".
    package var words: String {
        let names: [(MarkSet, String)] = [
            (.mistake, "a mistake"), (.breakpoint, "a breakpoint"), (.carry, "a carry is written"),
            (.output, "a piece of the result is written"), (.swap, "a swap"),
            (.lowConfidence, "low confidence in the next step"),
            (.bookmark, "a bookmark"), (.changed, "a change by hand"),
        ]
        return names.filter { contains($0.0) }.map(\.1).joined(separator: ", ")
    }
}
