import Foundation
import Support

extension Chart {
    /// The chart as a picture that needs nothing but itself: axes, curves with their 95 % intervals, and a legend.
    package var svg: String {
        let picture = ChartPicture(chart: self)
        return picture.text
    }
}

/// Places and elements of a chart's picture, in its units (pixels at 100 %).
private struct ChartPicture {
    let chart: Chart

    private let width = 720.0
    /// Rows of the legend below the axes: what they say, and where each begins.
    private let legendRows: [[(index: Int, x: Double)]]
    private var height: Double { 418 + 22 * Double(max(legendRows.count, 1)) }
    private let left = 70.0
    private let right = 700.0
    private let top = 50.0
    private let bottom = 350.0
    /// Told apart by people who see no red or green too (Okabe & Ito 2008).
    private static let inks = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"]

    init(chart: Chart) {
        self.chart = chart
        var rows: [[(index: Int, x: Double)]] = []
        var x = right
        for index in chart.series.indices {
            let wanted = 40 + Double(chart.series[index].name.count) * 8
            if x + wanted > right + 20 {
                rows.append([])
                x = left
            }
            rows[rows.count - 1].append((index, x))
            x += wanted
        }
        legendRows = rows
    }

    var text: String {
        ([
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(one(width))" height="\(one(height))" \
            viewBox="0 0 \(one(width)) \(one(height))" font-family="Helvetica, Arial, 'DejaVu Sans', sans-serif" \
            font-size="13">
            """,
            "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>",
            label(chart.title, x: left, y: 28, more: #" font-size="15" font-weight="bold""#),
        ] + axes + chart.series.indices.reversed().map(curve) + legend + ["</svg>\n"]).joined(separator: "\n")
    }

    private func x(_ value: Double) -> Double { left + 10 + chart.axis.place(of: value) * (right - left - 20) }
    private func y(_ share: Double) -> Double { bottom - share * (bottom - top) }

    private var axes: [String] {
        var parts: [String] = []
        for share in [0.0, 0.25, 0.5, 0.75, 1] {
            parts.append(line(left, y(share), right, y(share), ink: share == 0 ? "#333333" : "#dddddd"))
            parts.append(
                label("\(Int(share * 100)) %", x: left - 8, y: y(share) + 4, more: #" text-anchor="end""#))
        }
        parts.append(line(left, top, left, bottom, ink: "#333333"))
        for tick in chart.axis.ticks { parts.append(line(x(tick), bottom, x(tick), bottom + 5, ink: "#333333")) }
        for tick in chart.axis.labels(room: right - left - 20, width: 7.5) {
            parts.append(
                label(tick.text, x: left + 10 + tick.middle, y: bottom + 20, more: #" text-anchor="middle""#))
        }
        let title = chart.xTitle + (chart.axis.isLogarithmic ? " (logarithmic)" : "")
        parts.append(label(title, x: (left + right) / 2, y: bottom + 42, more: #" text-anchor="middle""#))
        let middle = (top + bottom) / 2
        parts.append(
            label(
                chart.yTitle, x: 20, y: middle,
                more: " text-anchor=\"middle\" transform=\"rotate(-90 20 \(one(middle)))\""))
        return parts
    }

    private func curve(_ index: Int) -> String {
        let ink = Self.inks[index % Self.inks.count]
        let points = chart.series[index].points
        let path = points.map { "\(one(x($0.x))),\(one(y($0.y)))" }.joined(separator: " ")
        var parts = ["<polyline points=\"\(path)\" fill=\"none\" stroke=\"\(ink)\" stroke-width=\"2\"/>"]
        for point in points {
            let (low, high) = (point.interval.lowerBound, point.interval.upperBound)
            parts.append(line(x(point.x), y(low), x(point.x), y(high), ink: ink))
            parts.append(mark(index, x(point.x), y(point.y)))
        }
        return parts.joined(separator: "\n")
    }

    /// A shape of its own for each curve, so that colour is not needed to tell them apart.
    private func mark(_ index: Int, _ x: Double, _ y: Double) -> String {
        let ink = Self.inks[index % Self.inks.count]
        func polygon(_ corners: [(Double, Double)]) -> String {
            let points = corners.map { "\(one(x + $0.0)),\(one(y + $0.1))" }.joined(separator: " ")
            return "<polygon points=\"\(points)\" fill=\"\(ink)\"/>"
        }
        switch index % 6 {
        case 0: return "<circle cx=\"\(one(x))\" cy=\"\(one(y))\" r=\"4.5\" fill=\"\(ink)\"/>"
        case 1: return polygon([(0, -5), (5, 4), (-5, 4)])
        case 2: return polygon([(-4, -4), (4, -4), (4, 4), (-4, 4)])
        case 3: return polygon([(0, -5.5), (5.5, 0), (0, 5.5), (-5.5, 0)])
        case 4: return polygon([(0, 5), (5, -4), (-5, -4)])
        default: return polygon([(-2, -5), (2, -5), (2, 5), (-2, 5)])
        }
    }

    private var legend: [String] {
        legendRows.enumerated().flatMap { row, entries in
            let y = bottom + 68 + 22 * Double(row)
            return entries.map { index, x in
                mark(index, x + 8, y) + label(chart.series[index].name, x: x + 20, y: y + 4, more: "")
            }
        }
    }

    private func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, ink: String) -> String {
        "<line x1=\"\(one(x1))\" y1=\"\(one(y1))\" x2=\"\(one(x2))\" y2=\"\(one(y2))\" stroke=\"\(ink)\"/>"
    }

    private func label(_ text: String, x: Double, y: Double, more: String) -> String {
        "<text x=\"\(one(x))\" y=\"\(one(y))\" fill=\"#222222\"\(more)>\(text.escapedAsMarkup)</text>"
    }

    /// A length to a tenth.
    private func one(_ value: Double) -> String { String(format: "%.1f", value) }
}
