package import Experiments
import Scratchpads
import TerminalKit

extension Chart {
    /// The figure of a suite that has one: what is measured so far.
    package init?(_ suite: Suite, _ results: SuiteResults) {
        guard suite.name.hasFigure else { return nil }
        let report = SuiteReport(suite, results)
        let places = suite.experiments.flatMap { experiment in
            suite.name == .fig5 ? [experiment.exampleCount ?? 1] : experiment.tests.map(\.length)
        }
        self.init(
            title: suite.title, xTitle: suite.variedName, yTitle: "right",
            axis: ChartAxis(showing: places.map(Double.init), isLogarithmic: suite.name != .fig6),
            series: report.series.map { name in
                Series(
                    name,
                    report.curve(name).map { point in
                        Sample(x: Double(point.x), y: point.share, interval: point.range)
                    })
            })
    }
}

extension SuiteName {
    /// Whether its points make a figure.
    package var hasFigure: Bool {
        switch self {
        case .fig5, .fig6, .fig9: true
        case .quick, .table1, .seeds: false
        }
    }
}
