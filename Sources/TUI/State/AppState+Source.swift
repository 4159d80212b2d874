import Debugger
import Scratchpads
import TerminalKit

extension AppState {
    /// Shows the text of the task in the place of the trace and gives it the keys, or shows the trace again.
    mutating func toggleSource() {
        view.showsSource.toggle()
        view.source = SourceChoice()
        if view.showsSource { view.focus = .trace }
    }

    /// Shows the text of the task, at the line or the program that `text` names, if it names one.
    mutating func showSource(at text: String) {
        if !view.showsSource { toggleSource() }
        view.focus = .trace
        guard !text.isEmpty, let marks = session.sourceMarks else { return }
        if let line = Int(text), (1...max(marks.lines.count, 1)).contains(line) {
            view.source.cursor = line
        } else if let line = marks.lines.lines(of: text.uppercased())?.lowerBound {
            view.source.cursor = line
        } else {
            complain("\(text) is no line from 1 to \(marks.lines.count), and no program of this file")
        }
    }

    /// Chooses the line so many lines below in the text of the task.
    mutating func moveInSource(by rows: Int) {
        guard let marks = session.sourceMarks else { return }
        view.source.move(by: rows, in: marks)
    }

    /// Sets a breakpoint on the line that is chosen in the text of the task, or deletes those that are there if that is wanted.
    mutating func toggleLineBreakpoint(deletes: Bool = true) {
        guard let marks = session.sourceMarks else { return }
        do throws(SpecError) {
            let place = try session.linePlace(view.source.line(in: marks))
            if view.source.cursor != nil { view.source.cursor = place.line }
            let present = session.stopPoints.breakpoints(about: place.trigger)
            guard present.isEmpty else {
                guard deletes else { return sayIsThere(place.text) }
                for breakpoint in present { session.stopPoints.remove(breakpoint.id) }
                return say("breakpoint deleted: \(place.text)")
            }
            session.stopPoints.add(BreakpointSpec(place.trigger), text: place.text, note: place.note)
            let note = place.note.map { " (\($0))" } ?? ""
            say("breakpoint on \(place.text)\(note); \(key: .run) runs to it")
        } catch {
            complain("\(error.what)")
        }
    }
}
