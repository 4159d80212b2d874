import Debugger
import Scratchpads
import TUI
import TerminalKit
import TestSupport
import Testing

@Suite("The mouse")
struct MouseTests {
    private static let size = Size(80, 24)

    private func state(at position: Int = 20) throws -> AppState {
        var state = AppState(try .known(.add, "96", "125", at: position), sourceName: "test")
        _ = state.update(.resize(Self.size))
        return state
    }

    private func lines(_ state: AppState) -> [String] {
        state.session.screen(Self.size.width, Self.size.height, state.view).lines
    }

    /// Where `text` is to be seen, from its first character on.
    private func place(of text: String, in state: AppState) throws -> Point {
        for (y, line) in lines(state).enumerated() {
            if let range = line.firstRange(of: text) {
                return Point(line.distance(from: line.startIndex, to: range.lowerBound), y)
            }
        }
        throw Missing(text: text)
    }

    private struct Missing: Error { var text: String }

    private func click(_ text: String, in state: inout AppState) throws {
        _ = state.update(.mouse(MouseEvent(.press(.left), at: try place(of: text, in: state))))
        state.settle()
    }

    @Test("a click on a pane gives it the keys")
    func panes() throws {
        var state = try state()
        try click("ACT", in: &state)
        #expect(state.view.focus == .prediction)
        try click("INP1", in: &state)
        #expect(state.view.focus == .scratchpad)
    }

    @Test("a click chooses a line of the trace, and a click on the chosen line goes there")
    func trace() throws {
        var state = try state(at: 4)
        try click("WRITE CARRY 1", in: &state)
        #expect(state.view.focus == .trace && state.position == 4)
        let chosen = try #require(state.view.trace.cursor)
        try click("WRITE CARRY 1", in: &state)
        #expect(state.position == chosen)
        #expect(state.session.name(of: state.session.log[chosen]) == "WRITE CARRY 1")
    }

    @Test("a click selects a frame of the call stack")
    func stack() throws {
        var state = try state(at: 5)
        #expect(state.session.selection == 0)
        try click("ADD1     ", in: &state)
        #expect(state.session.selection == 1)
    }

    @Test("the timeline is clicked and dragged along, to its ends")
    func timeline() throws {
        var state = try state(at: 5)
        let row = try place(of: "├━", in: state).y
        _ = state.update(.mouse(MouseEvent(.press(.left), at: Point(77, row))))
        state.settle()
        #expect(state.position == 39)
        _ = state.update(.mouse(MouseEvent(.drag, at: Point(40, row))))
        state.settle()
        #expect((15...25).contains(state.position))
        _ = state.update(.mouse(MouseEvent(.drag, at: Point(2, row))))
        state.settle()
        #expect(state.position == 0)
    }

    @Test("the wheel scrolls what it points at, and leaves the keys where they are")
    func wheel() throws {
        var state = try state()
        let point = try place(of: "Trace", in: state).moved(0, 2)
        _ = state.update(.mouse(MouseEvent(.wheelDown, at: point)))
        #expect(state.view.focus == .scratchpad)
        #expect(state.view.trace.cursor != nil)
        state.press(.character("?"))
        _ = state.update(.mouse(MouseEvent(.wheelDown, at: point)))
        #expect(state.view.overlay == .help(scroll: 1))
    }
}
