import ArgumentParser
import Debugger
import Support

/// What is printed of a moment of a run in place of its trace.
struct ReportOptions: ParsableArguments {
    @Flag(
        help:
            "Print why the network does what it does at --at: what it would do had it seen something else, one cell at a time."
    )
    var why = false

    /// Whether anything is.
    var isWanted: Bool { why }

    /// Checks it against what else is asked for.
    func check(_ trace: TraceOptions, _ moment: MomentOption) throws {
        guard why else { return }
        if trace.narrate { throw ValidationError("--why prints its own table; leave out --narrate") }
        if moment.at == nil { throw ValidationError("--why needs --at, such as --at 17 or --at mistake") }
    }

    /// Prints it of `session` at the moment that is named.
    func write(_ session: inout Session, at moment: MomentOption, asJSON: Bool) throws {
        try moment.go(in: &session)
        session.extend(events: session.position == session.log.count ? 1 : 0)
        guard let report = WhyReport(session) else {
            throw UsageError(
                session.memory == nil
                    ? "--why asks a network, and this run has none"
                    : "--why: no program runs at step \(session.position)")
        }
        var output = StandardOutput()
        if asJSON { output.writeLine(report.json) } else { report.write(to: &output) }
        try output.flush()
    }
}
