import Debugger
import TerminalKit

extension AppState {
    /// What the mouse does: the wheel scrolls what it points at; a click gives a pane the keys, chooses a line of the trace
    /// or a frame of the call stack, or goes to a place on the timeline, along which the position can be dragged.
    mutating func handle(_ mouse: MouseEvent) -> [AppEffect] {
        guard view.prompt == nil, view.editing == nil else { return [] }
        if view.overlay != nil { return handleInOverlay(mouse) }
        switch mouse.action {
        case .wheelUp: turnWheel(.up, at: mouse.position)
        case .wheelDown: turnWheel(.down, at: mouse.position)
        case .press(.left): click(mouse.position)
        case .drag: goToTimeline(mouse.position)
        case .press, .release: break
        }
        return []
    }

    private mutating func handleInOverlay(_ mouse: MouseEvent) -> [AppEffect] {
        switch mouse.action {
        case .wheelUp: moveInList(by: -1)
        case .wheelDown: moveInList(by: 1)
        default: break
        }
        return []
    }

    private mutating func turnWheel(_ way: ScrollWay, at point: Point) {
        let layout = DebuggerScreen.layout(size, view)
        if layout.inside.contains(point), view.inside.mode.isScrolled {
            scroll(way)
        } else if layout.inside.contains(point) {
            _ = way == .up ? session.selectCallee() : session.selectCaller()
        } else {
            scroll(way, in: layout.pane(at: point))
        }
    }

    private mutating func click(_ point: Point) {
        view.message = nil
        if goToTimeline(point) { return }
        let layout = DebuggerScreen.layout(size, view)
        guard let pane = layout.pane(at: point), let place = layout.panes[pane] else { return }
        view.focus = pane
        pane.pane.click(point, in: place, &self)
    }

    /// Goes to the place of the run at `point`, if that is on the timeline. Returns whether it is.
    @discardableResult
    private mutating func goToTimeline(_ point: Point) -> Bool {
        let layout = DebuggerScreen.layout(size, view)
        guard let step = DebuggerScreen.step(at: point, session, layout) else { return false }
        if view.activity != .idle { stopActivity() }
        if step != session.position { move(.go(to: step)) }
        return true
    }
}
