import ArgumentParser
import Debugger
import Support

/// What is printed of a run in place of its trace.
struct ReportOptions: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            "Print why the network does what it does at --at: what it would do had it seen something else, one cell at a time."
        ))
    var why = false

    @Flag(
        help: ArgumentHelp(
            "Print what is counted of the whole run: calls and actions of each program, confidence, the expert beside it."
        )
    )
    var numbers = false

    /// The option that is given; nil if none is.
    var name: String? { why ? "--why" : numbers ? "--numbers" : nil }

    /// Checks it against what else is asked for.
    ///
    /// - Parameter others: Other options that were given and do not go with it.
    func check(_ trace: TraceOptions, _ moment: MomentOption, others: [String]) throws {
        guard let name else { return }
        if why, numbers { throw ValidationError("--why and --numbers exclude each other") }
        if let other = ((trace.narrate ? ["--narrate"] : []) + others).first {
            throw ValidationError("\(name) prints its own table and ends; leave out \(other)")
        }
        if why, moment.at == nil { throw ValidationError("--why needs --at, such as --at 17 or --at mistake") }
        if numbers, moment.at != nil { throw ValidationError("--numbers is about the whole run; leave out --at") }
    }

    /// Prints it of `session`.
    func write(_ session: inout Session, at moment: MomentOption, asJSON: Bool) throws {
        var output = StandardOutput()
        if numbers {
            session.extend(events: .max)
            let report = NumbersReport(session)
            if asJSON { output.writeLine(report.json) } else { report.write(to: &output) }
        } else {
            try moment.go(in: &session)
            session.extend(events: session.position == session.log.count ? 1 : 0)
            guard let report = WhyReport(session) else {
                throw UsageError(
                    session.memory == nil
                        ? "--why asks a network, and this run has none"
                        : "--why: no program runs at step \(session.position)")
            }
            if asJSON { output.writeLine(report.json) } else { report.write(to: &output) }
        }
        try output.flush()
    }
}
