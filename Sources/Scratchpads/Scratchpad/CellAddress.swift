/// One cell of a scratchpad: `carry`, or of a row `carry[1]`.
package struct CellAddress: Hashable, Sendable {
    /// An index of ``Scratchpad/cells``.
    package var cell: Int
    /// The place in the row; 0 for a single value.
    package var place: Int

    /// Addresses a place of a cell.
    package init(cell: Int, place: Int = 0) {
        self.cell = cell
        self.place = place
    }

    /// Reads a cell's name.
    ///
    /// - Throws: ``CellError`` if `cells` have none of that name, or the row has no such place.
    package init(_ text: String, in cells: [Cell]) throws(CellError) {
        let (name, place) = Self.parts(of: text)
        guard let place else {
            guard let cell = cells.firstIndex(where: { $0.placeCount == nil && $0.name == name }) else {
                throw .unknownName(text)
            }
            self.init(cell: cell)
            return
        }
        guard let cell = cells.firstIndex(where: { $0.placeCount != nil && $0.name == name }) else {
            throw .unknownName(text)
        }
        let count = cells[cell].placeCount ?? 0
        guard (0..<count).contains(place) else { throw .noSuchPlace(text, last: count - 1) }
        self.init(cell: cell, place: place)
    }

    /// The name and the place of `carry[1]`; a place that is no number counts as one that there is not.
    package static func parts(of text: String) -> (name: String, place: Int?) {
        guard text.hasSuffix("]"), let bracket = text.firstIndex(of: "[") else { return (text, nil) }
        let place = Int(text[text.index(after: bracket)...].dropLast())
        return (String(text[..<bracket]), place ?? -1)
    }
}

extension Scratchpad {
    /// What stands at `address`.
    package func value(at address: CellAddress) -> Int? { value(of: address.cell, at: address.place) }

    /// What a person calls the cell at `address`.
    package func name(of address: CellAddress) -> String {
        let cell = cells[address.cell]
        return cell.placeCount == nil ? cell.name : "\(cell.name)[\(address.place)]"
    }
}
