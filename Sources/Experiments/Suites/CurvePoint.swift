/// Where a curve of a suite stands at one place: what one network solved there, or several trained alike from other seeds.
package struct CurvePoint: Hashable, Sendable {
    /// What is varied along the curve.
    package let x: Int
    /// What each network solved, the least first.
    package let networks: [Proportion]

    init(x: Int, networks: [Proportion]) {
        self.x = x
        self.networks = networks.sorted { $0.share < $1.share }
    }

    /// The share that is right, 0...1: the median of several networks, the lower one of the middle two.
    package var share: Double { networks[(networks.count - 1) / 2].share }

    /// From the least to the most of several networks; of one, where its true share lies with a confidence of 95 %.
    package var range: ClosedRange<Double> {
        networks.count == 1 ? networks[0].interval : networks[0].share...networks[networks.count - 1].share
    }

    /// The share and its range in per cent: "98.0 % (93.0-99.4)", or "98.0 % (0.0-100.0), 10 networks".
    var text: String {
        guard networks.count > 1 else { return networks[0].text }
        let (low, high) = (Proportion.percent(range.lowerBound), Proportion.percent(range.upperBound))
        return "\(Proportion.percent(share)) % (\(low)-\(high)), \(networks.count) networks"
    }
}
