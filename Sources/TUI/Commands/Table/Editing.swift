import Debugger
import TerminalKit

extension Command {
    static let editUp: Command = Command("edit-up", .editing, .up, help: "to the cell above") { state, _ in
        state.moveEditCursor(-1, 0)
    }
    static let editDown: Command = Command("edit-down", .editing, .down, help: "to the cell below") {
        state, _ in
        state.moveEditCursor(1, 0)
    }
    static let editLeft: Command = Command("edit-left", .editing, .left, help: "to the cell on the left") {
        state, _ in
        state.moveEditCursor(0, -1)
    }
    static let editRight: Command = Command("edit-right", .editing, .right, help: "to the cell on the right") {
        state, _ in
        state.moveEditCursor(0, 1)
    }

    static let editClear: Command = Command(
        "edit-clear", .editing, .character(" "), .delete, .backspace, help: "clear the cell; a digit writes it"
    ) { state, _ in state.writeCell(nil) }

    static let editEnd: Command = Command(
        "edit-end", .editing, .escape, .enter, .character("e"), .character("q"), help: "end editing"
    ) { state, _ in state.view.editing = nil }

    /// Moves the edit cursor and clears cells.
    static let editing: [Command] = [editUp, editDown, editLeft, editRight, editClear, editEnd]
}
