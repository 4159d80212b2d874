import Dispatch

/// Ranges of floats in parts that threads work on side by side.
///
/// Each float is computed from those at its own place alone, so that nothing depends on how many threads there are.
enum FloatParts {
    /// A multiple of what is computed at once.
    private static let largest = 1 << 15

    /// Calls `body` with parts that together are `ranges`.
    static func forEach(of ranges: [Range<Int>], _ body: @Sendable (Range<Int>) -> Void) {
        let parts = ranges.flatMap { range in
            stride(from: range.lowerBound, to: range.upperBound, by: largest).map {
                $0..<min($0 + largest, range.upperBound)
            }
        }
        DispatchQueue.concurrentPerform(iterations: parts.count) { body(parts[$0]) }
    }
}
