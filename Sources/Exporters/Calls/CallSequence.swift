import Debugger
import Scratchpads

/// The calls of a run, one event after the other, for tools that show calls.
///
/// Time is counted in steps: event *n* lasts from *n* - 1 to *n*. Calls that are open where the range begins are opened
/// there, and those that are open where it ends are closed there, so that any part of a run nests.
struct CallSequence {
    let session: Session
    /// The first and the last position.
    let range: ClosedRange<Int>

    init(_ run: ExportedRun) {
        session = run.session
        range = run.range
    }

    /// What the run is called: "ADD 96 + 125".
    var title: String { session.problem.title(width: 60) }

    /// The calls that are open where the range begins, the outermost first.
    var openCalls: [EventRecord] {
        session.log.stack(at: range.lowerBound).reversed().map { session.log[$0.call] }
    }

    /// The events of the range.
    var records: some Sequence<EventRecord> {
        (range.lowerBound + 1..<range.upperBound + 1).lazy.map { [log = session.log] in log[$0] }
    }

    /// The name of what is called or done.
    func name(of record: EventRecord) -> String { session.name(of: record) }
}
