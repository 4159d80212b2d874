import Debugger
import Support

/// The trace event format of Chrome, Perfetto and others: complete events ("X"), each within its caller's, on one thread.
struct ChromeExporter: RunExporter {
    let name = "chrome"
    let suffix = ".trace.json"
    let summary = "the calls, for chrome://tracing and https://ui.perfetto.dev"

    /// How long a step lasts on the clock of the trace, in microseconds.
    private static let stepLength = 1_000

    func write(_ run: ExportedRun, to output: inout some TextOutputStream) {
        let calls = CallSequence(run)
        output.write(
            """
            {"displayTimeUnit":"ms","traceEvents":[
            {"name":"process_name","ph":"M","pid":1,"tid":1,"args":{"name":\(calls.title.quotedAsJSON)}}
            """)
        for call in calls.openCalls { output.write(event(call, calls)) }
        for record in calls.records where record.kind != .return { output.write(event(record, calls)) }
        output.write("\n]}\n")
    }

    private func event(_ record: EventRecord, _ calls: CallSequence) -> String {
        let range = calls.range
        let start = max(record.number - 1, range.lowerBound)
        var end = record.number
        if record.kind == .call { end = min(record.returnNumber ?? range.upperBound, range.upperBound) }
        var arguments = "\"step\":\(record.number)"
        if record.judgement == .differs { arguments += ",\"mistake\":true" }
        if record.isForced { arguments += ",\"forced\":true" }
        return """
            ,
            {"name":\(calls.name(of: record).quotedAsJSON),"cat":"\(record.kind == .call ? "call" : "act")",\
            "ph":"X","ts":\(start * Self.stepLength),"dur":\(max(end - start, 1) * Self.stepLength),"pid":1,"tid":1,\
            "args":{\(arguments)}}
            """
    }
}
