import Debugger
import NPIKit
import Scratchpads
import TerminalKit

extension AppState {
    mutating func changeFocus(by offset: Int) {
        let panes = PaneName.allCases
        let place = panes.firstIndex(of: view.focus) ?? 0
        view.focus = panes[(place + offset + panes.count) % panes.count]
    }

    /// Gives the screen to one pane, or to all again.
    mutating func zoom() {
        guard view.mode == .run || DebuggerScreen.layout(size, view).form == .wide else {
            return say("this has the whole screen already")
        }
        view.isZoomed.toggle()
    }

    /// Forgets how the panes were scrolled, so that they follow the position.
    mutating func follow() {
        view.traceCursor = nil
        view.stackScroll = 0
        view.scratchpadScroll = 0
    }

    /// Scrolls `pane`, or the one that has the keys.
    mutating func scroll(_ way: Command.Scroll, in pane: PaneName? = nil) {
        if view.mode == .memory, pane == nil, let rows = way.rows(page: scrollPage) { return scrollMemory(by: rows) }
        (pane ?? view.focus).pane.scroll(way, &self)
        limitScratchpadScroll()
    }

    /// How many lines a page has.
    var scrollPage: Int { max(size.height / 2, 1) }

    /// Scrolls the environment, whichever pane has the keys.
    mutating func scrollScratchpad(_ way: Command.Scroll) {
        switch way {
        case .left: view.scratchpadScroll -= max(size.width / 8, 1)
        case .right: view.scratchpadScroll += max(size.width / 8, 1)
        case .up: view.scratchpadScroll -= 1
        case .down: view.scratchpadScroll += 1
        case .pageUp: view.scratchpadScroll -= max(size.width / 2, 1)
        case .pageDown: view.scratchpadScroll += max(size.width / 2, 1)
        }
    }

    private mutating func scrollMemory(by rows: Int) {
        let height = DebuggerScreen.layout(size, view).inside.height
        let range = MemoryPane(scene: Scene(session, view)).scrollRange(height: height)
        view.memoryScroll = min(max(view.memoryScroll + rows, range.lowerBound), range.upperBound)
    }

    /// The environment cannot be scrolled further than it is wide.
    private mutating func limitScratchpadScroll() {
        let width = session.world.columnCount
        view.scratchpadScroll = min(max(view.scratchpadScroll, -width), width)
    }

    /// The event whose line is chosen in the trace; there must be an event. The choice may be older than the log, which
    /// is cut off when the run is changed.
    private var chosenEvent: Int {
        min(max(view.traceCursor ?? session.position, 1), session.log.count)
    }

    /// Chooses the line so many lines below the one that is chosen in the trace.
    mutating func moveTraceCursor(by offset: Int) {
        let log = session.log
        guard log.count > 0 else { return }
        let isFolded = { [folded = view.folded] in folded.contains($0) }
        var line = log.line(showing: chosenEvent, isFolded: isFolded)
        for _ in 0..<abs(offset) {
            let next =
                offset > 0 ? log.line(after: line, isFolded: isFolded) : log.line(before: line, isFolded: isFolded)
            guard let next else { break }
            line = next
        }
        view.traceCursor = line
    }

    mutating func toggleFold() {
        guard view.focus == .trace else { return follow() }
        guard session.log.count > 0 else { return }
        let isFolded = { [folded = view.folded] in folded.contains($0) }
        let line = session.log.line(showing: chosenEvent, isFolded: isFolded)
        let record = session.log[line]
        let call = record.kind == .call ? line : record.frame
        guard call > 0 else { return }
        if view.folded.remove(call) == nil { view.folded.insert(call) }
        view.traceCursor = call
    }

    /// What `b` is about: the chosen line of the trace; or else the next call, or the selected frame's program.
    private var placeUnderCursor: (spec: BreakpointSpec, text: String) {
        let library = session.library
        func calls(of program: ProgramID) -> (BreakpointSpec, String) {
            (BreakpointSpec(.call(program)), library[program])
        }
        if view.focus == .trace, view.traceCursor != nil, session.log.count > 0 {
            let record = session.log[chosenEvent]
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

    mutating func toggleBreakpoint() {
        let (spec, text) = placeUnderCursor
        let isSet = session.stopPoints.toggle(spec, text: text)
        say(isSet ? "breakpoint on \(text); \(key: .run) runs to it" : "no breakpoint on \(text) any more")
    }

    mutating func setMistakeStops(_ isOn: Bool) {
        session.stopPoints.stopsOnMistake = isOn
        say(isOn ? "stops at mistakes" : "does not stop at mistakes")
    }
}

extension Command.Scroll {
    /// How many rows down, if it is a way up or down.
    func rows(page: Int) -> Int? {
        switch self {
        case .up: -1
        case .down: 1
        case .pageUp: -page
        case .pageDown: page
        case .left, .right: nil
        }
    }
}
