import Debugger
import Scratchpads
import TerminalKit

extension AppState {
    /// Puts the edit cursor on a cell that matters: under the first pointer.
    mutating func beginEdit() {
        guard let cell = session.world.firstEditableCell else { return beginSetting() }
        stopActivity()
        // The cell is to be seen.
        view.inside.mode = .run
        if view.focus != .scratchpad { view.isZoomed = false }
        view.editing = cell
        let what = session.world.takesSymbols(at: cell) ? "symbol" : "digit"
        say("type a \(what) to change the cell; arrows move, \(key: .editEnd) ends")
    }

    /// Asks for another value of what cannot be shown under a cursor.
    private mutating func beginSetting() {
        let cells = session.world.cells.filter { $0.isChangeable && $0.placeCount == nil }
        guard let first = cells.first else { return complain("nothing here can be changed") }
        var prompt = Prompt(.command, "set \(first.name) ")
        prompt.completions = cells.map { "\($0.name) \($0.range.lowerBound) to \($0.range.upperBound)" }
        if first.step > 1 { prompt.completions.append("in steps of \(first.step)") }
        view.prompt = prompt
    }

    /// Handles a key of the edit cursor; nil leaves the key to the commands.
    mutating func pressWhileEditing(_ key: Key) -> [AppEffect]? {
        // A letter that is a symbol of the row is no command.
        if case .character(let character) = key, let cursor = view.editing,
            let symbol = session.world.symbol(character, at: cursor)
        {
            writeCell(symbol)
            return []
        }
        if let command = view.keys.command(for: key, in: .editing) { return perform(command, .key(key)) }
        guard case .character(let character) = key else { return nil }
        guard !(view.editing.map(session.world.takesSymbols(at:)) ?? false) else {
            complain("the symbol \(String(character)) does not stand in this row; \(key: .editEnd) ends")
            return []
        }
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

    private static let endingEdits: Set<CommandID> = [
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
            // As in gdb: "set var carry = 0".
            let change = try CellChange(text.hasPrefix("var ") ? String(text.dropFirst(4)) : text, in: session.world)
            stopActivity()
            try session.edit(change)
            began(change.text, from: before)
        } catch {
            askAgain(.set, text, "\(error)")
        }
    }

    /// A change made a branch of its own.
    private mutating func began(_ change: String, from before: Session) {
        branches.begin(
            "after step \(session.position): \(change)", command: "set \(change)", from: before, to: session)
        guard !session.isAtEnd else {
            return say(
                "changed, but the run has ended here: \(key: .undoEdit) undoes it, \(key: .stepBack) goes back, to change it where something follows"
            )
        }
        if let name = view.recordingName {
            return say("changed; \(name) keeps both branches, \(key: .undoEdit) goes back to the run as it was")
        }
        say(
            "changed; the network runs on from step \(session.position). \(key: .undoEdit) undoes it, \(key: .listBranches) lists the branches"
        )
    }

    /// Writes a digit, or a blank, into the cell under the edit cursor.
    mutating func writeCell(_ digit: Int?) {
        guard let cursor = view.editing else { return }
        let before = session
        guard let address = session.world.address(of: cursor) else { return }
        do {
            let change = try CellChange(address, to: digit, in: session.world)
            try session.edit(change)
            began(change.text, from: before)
            if session.world.isPassed(cursor), !session.isAtEnd {
                say(
                    "changed, but this column is added already: \(key: .undoEdit) undoes it, \(key: .stepBack) goes back to before"
                )
            }
        } catch let error as CellError {
            if case .noBlank = error { return complain("that cell takes a digit") }
            complain("\(error)")
        } catch {
            complain("\(error)")
        }
    }
}
