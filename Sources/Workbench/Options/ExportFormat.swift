import ArgumentParser
import Exporters

/// A format of the catalogue, as it is typed.
struct ExportFormat: ExpressibleByArgument {
    /// Who writes it.
    let exporter: any RunExporter

    /// The format that is called `argument`.
    init?(argument: String) {
        guard let exporter = ExporterCatalog.named(argument) else { return nil }
        self.exporter = exporter
    }

    static var allValueStrings: [String] { ExporterCatalog.all.map(\.name) }

    static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }

    /// The usual name of an export of the recording at `path`.
    func path(for path: String) -> String {
        let base = path.hasSuffix(".npitrace") ? String(path.dropLast(".npitrace".count)) : path
        return base + exporter.suffix
    }

    /// All formats with what they are, a line each.
    static var help: String {
        let width = allValueStrings.map(\.count).max() ?? 0
        return ExporterCatalog.all.map { exporter in
            "  \(exporter.name)\(String(repeating: " ", count: width - exporter.name.count + 2)) \(exporter.summary)"
        }.joined(separator: "\n")
    }

    /// The formats that take `option`: "asciicast and svg".
    static func list(taking option: ExportOption, conjunction: String) -> String {
        ExporterCatalog.names(taking: option).joined(separator: " \(conjunction) ")
    }
}
