package import NPIKit

/// The scratchpad of a task from a file: rows of symbols, and pointers that move by one place and clamp at the ends.
///
/// Rows are kept apart, a byte a cell, so that copies of a pad share the rows that did not change.
package struct TaskPad: Sendable {
    /// The task, which says what rows and pointers there are.
    let form: TaskForm
    /// The symbols of each row from the left; as many as there are symbols stand for a blank.
    private(set) var rows: [[UInt8]]
    /// Where each pointer stands, from the left.
    private var positions: [Int]
    /// The last position of each pointer.
    private let lastPositions: [Int]
    /// The length of each input, or what a count is.
    let inputSizes: [Int]

    init(_ form: TaskForm, rows: [[UInt8]], lastPositions: [Int], inputSizes: [Int]) {
        self.form = form
        self.rows = rows
        self.lastPositions = lastPositions
        self.inputSizes = inputSizes
        positions = zip(form.pointers, lastPositions).map { $0.startsRight ? $1 : 0 }
    }

    /// How many arguments the task's program called `name` has; nil where the task has none of that name.
    func argumentCount(ofProgram name: String) -> Int? {
        form.programs.first { $0.name == name }?.parameterCount
    }

    func position(of pointer: Int) -> Int { positions[pointer] }
    func lastPosition(of pointer: Int) -> Int { lastPositions[pointer] }
    func isAtStart(_ pointer: Int) -> Bool { positions[pointer] == 0 }
    func isAtEnd(_ pointer: Int) -> Bool { positions[pointer] == lastPositions[pointer] }

    /// What stands under a pointer; nil for a blank.
    func symbol(at pointer: Int) -> Int? { symbol(beside: pointer, 0) }

    /// What stands so many places to the right of a pointer; nil for a blank, and beyond the ends.
    func symbol(beside pointer: Int, _ offset: Int) -> Int? {
        guard form.pointers.indices.contains(pointer), let row = form.pointers[pointer].row else { return nil }
        let index = positions[pointer] + offset
        guard rows[row].indices.contains(index) else { return nil }
        return symbol(rows[row][index], in: row)
    }

    /// A pointer's place, counted from the end that the rows are aligned to.
    func place(of pointer: Int) -> Int {
        form.side(of: pointer) == .right ? lastPositions[pointer] - positions[pointer] : positions[pointer]
    }

    /// What stands at a place of a row, counted like pointers' places; nil for a blank.
    func symbol(in row: Int, at place: Int) -> Int? {
        guard rows[row].indices.contains(place) else { return nil }
        return symbol(rows[row][index(in: row, of: place)], in: row)
    }

    /// The largest symbol of a row; nil if it is blank.
    func largestSymbol(in row: Int) -> Int? {
        rows[row].filter { $0 != form.rows[row].blank }.max().map(Int.init)
    }

    private func symbol(_ stored: UInt8, in row: Int) -> Int? { stored == form.rows[row].blank ? nil : Int(stored) }

    private func index(in row: Int, of place: Int) -> Int {
        form.rows[row].side == .right ? rows[row].count - 1 - place : place
    }
}

extension TaskPad: Hashable {
    /// Whether the same stands in both, in the same task.
    package static func == (left: TaskPad, right: TaskPad) -> Bool {
        left.form.name == right.form.name && left.positions == right.positions && left.rows == right.rows
            && left.inputSizes == right.inputSizes && left.form.source == right.form.source
    }

    /// Feeds what stands there to `hasher`.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(positions)
        hasher.combine(rows)
    }
}

extension TaskPad: Environment {
    package var observationSpec: ObservationSpec { form.spec }

    /// Writes what the file lists behind `see`, and nothing else.
    package func observe(into observation: inout Observation) {
        for (index, field) in form.fields.enumerated() {
            if case .symbol(let pointer) = field, let row = form.pointers[pointer].row {
                observation.categories[index] = rows[row][positions[pointer]]
            } else {
                observation.categories[index] = field.isTrue(in: self, []) ? 1 : 0
            }
        }
    }

