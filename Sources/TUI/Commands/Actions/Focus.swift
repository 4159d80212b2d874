import Debugger
import TerminalKit

extension AppState {
    mutating func changeFocus(by offset: Int) {
        let panes = PaneName.allCases
        let place = panes.firstIndex(of: view.focus) ?? 0
        view.focus = panes[(place + offset + panes.count) % panes.count]
    }

    /// Looks at something else than the run from its beginning, or at the run again if that is looked at already.
    mutating func toggleView(_ mode: ViewMode) {
        view.inside.toggle(mode)
        view.scroll.inside = 0
    }

    /// Gives the screen to one pane, or to all again.
    mutating func zoom() {
        guard view.inside.mode == .run || DebuggerScreen.layout(size, view).form == .wide else {
            return say("this has the whole screen already")
        }
        view.isZoomed.toggle()
    }

    /// Scrolls `pane`, or the one that has the keys.
    mutating func scroll(_ way: ScrollWay, in pane: PaneName? = nil) {
        if pane == nil, let rows = way.rows(page: scrollPage) {
            switch view.inside.mode {
            case .memory: return scrollMemory(by: rows)
            case .why:
                let range = WhyPane(scene: Scene(session, view)).scrollRange(insideSize)
                return view.scroll.moveInside(by: rows, within: range)
            case .numbers:
                let range = NumbersPane(scene: Scene(session, view)).scrollRange(insideSize)
                return view.scroll.moveInside(by: rows, within: range)
            case .run, .inside, .states, .trajectory: break
            }
        }
        (pane ?? view.focus).pane.scroll(way, &self)
        view.scroll.limitScratchpad(to: session.world.columnCount)
    }

    /// How much room a look inside the network has.
    private var insideSize: Size { DebuggerScreen.layout(size, view).inside.size }

    private mutating func scrollMemory(by rows: Int) {
        let range = MemoryPane(scene: Scene(session, view)).scrollRange(height: insideSize.height)
        view.scroll.moveMemory(by: rows, within: range)
    }

    /// In the trace folds or unfolds the chosen call; elsewhere goes on following the position.
    mutating func toggleFold() {
        guard view.focus == .trace, !view.showsSource else { return follow() }
        view.trace.toggleFold(in: session)
    }
}
