/// The formats in which runs are exported.
package enum ExporterCatalog {
    /// All of them, in the order in which help lists them.
    package static let all: [any RunExporter] = [
        AsciicastExporter(),
        SVGExporter(),
        HTMLExporter(),
        SpeedscopeExporter(),
        ChromeExporter(),
        FoldedExporter(),
        NPZExporter(),
        CSVExporter(),
    ]

    /// The format that is called `name`.
    package static func named(_ name: String) -> (any RunExporter)? {
        all.first { $0.name == name }
    }

    /// The names of the formats that take `option`.
    package static func names(taking option: ExportOption) -> [String] {
        all.filter { $0.options.contains(option) }.map(\.name)
    }
}
