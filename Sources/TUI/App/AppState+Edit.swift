import Debugger
import Scratchpads
import TerminalKit

extension AppState {
    /// Puts the edit cursor on a cell that matters: under the first pointer.
    mutating func beginEdit() {
        guard session.world.hasCells else {
            var prompt = Prompt(.command)
            prompt.text = "set azimuth "
            prompt.cursor = prompt.text.count
            prompt.completions = [
                "azimuth -180 to 180", "elevation 0 to \(CarPose.highest)", "in steps of \(CarPose.step)",
            ]
            view.prompt = prompt
            return
        }
        stopActivity()
        view.editing = session.world.firstEditableCell
        say("type a digit to change the cell; arrows move, \(key: .editEnd) ends")
    }

    /// Handles a key of the edit cursor; nil leaves the key to the commands.
    mutating func pressWhileEditing(_ key: Key) -> [AppEffect]? {
        if let command = view.keys.command(for: key, in: .editing) { return perform(command, .key(key)) }
        guard case .character(let character) = key else { return nil }
        guard character.isASCII, let digit = character.wholeNumberValue else {
            // Who goes on, or takes the change back, has done with the cell.
            if let command = view.keys.command(for: key), Self.endingEdits.contains(command) {
                view.editing = nil
                return nil
            }
            complain("a cell takes a digit; \(key: .editEnd) ends")
            return []
        }
        writeCell(digit)
        return []
    }

    /// Moves the edit cursor by so many rows and columns.
    mutating func moveEditCursor(_ rows: Int, _ columns: Int) {
        view.editing = view.editing.map { session.world.cell($0, movedBy: rows, columns) }
    }

    private static let endingEdits: Set<Command> = [
        .step, .over, .finish, .run, .stepBack, .undoEdit, .listBranches,
    ]

    /// Why the run cannot be changed, if so.
    var reasonAgainstChange: KeyText? {
        session.isLive ? nil : "a recording cannot be changed; run the problem to try what would happen"
    }

    /// Carries out a change such as "ptr1 2" or "azimuth 30" at the position, and lets the network run on from there.
    mutating func setValue(_ text: String) {
        let before = session
        do {
            let change = try ValueChange(text, in: session.world)
            stopActivity()
            try session.edit { change.perform(in: &$0) }
            began("\(change.name) = \(change.value)", from: before)
        } catch {
            askAgain(.set, text, "\(error)")
        }
    }

    /// A change made a branch of its own.
    private mutating func began(_ change: String, from before: Session) {
        branches.begin("step \(session.position): \(change)", from: before, to: session)
        guard !session.isAtEnd else {
            return say(
                "changed, but the run has ended here: \(key: .undoEdit) undoes it, \(key: .stepBack) goes back to where it matters"
            )
        }
        if let name = view.recordingName {
            return say("changed; \(name) keeps the run as it was, \(key: .undoEdit) goes back to it")
        }
        say(
            "changed; the network runs on from step \(session.position). \(key: .undoEdit) undoes it, \(key: .listBranches) lists the branches"
        )
    }

    /// Writes a digit, or a blank, into the cell under the edit cursor.
    mutating func writeCell(_ digit: Int?) {
        guard let cursor = view.editing else { return }
        let before = session
        do throws(SessionError) {
            let isDone = try session.edit { $0.write(digit, at: cursor) }
            guard isDone else {
                session = before
                return complain("that cell takes a digit")
            }
            began("\(session.world.cellName(cursor)) = \(digit.map(String.init) ?? "blank")", from: before)
            if session.world.isPassed(cursor), !session.isAtEnd {
                say(
                    "changed, but this column is added already: \(key: .undoEdit) undoes it, \(key: .stepBack) goes back to before"
                )
            }
        } catch {
            complain("\(error)")
        }
    }
}

extension AnyScratchpad {
    /// Whether there are cells that a person can change.
    var hasCells: Bool {
        if case .car = self { return false }
        return true
    }

    /// How many columns there are to scroll through.
    var scrollableCount: Int {
        switch self {
        case .addition(let pad): pad.columnCount
        case .sorting(let pad): pad.values.count
        case .car: 0
        }
    }

    /// Whether a change of the cell comes too late: its column has a digit of the sum already.
    func isPassed(_ cursor: EditCursor) -> Bool {
        guard case .addition(let pad) = self, cursor.row != AdditionRow.output.rawValue else { return false }
        return pad.cell(.output, cursor.column) != .blank
    }

    var firstEditableCell: EditCursor {
        switch self {
        case .addition(let pad):
            // A column that has its digit of the sum would be changed too late.
            EditCursor(row: 0, column: max(pad.pointer(.input1) - (pad.pointed(.output) == .blank ? 0 : 1), 0))
        case .sorting(let pad): EditCursor(row: 0, column: min(pad.position(.first), pad.values.count - 1))
        case .car: EditCursor(row: 0, column: 0)
        }
    }

    /// The cell beside `cursor`, or the same one at an edge.
    func cell(_ cursor: EditCursor, movedBy rows: Int, _ columns: Int) -> EditCursor {
        let rowCount = if case .addition = self { AdditionRow.allCases.count } else { 1 }
        return EditCursor(
            row: min(max(cursor.row + rows, 0), rowCount - 1),
            column: min(max(cursor.column + columns, 0), scrollableCount - 1))
    }

    /// What a person calls the cell at `cursor`.
    func cellName(_ cursor: EditCursor) -> String {
        switch self {
        case .addition(let pad):
            let row = AdditionRow(rawValue: cursor.row)?.name.lowercased() ?? ""
            return "\(row)[\(pad.columnCount - 1 - cursor.column)]"
        case .sorting: return "values[\(cursor.column)]"
        case .car: return "azimuth"
        }
    }

    /// Puts a digit, or a blank, into a cell; returns false where it cannot stand.
    mutating func write(_ digit: Int?, at cursor: EditCursor) -> Bool {
        switch self {
        case .addition(var pad):
            guard let row = AdditionRow(rawValue: cursor.row), (0..<pad.columnCount).contains(cursor.column) else {
                return false
            }
            _ = pad.write(digit.map(AdditionSymbol.digit) ?? .blank, row, cursor.column)
            self = .addition(pad)
        case .sorting(var pad):
            guard let digit, pad.values.indices.contains(cursor.column) else { return false }
            _ = pad.write(digit, at: cursor.column)
            self = .sorting(pad)
        case .car: return false
        }
        return true
    }
}
