/// How many of a number of independent trials succeeded.
package struct Proportion: Hashable, Sendable {
    /// How many succeeded, 0...count.
    package var right: Int
    /// How many there were.
    package var count: Int

    /// Makes a proportion.
    package init(right: Int, of count: Int) {
        self.right = right
        self.count = count
    }

    /// The share that succeeded, 0...1; 0 where there were no trials.
    package var share: Double { count > 0 ? Double(right) / Double(count) : 0 }

    /// Where the true share lies with a confidence of 95 %: the score interval of Wilson 1927, which stays within 0...1 and
    /// is honest about 10 of 10 too (0.72...1).
    package var interval: ClosedRange<Double> {
        guard count > 0 else { return 0...1 }
        let z = 1.959963984540054
        let n = Double(count)
        let spread = z * z / n
        let center = (share + spread / 2) / (1 + spread)
        let half = z / (1 + spread) * (share * (1 - share) / n + spread / (4 * n)).squareRoot()
        let low = right == 0 ? 0 : max(center - half, 0)
        let high = right == count ? 1 : min(center + half, 1)
        return low...high
    }

    /// Both trials together.
    package static func + (left: Proportion, right: Proportion) -> Proportion {
        Proportion(right: left.right + right.right, of: left.count + right.count)
    }

    /// The share and its interval in per cent: "98.0 % (93.0-99.4)".
    package var text: String {
        guard count > 0 else { return "-" }
        return "\(Self.percent(share)) % (\(Self.percent(interval.lowerBound))-\(Self.percent(interval.upperBound)))"
    }

    /// A share in per cent with one place; 100.0 only where it is all.
    static func percent(_ share: Double) -> String {
        let tenths = share >= 1 ? 1_000 : min(Int((share * 1_000).rounded()), 999)
        return "\(tenths / 10).\(tenths % 10)"
    }
}
