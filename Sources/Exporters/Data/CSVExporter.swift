import Support

/// The events as one table with a line for each, for pandas, spreadsheets and R (RFC 4180, with line feeds).
///
/// What is not known is left empty. Images are left out.
struct CSVExporter: RunExporter {
    let name = "csv"
    let suffix = ".csv"
    let summary = "the same as a table, for pandas, R and spreadsheets"
    let options: Set<ExportOption> = [.model]

    func write(_ run: ExportedRun, to output: inout some ExportOutput) throws {
        let columns = try EventTable(run).columns.filter { !$0.labels.isEmpty }
        output.write(columns.flatMap(\.labels).map(Self.quoted).joined(separator: ",") + "\n")
        for row in 0..<run.range.count - 1 {
            let fields = columns.flatMap { column in
                (row * column.width..<(row + 1) * column.width).lazy.map { Self.text($0, of: column.values) }
            }
            output.write(fields.joined(separator: ",") + "\n")
        }
    }

    private static func text(_ index: Int, of values: DataValues) -> String {
        switch values {
        case .flags(let values): values[index] ? "True" : "False"
        case .bytes(let values): String(values[index])
        case .integers(let values): String(values[index])
        case .floats(let values): values[index].isNaN ? "" : "\(values[index])"
        case .texts(let values): quoted(values[index])
        }
    }

    /// The text in quotes where it holds what ends a field. A line feed would be harmless to a reader, but not to a person.
    private static func quoted(_ text: String) -> String {
        let text = text.printable
        guard text.contains(where: { ",\"".contains($0) }) else { return text }
        return "\"\(text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
    }
}
