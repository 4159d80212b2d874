import Debugger
import NPIKit
import Scratchpads

extension AppState {
    /// The numbers of the breakpoints, for the command line.
    var breakpointNumbers: [String] { session.stopPoints.breakpoints.map { "\($0.id)" } }

    /// Sets the breakpoint that `text` describes, or asks again, behind the word of `command`, with what is wrong of what was
    /// typed. Returns whether it is set.
    @discardableResult
    mutating func addBreakpoint(_ text: String, asked command: CommandID, typed: String) -> Bool {
        do throws(SpecError) {
            let before = session.stopPoints.breakpoints.count
            let breakpoint = try session.addBreakpoint(text)
            let isNew = session.stopPoints.breakpoints.count > before
            let afterEvent = "asked when it is done: values are the new ones"
            let notes = [
                isNew ? nil : "it was there already", breakpoint.isEnabled ? nil : "off", foreign(breakpoint),
                breakpoint.note, breakpoint.note != nil && Int(typed) != nil ? "step \(typed) would be the step" : nil,
                breakpoint.spec?.asksAfterEvent == true ? afterEvent : nil,
            ]
            let note = notes.compactMap(\.self).joined(separator: "; ")
            say("breakpoint \(breakpoint.id): \(breakpoint.text)\(note.isEmpty ? "" : " (\(note))")")
            return true
        } catch {
            askAgain(command, typed, error.what, column: error.column)
            return false
        }
    }

    /// Says so where a breakpoint is about a program that the task has no use for.
    private func foreign(_ breakpoint: StopPoint) -> String? {
        guard case .call(let program)? = breakpoint.spec?.trigger else { return nil }
        let (name, task) = (session.library[program], session.problem.task)
        return task.programNames.contains(name) ? nil : "\(task.name) does not call it"
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

    /// Deletes the breakpoints that `text` names.
    mutating func deleteBreakpoints(_ text: String) {
        guard let found = breakpoints(text, for: .delete) else { return }
        found.forEach { session.stopPoints.remove($0) }
        say(session.stopPoints.breakpoints.isEmpty ? "no breakpoints any more" : "\(Self.names(found)) deleted")
    }

    /// Switches the breakpoints that `text` names on or off.
    mutating func enableBreakpoints(_ isEnabled: Bool, _ text: String) {
        guard let found = breakpoints(text, for: isEnabled ? .enable : .disable) else { return }
        found.forEach { session.stopPoints.setEnabled(isEnabled, $0) }
        say("\(Self.names(found)) \(isEnabled ? "enabled" : "disabled")")
    }

    private static func names(_ ids: [StopPoint.ID]) -> String {
        "\(ids.count == 1 ? "breakpoint" : "breakpoints") \(ids.map { "\($0)" }.joined(separator: ", "))"
    }

    /// The breakpoints named by a text: one as it is written, numbers such as "2 3" or "2-4", or "all"; nil, with a word about it,
    /// where there is none.
    private mutating func breakpoints(_ text: String, for command: CommandID) -> [StopPoint.ID]? {
        let all = session.stopPoints.breakpoints
        guard !text.isEmpty else {
            complainOfUse(of: command)
            return nil
        }
        if text.lowercased() == "all", !all.isEmpty { return all.map(\.id) }
        if let written = all.first(where: { $0.text.lowercased() == text.lowercased() }) { return [written.id] }
        var found: [StopPoint.ID] = []
        for word in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
            let ends = word.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1] else {
                return noBreakpoint(text, for: command)
            }
            let named = all.map(\.id).filter { first <= $0.number && $0.number <= last }
            guard !named.isEmpty else { return noBreakpoint("\(word)", for: command) }
            found += named.filter { !found.contains($0) }
        }
        return found
    }

    private mutating func noBreakpoint(_ text: String, for command: CommandID) -> [StopPoint.ID]? {
        complain("there is no breakpoint \(text); \(key: .listBreakpoints) lists them")
        return nil
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
