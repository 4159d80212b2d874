package import Debugger
import Scratchpads

/// The calls of a run for tools that show calls: speedscope, the trace viewers of browsers, flame graphs.
///
///     try CallExport(session, range: 0...session.log.count).write(.speedscope, to: &output)
///
/// Time is counted in steps: event *n* lasts from *n* - 1 to *n*. Calls that are open where the range begins are opened
/// there, and those that are open where it ends are closed there, so that any stretch of a run nests.
///
/// It is written as it is found, one event after the other, and keeps the open calls only; ``CallFormat/folded`` keeps a
/// number for each different stack.
package struct CallExport {
    let session: Session
    /// The positions between which it tells.
    let range: ClosedRange<Int>

    /// Prepares to export what happens in `session` between two positions, `0...session.log.count`.
    package init(_ session: Session, range: ClosedRange<Int>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= session.log.count, "the range is one of positions")
        self.session = session
        self.range = range
    }

    /// Writes the calls.
    ///
    /// - Throws: ``CallExportError`` if the file would be absurd.
    package func write(_ format: CallFormat, to output: inout some TextOutputStream) throws(CallExportError) {
        switch format {
        case .speedscope: writeSpeedscope(to: &output)
        case .chrome: writeChromeTrace(to: &output)
        case .folded: try writeFolded(to: &output)
        }
    }

    /// What the run is called: "ADD 96 + 125".
    var title: String { session.problem.title(width: 60) }

    /// The names of the calls that are open where the range begins, the outermost first.
    var namesOfOpenCalls: [String] {
        session.log.stack(at: range.lowerBound).reversed().map { session.name(of: session.log[$0.call]) }
    }

    /// The events of the range.
    var records: some Sequence<EventRecord> {
        (range.lowerBound + 1..<range.upperBound + 1).lazy.map { [log = session.log] in log[$0] }
    }
}

/// How calls are written.
package enum CallFormat: String, CaseIterable, Sendable {
    /// Speedscope's own "evented" JSON.
    case speedscope
    /// The trace event format of Chrome, Perfetto and others.
    case chrome
    /// A line for each different stack and how many steps were spent there, for flame graphs.
    case folded
}

/// Calls that cannot be exported in a useful way.
package enum CallExportError: Error, Hashable, CustomStringConvertible {
    /// The stacks are so deep and so many that their lines would fill a disk; how many bytes they would take.
    case tooManyStacks(byteCount: Int)

    /// One line for the user.
    package var description: String {
        switch self {
        case .tooManyStacks(let count):
            "the stacks would take \(count >> 20) MB, since they are so deep; export a part of the run with --from and --to"
        }
    }
}
