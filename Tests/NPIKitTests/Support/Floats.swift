import NPIKit
import Support

extension SeededGenerator {
    /// `count` numbers of -`limit`...`limit`.
    mutating func floats(_ count: Int, within limit: Float = 1) -> [Float] {
        (0..<count).map { _ in (2 * unit() - 1) * limit }
    }
}

/// Lets `body` change a copy of `values` that has room for `margin` floats before and behind, and says whether those stayed
/// as they were.
func changed(
    _ values: [Float], margin: Int = 9, _ body: (UnsafeMutablePointer<Float>) -> Void
) -> (values: [Float], keptItsBounds: Bool) {
    let canary: Float = -12_345
    var padded = Array(repeating: canary, count: margin) + values + Array(repeating: canary, count: margin)
    padded.withUnsafeMutableBufferPointer { buffer in
        if let base = buffer.baseAddress { body(base + margin) }
    }
    let isKept = (padded.prefix(margin) + padded.suffix(margin)).allSatisfy { $0 == canary }
    return (Array(padded.dropFirst(margin).dropLast(margin)), isKept)
}
