import Foundation
import TerminalKit
import TestSupport
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Charts")
struct ChartTests {
    private func sample(_ x: Double, _ y: Double) -> Chart.Sample {
        Chart.Sample(x: x, y: y, interval: max(y - 0.1, 0)...min(y + 0.1, 1))
    }

    private var digits: Chart {
        Chart(
            title: "adding numbers", xTitle: "digits", yTitle: "right",
            axis: ChartAxis(showing: [1, 2, 3, 5, 10, 20, 100, 1_000, 3_000], isLogarithmic: true),
            series: [
                Chart.Series("NPI", [1, 2, 3, 5, 10, 20, 100, 1_000, 3_000].map { sample($0, 1) }),
                Chart.Series("a & b", [sample(1, 1), sample(5, 0.8), sample(20, 0.1), sample(3_000, 0)]),
            ])
    }

    private func picture(_ chart: Chart, _ glyphs: Glyphs = .unicode) -> String {
        var canvas = Canvas(size: Size(78, chart.lineCount), glyphs: glyphs)
        chart.draw(into: &canvas)
        return canvas.lines.map { $0 + "\n" }.joined()
    }

    @Test("in a terminal: axes, a logarithmic scale, curves, a legend")
    func text() throws {
        try expectGolden(picture(digits), inRepository: "Tests/Goldens/Charts/digits.txt")
        try expectGolden(picture(digits, .ascii), inRepository: "Tests/Goldens/Charts/digits-ascii.txt")
    }

    @Test("as SVG: the same, with intervals")
    func svg() throws {
        #expect(XMLParser(data: Data(digits.svg.utf8)).parse())
        try expectGolden(digits.svg, inRepository: "Tests/Goldens/Charts/digits.svg")
    }

    @Test("six curves are told apart by their marks, and their names stay on the picture")
    func sixCurves() throws {
        var chart = digits
        chart.series = ["one", "two", "three", "a rather long name", "another one as long", "the last of them all"].map
        {
            Chart.Series($0, [sample(1, 1), sample(20, 0)])
        }
        let legend = picture(chart).split(separator: "\n").suffix(6)
        #expect(Set(legend.map { $0.trimmingCharacters(in: .whitespaces).prefix(1) }).count == 6)
        let places = chart.svg.matches(of: /<text x="([0-9.]+)" y="[0-9.]+" fill="#222222">(.*?)<\/text>/)
        for series in chart.series {
            let place = try #require(places.first { $0.2 == series.name })
            #expect(try #require(Double(place.1)) + 8 * Double(series.name.count) < 720)
        }
    }

    @Test("a linear axis has equal steps")
    func linear() {
        let axis = ChartAxis(showing: [0, 25, 50, 100], isLogarithmic: false)
        #expect([0, 25, 50, 100].map(axis.place(of:)) == [0, 0.25, 0.5, 1])
    }

    @Test("a logarithmic axis has equal factors")
    func logarithmic() {
        let axis = ChartAxis(showing: [1, 2, 4, 16], isLogarithmic: true)
        for (x, place) in [(1.0, 0.0), (2, 0.25), (4, 0.5), (16, 1)] {
            #expect(abs(axis.place(of: x) - place) < 1e-9)
        }
    }

    @Test("with one point, none, or hardly any room, it still draws")
    func small() {
        for count in 0...1 {
            let chart = Chart(
                title: "x", xTitle: "x", yTitle: "y",
                axis: ChartAxis(showing: Array([5.0].prefix(count)), isLogarithmic: true),
                series: [Chart.Series("a", Array([sample(5, 0.5)].prefix(count)))])
            #expect(picture(chart).contains("a"))
            #expect(XMLParser(data: Data(chart.svg.utf8)).parse())
        }
        var canvas = Canvas(size: Size(5, 3))
        digits.draw(into: &canvas)
    }
}
