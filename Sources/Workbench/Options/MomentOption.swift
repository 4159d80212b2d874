import ArgumentParser
import Debugger

/// The option that names the moment at which the screen opens.
struct MomentOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Where to begin: a step, 50%, end, mistake, or a place as for --break, such as CARRY or \"CARRY 2\", its second call.",
            valueName: "moment"))
    var at: String?

    /// Goes there, if one is named.
    func go(in session: inout Session) throws {
        guard let at else { return }
        do throws(SpecError) {
            try Moment.go(to: at, in: &session)
        } catch {
            throw UsageError("--at \"\(at)\": \(error)")
        }
    }
}
