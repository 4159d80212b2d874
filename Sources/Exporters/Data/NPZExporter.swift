/// The events as named arrays for NumPy: `numpy.load("sum.npz")["program_probabilities"]`.
///
/// Each array has a row for each event; `programs` and `observation_fields` name the columns of others, and `observation_values` what a
/// category of each field stands for.
/// Documentation/Data.md lists all.
struct NPZExporter: RunExporter {
    let name = "npz"
    let suffix = ".npz"
    let summary = "all that is known of each event, as arrays for NumPy"
    let options: Set<ExportOption> = [.model]
    let isBinary = true

    func write<Output: ExportOutput>(_ run: ExportedRun, to output: inout Output) throws {
        let table = try EventTable(run)
        var archive = ZipArchive<Output>()
        for column in table.columns + table.descriptions {
            archive.add("\(column.name).npy", NPYArray(column).bytes, to: &output)
        }
        archive.finish(to: &output)
    }
}
