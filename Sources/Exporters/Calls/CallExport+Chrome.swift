import Debugger

extension CallExport {
    /// How long a step lasts on the clock of the trace, in microseconds.
    private static let stepLength = 1_000

    /// Writes complete events ("X"), each within its caller's, all on one thread.
    func writeChromeTrace(to output: inout some TextOutputStream) {
        let name = title.quotedAsJSON
        output.write(
            """
            {"displayTimeUnit":"ms","traceEvents":[
            {"name":"process_name","ph":"M","pid":1,"tid":1,"args":{"name":\(name)}}
            """)
        for frame in session.log.stack(at: range.lowerBound).reversed() {
            write(session.log[frame.call], to: &output)
        }
        for record in records where record.kind != .return { write(record, to: &output) }
        output.write("\n]}\n")
    }

    private func write(_ record: EventRecord, to output: inout some TextOutputStream) {
        let start = max(record.number - 1, range.lowerBound)
        var end = record.number
        if record.kind == .call { end = min(record.returnNumber ?? range.upperBound, range.upperBound) }
        var arguments = "\"step\":\(record.number)"
        if record.judgement == .differs { arguments += ",\"mistake\":true" }
        if record.isForced { arguments += ",\"forced\":true" }
        output.write(
            """
            ,
            {"name":\(session.name(of: record).quotedAsJSON),"cat":"\(record.kind == .call ? "call" : "act")",\
            "ph":"X","ts":\(start * Self.stepLength),"dur":\(max(end - start, 1) * Self.stepLength),"pid":1,"tid":1,\
            "args":{\(arguments)}}
            """)
    }
}
