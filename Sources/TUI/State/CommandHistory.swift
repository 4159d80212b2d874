/// The lines that were typed on the command line, to be recalled.
struct CommandHistory: Hashable, Sendable {
    /// The lines, the latest last.
    private var lines: [String] = []
    /// Which one is recalled; nil at the new line.
    private var place: Int?

    /// Remembers a line.
    mutating func add(_ line: String) {
        if lines.last != line { lines.append(line) }
    }

    /// The line before the one that is recalled, or the one after it, which behind the latest is empty; nil if there is none.
    mutating func recall(older: Bool) -> String? {
        let next = (place ?? lines.count) + (older ? -1 : 1)
        guard !lines.isEmpty, next >= 0 else { return nil }
        place = min(next, lines.count)
        return next < lines.count ? lines[next] : ""
    }

    /// Goes back to the new line.
    mutating func leave() { place = nil }
}
