package import NPIKit

/// What the network would do if a grey patch covered a part of its image, for a patch that slides over all of it.
package struct Occlusion: Hashable, Sendable {
    /// A patch has so many pixels a side.
    package static let patchSide = 32
    /// It slides by so many pixels.
    package static let stride = 12
    /// How grey it is.
    static let grey: UInt8 = 128

    /// How many places it has side by side.
    package let columns: Int
    /// How many one below the other.
    package let rows: Int
    /// What the network would do, row after row.
    package let decisions: [Decision]
    /// How likely it would still do what it does.
    package let kept: [Float]
    /// What it does.
    package let decision: Decision

    /// How many places there are along a side of so many pixels.
    static func placeCount(_ side: Int) -> Int { max((side - patchSide) / stride + 1, 0) }

    /// At how many places a patch changes the decision.
    package var changeCount: Int { decisions.count { $0 != decision } }
    /// How many places there are.
    package var placeCount: Int { decisions.count }
    /// The least probability to which a patch lets the decision fall.
    package var leastKept: Float { kept.min() ?? 1 }
    /// What the probability is compared with: where the patch covers nothing that matters.
    private var base: Float { kept.max() ?? 1 }
    /// The most that a patch takes from the probability of the decision.
    package var largestLoss: Float { base - leastKept }

    /// What the patch at `index` takes from the probability of the decision.
    package func loss(at index: Int) -> Float { base - kept[index] }

    /// How much the part of the image around (`x`, `y`), each 0..<1, matters: the mean, over the patches that cover it, of what
    /// they take from the probability of the decision, 0...1.
    ///
    /// - Parameter side: How many pixels the image has a side.
    package func loss(x: Double, y: Double, ofSide side: Int) -> Float {
        var (sum, count) = (Float(0), Float(0))
        let places = covering(x, columns, side)
        for row in covering(y, rows, side) {
            for column in places {
                sum += loss(at: row * columns + column)
                count += 1
            }
        }
        return count > 0 ? sum / count : 0
    }

    /// The places, along one side, of the patches that cover a point of it.
    private func covering(_ share: Double, _ count: Int, _ side: Int) -> Range<Int> {
        let pixel = min(max(Int(share * Double(side)), 0), side - 1)
        let first = max((pixel - Self.patchSide) / Self.stride + 1, 0)
        return min(first, count)..<min(max(pixel / Self.stride + 1, first), count)
    }
}