    /// Performs the action that `arguments` stand for. A move against an end, and a symbol written onto itself, change nothing.
    package mutating func perform(_ arguments: Arguments) -> Effect {
        switch form.actions.action(arguments, on: form) {
        case .move(let pointer, let direction): return move(pointer, direction)
        case .write(let pointer, let symbol): return write(symbol, at: pointer)
        case .copy(let to, let from): return write(symbol(at: from), at: to)
        case .swap(let one, let other): return swap(one, other)
        case nil: return .none
        }
    }

    /// Takes back a move, a written cell or a swap.
    package mutating func undo(_ effect: Effect) {
        let (slot, position) = (Int(effect.slot), Int(effect.position))
        switch EffectKind(rawValue: effect.kind) {
        case .moved: positions[slot] = position
        case .wrote: rows[slot][position] = UInt8(effect.before)
        case .swapped: exchange(slot, Int(effect.before))
        case nil: break
        }
    }

    /// What an effect's parts mean. A move: slot is the pointer, position where it stood. A written cell: the row, the column,
    /// and the symbol that was overwritten. A swap: slot and before are the pointers, which stand there still.
    private enum EffectKind: UInt8 {
        case moved = 1
        case wrote = 2
        case swapped = 3
    }

    private mutating func move(_ pointer: Int, _ direction: Direction) -> Effect {
        let before = positions[pointer]
        let after = before + direction.offset
        guard after >= 0, after <= lastPositions[pointer] else { return .none }
        positions[pointer] = after
        return Effect(kind: EffectKind.moved.rawValue, slot: UInt8(pointer), position: Int32(before))
    }

    private mutating func write(_ symbol: Int?, at pointer: Int) -> Effect {
        guard let row = form.pointers[pointer].row else { return .none }
        let column = positions[pointer]
        let before = rows[row][column]
        guard let after = stored(symbol, in: row), after != before else { return .none }
        rows[row][column] = after
        return Effect(
            kind: EffectKind.wrote.rawValue, slot: UInt8(row), before: Int16(before), position: Int32(column))
    }

    private mutating func swap(_ one: Int, _ other: Int) -> Effect {
        guard form.pointers[one].row != nil, form.pointers[other].row != nil, symbol(at: one) != symbol(at: other)
        else {
            return .none
        }
        exchange(one, other)
        return Effect(kind: EffectKind.swapped.rawValue, slot: UInt8(one), before: Int16(other))
    }

    private mutating func exchange(_ one: Int, _ other: Int) {
        guard let first = form.pointers[one].row, let second = form.pointers[other].row else { return }
        let held = rows[first][positions[one]]
        rows[first][positions[one]] = rows[second][positions[other]]
        rows[second][positions[other]] = held
    }

    /// How a symbol is kept; nil for one that cannot stand in the row.
    private func stored(_ symbol: Int?, in row: Int) -> UInt8? {
        guard let symbol else { return form.rows[row].isNeverBlank ? nil : form.rows[row].blank }
        return form.rows[row].alphabet.symbols.indices.contains(symbol) ? UInt8(symbol) : nil
    }
}

extension TaskPad {
    /// Puts a pointer at a place.
    mutating func setPlace(_ place: Int, of pointer: Int) {
        let place = min(max(place, 0), lastPositions[pointer])
        positions[pointer] = form.side(of: pointer) == .right ? lastPositions[pointer] - place : place
    }

    /// Puts a symbol, or a blank, at a place of a row.
    mutating func setSymbol(_ symbol: Int?, in row: Int, at place: Int) {
        guard rows[row].indices.contains(place), let stored = stored(symbol, in: row) else { return }
        rows[row][index(in: row, of: place)] = stored
    }

    /// Puts a symbol, or a blank, under a pointer.
    mutating func setSymbol(_ symbol: Int?, at pointer: Int) {
        guard let row = form.pointers[pointer].row, let stored = stored(symbol, in: row) else { return }
        rows[row][positions[pointer]] = stored
    }
}

extension TaskForm {
    /// At which end a pointer's place 0 is.
    func side(of pointer: Int) -> Drawing.Side { pointers[pointer].row.map { rows[$0].side } ?? .left }
}

extension AnyScratchpad {
    /// How many arguments a program of the scratchpad's task has; nil where that is not known.
    package func argumentCount(ofProgram name: String) -> Int? {
        unwrapped(as: TaskPad.self)?.argumentCount(ofProgram: name)
    }
}
