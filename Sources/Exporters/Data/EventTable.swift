import Debugger
import NPIKit
import Scratchpads

/// Everything that is known of each event of a run, as named arrays with a row for each event.
///
/// What a recording does not hold is there where a network is asked at each step: all probabilities, the query, the states.
/// Without one, probabilities are those recorded, and the others are not a number.
struct EventTable {
    /// More than this in one file is of no use to a person, and does not fit in memory beside it.
    static let byteLimit = 1 << 30

    /// The arrays with a row for each event.
    let columns: [DataColumn]
    /// What the rows and columns of the others are called, and what the run is.
    let descriptions: [DataColumn]

    /// Collects the events of `run`.
    ///
    /// - Throws: ``ExportError/tooMuchData(bytes:limit:)`` or ``ForcedPathError``.
    init(_ run: ExportedRun) throws {
        let library = run.network?.library ?? run.session.library
        let spec = run.session.world.observationSpec
        var deeds = DeedColumns()
        var sights = SightColumns(spec)
        var answers = AnswerColumns(library, run.network)
        let bytes = (sights.bytesPerEvent + answers.bytesPerEvent + DeedColumns.bytesPerEvent) * run.range.count
        guard bytes <= Self.byteLimit else { throw ExportError.tooMuchData(bytes: bytes, limit: Self.byteLimit) }

        var session = run.session
        var path = try run.network.map { try ForcedPath(session, predictor: $0) }
        let first = run.range.lowerBound + 1
        while let number = path?.number, number + 1 < first { _ = path?.advance() }
        for number in first..<run.range.upperBound + 1 {
            session.perform(.go(to: number - 1))
            let record = session.log[number]
            deeds.add(record, in: session)
            sights.add(session.world)
            _ = path?.advance()
            if let path, record.decision != nil {
                answers.add(path)
            } else {
                answers.add(path == nil ? record.prediction : nil)
            }
        }
        columns = deeds.columns + answers.columns + sights.columns
        descriptions = Self.descriptions(run, library, spec)
    }

    private static func descriptions(
        _ run: ExportedRun, _ library: ProgramLibrary, _ spec: ObservationSpec
    ) -> [DataColumn] {
        let categoryCount = spec.fields.map(\.size).max() ?? 0
        let values = spec.fields.indices.flatMap { field in
            (0..<categoryCount).map { run.session.world.categoryName($0, of: field) ?? "" }
        }
        return [
            DataColumn("programs", .texts(library.names)),
            DataColumn("observation_fields", .texts(spec.fields.map(\.name))),
            DataColumn("observation_values", shape: [categoryCount], labels: [], .texts(values)),
            DataColumn("task", .texts([run.session.problem.task.name])),
            DataColumn("input", .texts(run.session.problem.input)),
            DataColumn("model", .texts([run.model?.name ?? ""])),
            DataColumn("model_sha256", .texts([run.model?.sha256 ?? ""])),
        ]
    }
}
