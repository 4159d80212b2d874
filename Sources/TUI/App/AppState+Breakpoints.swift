import Debugger

extension AppState {
    /// The numbers of the breakpoints, for the command line.
    var breakpointNumbers: [String] { session.stopPoints.breakpoints.map { "\($0.id)" } }

    /// Sets the breakpoint that `text` describes, or asks again with what is wrong.
    mutating func addBreakpoint(_ text: String) {
        do throws(SpecError) {
            let breakpoint = try session.addBreakpoint(text)
            let note =
                breakpoint.spec?.asksAfterEvent == true ? " (asked when it is done: values are the new ones)" : ""
            say("breakpoint \(breakpoint.id): \(breakpoint.text)\(note)")
        } catch {
            askAgain(.toggleBreakpoint, text, error.what, column: error.column)
        }
    }

    /// Deletes the breakpoint that has this number or text, or all.
    mutating func deleteBreakpoint(_ text: String) {
        if text == "all" {
            session.stopPoints.removeBreakpoints()
            return say("no breakpoints any more")
        }
        guard let found = breakpoint(text, for: .delete) else { return }
        session.stopPoints.remove(found)
        say("breakpoint \(found) deleted")
    }

    /// Switches the breakpoint that has this number or text on or off.
    mutating func enableBreakpoint(_ isEnabled: Bool, _ text: String) {
        guard let found = breakpoint(text, for: isEnabled ? .enable : .disable) else { return }
        session.stopPoints.setEnabled(isEnabled, found)
        say("breakpoint \(found) \(isEnabled ? "enabled" : "disabled")")
    }

    private mutating func breakpoint(_ text: String, for command: Command) -> StopPoint.ID? {
        let found = session.stopPoints.breakpoints.first {
            "\($0.id)" == text || $0.text.lowercased() == text.lowercased()
        }
        if found == nil {
            complain(
                text.isEmpty
                    ? command.usage : "there is no breakpoint \(text); \(key: .listBreakpoints) lists them")
        }
        return found?.id
    }
}
