/// A change that a person makes to a scratchpad, as a "what if": `azimuth 30`, `ptr1 2`, `out[0] = 7`, `carry blank`.
package struct CellChange: Hashable, Sendable {
    /// What is changed, as a person calls it.
    package let name: String
    /// Which cell that is.
    package let address: CellAddress
    /// Its new value; nil is a blank.
    package let value: Int?

    /// The change in a few words: "carry[1] = blank".
    package var text: String { "\(name) = \(valueText)" }

    private let valueText: String

    /// Reads a change of `world`, with spaces or a "=" between name and value.
    ///
    /// - Throws: ``CellError`` if it cannot be made there.
    package init(_ text: String, in world: some Scratchpad) throws(CellError) {
        let words = text.split { $0.isWhitespace || $0 == "=" }.map { $0.lowercased() }
        guard words.count == 2 else { throw .usage(example: world.changeExample) }
        let address: CellAddress
        do throws(CellError) {
            address = try CellAddress(words[0], in: world.cells)
        } catch {
            if case .unknownName(let name, _) = error { throw .unknownName(name, known: world.changeableNames) }
            throw error
        }
        let symbols = world.cells[address.cell].symbols ?? []
        let number = symbols.firstIndex { $0.lowercased() == words[1] } ?? Int(words[1])
        guard number != nil || words[1] == "blank" else {
            throw .notANumber(words[1], example: world.changeExample)
        }
        try self.init(address, to: number, in: world)
    }

    /// Puts `value`, or a blank, into the cell at `address` of `world`.
    ///
    /// - Throws: ``CellError`` if it cannot stand there.
    package init(_ address: CellAddress, to value: Int?, in world: some Scratchpad) throws(CellError) {
        let cell = world.cells[address.cell]
        name = world.name(of: address)
        self.address = address
        self.value = value
        valueText = value.map(cell.text(of:)) ?? "blank"
        guard cell.isChangeable else { throw .fixed(name) }
        guard let value else {
            guard cell.canBeBlank else { throw .noBlank(name) }
            return
        }
        guard cell.range.contains(value) else { throw .outOfRange(name, value, cell.range) }
        guard value.isMultiple(of: cell.step) else {
            throw .betweenSteps(name, value, step: cell.step, unit: cell.unit)
        }
    }

    /// Makes the change.
    package func perform(in world: inout some Scratchpad) {
        world.set(value, of: address.cell, at: address.place)
    }
}

extension Scratchpad {
    /// A change that could be made, for messages.
    package var changeExample: String {
        let cells = cells.filter(\.isChangeable)
        if let row = cells.last(where: { $0.placeCount != nil }) {
            return "\(row.name)[0] \(min(5, row.range.upperBound))"
        }
        return cells.first.map { "\($0.name) \(min(2 * $0.step, $0.range.upperBound))" } ?? "carry 1"
    }
}
