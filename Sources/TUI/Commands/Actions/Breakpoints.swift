import Debugger
import NPIKit

extension AppState {
    /// The numbers of the breakpoints, for the command line.
    var breakpointNumbers: [String] { session.stopPoints.breakpoints.map { "\($0.id)" } }

    /// Sets the breakpoint that `text` describes, or asks again, behind the word of `command`, with what is wrong of what was
    /// typed. Returns whether it is set.
    @discardableResult
    mutating func addBreakpoint(_ text: String, asked command: CommandID, typed: String) -> Bool {
        do throws(SpecError) {
            let breakpoint = try session.addBreakpoint(text)
            let afterEvent = "asked when it is done: values are the new ones"
            let notes = [breakpoint.note, breakpoint.spec?.asksAfterEvent == true ? afterEvent : nil]
            let note = notes.compactMap(\.self).joined(separator: "; ")
            say("breakpoint \(breakpoint.id): \(breakpoint.text)\(note.isEmpty ? "" : " (\(note))")")
            return true
        } catch {
            askAgain(command, typed, error.what, column: error.column)
            return false
        }
    }

    /// Runs to the next place that `text` describes; wherever it stops, no breakpoint is left.
    mutating func runUntil(_ text: String) {
        let before = Set(session.stopPoints.breakpoints.map(\.id))
        guard addBreakpoint("\(text) once", asked: .until, typed: text) else { return }
        let point = session.stopPoints.breakpoints.first { !before.contains($0.id) }
        move(.run(.forward))
        aim = point.map { Aim(id: $0.id, text: text) }
        if view.activity == .idle { endAim() }
    }

    /// Ends a run until some place: says so if it came there, and removes what would stop there.
    mutating func endAim() {
        guard let aim else { return }
        self.aim = nil
        if session.stopPoints[aim.id] == nil { return say("until \(aim.text): reached") }
        session.stopPoints.remove(aim.id)
        let text = view.message.map { "; \($0.text)" } ?? ""
        say(KeyText("until \(aim.text): not reached\(text)"))
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

    private mutating func breakpoint(_ text: String, for command: CommandID) -> StopPoint.ID? {
        let found = session.stopPoints.breakpoints.first {
            "\($0.id)" == text || $0.text.lowercased() == text.lowercased()
        }
        if found == nil {
            text.isEmpty
                ? complainOfUse(of: command)
                : complain("there is no breakpoint \(text); \(key: .listBreakpoints) lists them")
        }
        return found?.id
    }

    /// What `b` is about: the chosen line of the trace; or else the next call, or the selected frame's program.
    private var placeUnderCursor: (spec: BreakpointSpec, text: String) {
        let library = session.library
        func calls(of program: ProgramID) -> (BreakpointSpec, String) {
            (BreakpointSpec(.call(program)), library[program])
        }
        if view.focus == .trace, view.trace.cursor != nil, session.log.count > 0 {
            let record = session.log[view.trace.event(in: session)]
            if let program = record.program { return calls(of: program) }
            return (BreakpointSpec(.act([record.arguments])), "act \(session.name(of: record))")
        }
        if view.focus != .stack, session.selection == 0,
            case .call(let program, _)? = session.knownNext(at: session.position)?.event
        {
            return calls(of: program)
        }
        if let frame = session.selectedFrame { return calls(of: frame.program) }
        return calls(of: session.program)
    }

    /// Sets a breakpoint where the cursor is.
    ///
    /// - Parameter deletes: Whether one that is there is deleted instead.
    mutating func toggleBreakpoint(deletes: Bool = true) {
        if view.focus == .trace, view.showsSource { return toggleLineBreakpoint(deletes: deletes) }
        let (spec, text) = placeUnderCursor
        guard deletes || session.stopPoints.point(on: .events(spec)) == nil else { return sayIsThere(text) }
        let isSet = session.stopPoints.toggle(spec, text: text)
        say(isSet ? "breakpoint on \(text); \(key: .run) runs to it" : "breakpoint deleted: \(text)")
    }

    mutating func sayIsThere(_ place: String) {
        say("there is a breakpoint on \(place) already; \(key: .listBreakpoints) lists them")
    }

    mutating func setMistakeStops(_ isOn: Bool) {
        session.stopPoints.stopsOnMistake = isOn
        say(isOn ? "stops at mistakes" : "does not stop at mistakes")
    }
}
