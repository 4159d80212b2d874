/// Everything that a key does outside prompts and overlays.
package enum Command: Hashable, Sendable {
    case step, over, finish, run
    case stepBack, overBack, finishBack, runBack
    case callerFrame, calleeFrame
    case goTo, start, end, tenth(Int)
    case previousMark, nextMark
    case play, faster, slower, playBack, playForward
    case toggleBreakpoint, listBreakpoints, toggleMistakeStops
    case addWatch, listWatches, lastChange
    case force, listBranches
    case bookmark, listBookmarks, leastConfident, searchBackwards
    case search, searchNext, searchPrevious
    case nextPane, previousPane, zoom, scroll(Scroll), fold, follow, look(ViewMode)
    case edit, undoEdit, record, another
    case commandLine, help, redraw, quit

    /// A way to scroll the pane that has the keys.
    package enum Scroll: Hashable, Sendable {
        case up, down, left, right, pageUp, pageDown
    }
}
