import Scratchpads

/// What a suite found, as a table.
package struct SuiteReport: Sendable {
    let suite: Suite
    let results: SuiteResults

    /// A report of `results`, which may lack points still.
    package init(_ suite: Suite, _ results: SuiteResults) {
        self.suite = suite
        self.results = results
    }

    /// The table.
    package var table: TextTable {
        switch suite.name {
        case .table1: table1
        case .quick: quick
        case .seeds: seeds
        case .fig5, .fig6, .fig9: figure
        }
    }

    /// The curves' names, in order.
    package var series: [String] {
        var names: [String] = []
        for experiment in suite.experiments where !names.contains(experiment.series) { names.append(experiment.series) }
        return names
    }

    /// The measured points of a curve, by what is varied.
    package func curve(_ series: String) -> [CurvePoint] {
        Dictionary(grouping: results.points.filter { $0.series == series }, by: varied)
            .map { x, points in CurvePoint(x: x, networks: points.map(\.proportion)) }.sorted { $0.x < $1.x }
    }

    private func varied(_ point: SuitePoint) -> Int {
        suite.name == .fig5 ? point.examples ?? 0 : point.length
    }

    private var figure: TextTable {
        let curves = series.map { name in
            Dictionary(uniqueKeysWithValues: curve(name).map { ($0.x, $0.text) })
        }
        let places = Set(
            suite.experiments.flatMap { experiment in
                experiment.tests.map { suite.name == .fig5 ? experiment.exampleCount ?? 0 : $0.length }
            }
        ).sorted()
        return TextTable(
            title: title, header: [suite.variedName] + series,
            rows: places.map { x in ["\(x)"] + curves.map { $0[x] ?? "-" } },
            notes: suite.paperNotes + (suite.name == .fig5 ? CommonFailures(results.points).lines : []))
    }

    private var quick: TextTable {
        TextTable(
            title: title, header: ["task", "length", "problems", "right (95 %)"],
            rows: suite.experiments.flatMap { experiment in
                experiment.tests.map { test in
                    [test.task.name, "\(test.length)", "\(test.count)"]
                        + [results.point(of: test, for: experiment)?.proportion.text ?? "-"]
                }
            })
    }

    var title: String {
        "\(suite.name.rawValue)\(suite.isQuick ? " (quick)" : ""): \(suite.title)"
    }
}

extension SuiteReport {
    private var table1: TextTable {
        let columns = Table1Column.allCases
        return TextTable(
            title: title, header: ["% right (95 %), the paper's in []"] + columns.map(\.rawValue),
            rows: Table1Row.all.map { row in [row.title] + columns.map { cell(row, $0) } },
            notes: suite.paperNotes + comparisons)
    }

    private func cell(_ row: Table1Row, _ column: Table1Column) -> String {
        let paper = row.paper[column].map { " [\(Proportion.percent($0 / 100))]" } ?? ""
        guard paper != "" else { return "-" }
        guard let experiment = suite.experiments.first(where: { $0.series == column.rawValue && $0.answers(row) })
        else {
            return (column == .single ? "-" : "not learned") + paper
        }
        return (point(row, experiment)?.proportion.text ?? "-") + paper
    }

    private func point(_ row: Table1Row, _ experiment: Experiment) -> SuitePoint? {
        experiment.tests.first(where: row.isMeasured).flatMap {
            results.point(of: $0, for: experiment)
        }
    }

    /// Whether the network did the very same before and after a program was added.
    private var comparisons: [String] {
        func experiment(_ column: Table1Column) -> Experiment? {
            suite.experiments.first { $0.series == column.rawValue }
        }
        guard let before = experiment(.multi), let after = experiment(.grown) else { return [] }
        return Table1Row.all.filter { $0.task.foundation == nil }.compactMap { row in
            guard let old = point(row, before), let new = point(row, after) else { return nil }
            return old.outputs == new.outputs
                ? "\(row.title): with MAX added, all \(old.count) outputs and run lengths are the same as without"
                : "\(row.title): with MAX added, outputs or run lengths DIFFER from those without"
        }
    }
}

extension Experiment {
    /// Whether it is tested on what the row is about.
    fileprivate func answers(_ row: Table1Row) -> Bool {
        tests.contains(where: row.isMeasured)
    }
}

extension Suite {
    /// What it is about.
    package var title: String {
        switch name {
        case .quick: "a look at the network"
        case .table1: "problems solved wholly by networks of one task, of several, and with MAX added"
        case .fig5: "sorting \(experiments[0].tests[0].length) values after so many examples"
        case .fig6: "sorting arrays longer than those trained on (\(trainedLengths))"
        case .fig9: "adding numbers longer than those trained on (\(trainedLengths) digits)"
        case .seeds: "many seeds: does a proof tell which networks are right everywhere?"
        }
    }

    /// What is varied along a curve.
    package var variedName: String {
        switch name {
        case .fig5: "examples"
        case .fig9: "digits"
        case .fig6, .quick, .table1, .seeds: "length"
        }
    }

    private var trainedLengths: String {
        guard case .programs(let problems, _) = experiments[0].source, let first = problems.lengths.first,
            let last = problems.lengths.last
        else { return "" }
        return "\(first)-\(last)"
    }

    /// What the paper found.
    var paperNotes: [String] {
        switch name {
        case .quick, .table1, .seeds: []
        case .fig5:
            [
                "The paper: NPI begins to work at 2 examples and is near-perfect at 8; seq2seq begins at 64, needs over 250."
            ]
        case .fig6: ["The paper: NPI sorts up to 60 values and fails beyond; seq2seq fails past 25."]
        case .fig9:
            [
                "The paper: NPI 100 % to 3,000 digits; seq2seq easy holds to just over 2,000, stacked hardly past 5,",
                "plain a digit or two.",
            ]
        }
    }
}
