import Glibc

/// A line chart: shares of 0...100 % over something that is varied.
package struct Chart: Hashable, Sendable {
    /// A measured point.
    package struct Sample: Hashable, Sendable {
        /// What is varied; above 0 where the axis is logarithmic.
        package var x: Double
        /// The share, 0...1.
        package var y: Double
        /// Where the true share probably lies.
        package var interval: ClosedRange<Double>

        /// Makes a point.
        package init(x: Double, y: Double, interval: ClosedRange<Double>) {
            self.x = x
            self.y = y
            self.interval = interval
        }
    }

    /// A curve.
    package struct Series: Hashable, Sendable {
        /// Its name in the legend.
        package var name: String
        /// Its points, in order of x.
        package var points: [Sample]

        /// Makes a curve.
        package init(_ name: String, _ points: [Sample]) {
            self.name = name
            self.points = points
        }
    }

    /// What stands above it.
    package var title: String
    /// What is varied.
    package var xTitle: String
    /// What the shares are of.
    package var yTitle: String
    /// The axis of what is varied.
    package var axis: ChartAxis
    /// The curves. The first is drawn last, over the others.
    package var series: [Series]

    /// Makes a chart.
    package init(title: String, xTitle: String, yTitle: String, axis: ChartAxis, series: [Series]) {
        self.title = title
        self.xTitle = xTitle
        self.yTitle = yTitle
        self.axis = axis
        self.series = series
    }
}

/// A horizontal axis: where values stand on it, and which are labelled.
package struct ChartAxis: Hashable, Sendable {
    /// Whether equal factors take equal space.
    package var isLogarithmic: Bool
    /// The values from end to end.
    package var range: ClosedRange<Double>
    /// The labelled values, in order.
    package var ticks: [Double]

    /// An axis that shows all of `values`, which are above 0 if it is logarithmic, and labels as many of them as
    /// there is room for.
    package init(showing values: [Double], isLogarithmic: Bool) {
        self.isLogarithmic = isLogarithmic
        ticks = Array(Set(values)).sorted()
        let low = ticks.first ?? 1
        let high = ticks.last ?? 1
        range = low < high ? low...high : (isLogarithmic ? low / 2...high * 2 : low - 1...high + 1)
    }

    /// Where `value` stands, 0 (left end) ... 1 (right end).
    package func place(of value: Double) -> Double {
        func scaled(_ value: Double) -> Double { isLogarithmic ? log(value) : value }
        let (low, high) = (scaled(range.lowerBound), scaled(range.upperBound))
        return (scaled(value) - low) / (high - low)
    }

    /// A label: 500, 1k, 2k.
    static func label(_ value: Double) -> String {
        let number = Int(value.rounded())
        return number >= 1_000 && number % 1_000 == 0 ? "\(number / 1_000)k" : "\(number)"
    }

    /// The labels that fit without touching, with their middles' places in `room` units.
    ///
    /// - Parameters:
    ///   - room: The axis' length.
    ///   - width: How long a character of a label is.
    func labels(room: Double, width: Double) -> [(text: String, middle: Double)] {
        var labels: [(text: String, middle: Double)] = []
        var end = -Double.infinity
        for tick in ticks {
            let text = Self.label(tick)
            let middle = place(of: tick) * room
            let half = Double(text.count) * width / 2
            guard middle - half >= end + width else { continue }
            labels.append((text, middle))
            end = middle + half
        }
        return labels
    }
}
