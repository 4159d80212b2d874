import Scratchpads

/// A cell that a tour changes, as a person's "what if" would: "carry[1] = blank".
struct CellChange: Hashable, Sendable {
    /// The index of the row's name.
    var row: Int
    /// The place in the row.
    var place: Int
    /// What is written; nil is a blank.
    var digit: Int?
    /// How a person says it.
    var text: String

    /// Reads the change of a cell of `world`.
    init(_ node: TourNode, in world: AnyScratchpad) throws(TourError) {
        text = try node.text("change").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let sides = text.split(separator: "=", omittingEmptySubsequences: false).map { $0.filter { $0 != " " } }
        let example = world.rowNames.last.map { "\($0)[0] = 5" }
        guard let example else { throw node.error("there is no cell to change: a car is only looked at") }
        guard sides.count == 2 else { throw node.error("a change names a cell and a digit, such as \(example)") }
        guard case .cell(let row, let place) = try Spotlight(sides[0], node, in: world) else {
            throw node.error("\(sides[0].prefix(40)) is no cell; name one such as \(example)")
        }
        (self.row, self.place) = (row, place)
        if sides[1].lowercased() == "blank", case .addition = world {
            digit = nil
        } else {
            guard sides[1].count == 1, let digit = Int(sides[1]) else {
                throw node.error("\(sides[1].prefix(40)) is no digit 0-9; write \(example)")
            }
            self.digit = digit
        }
    }

    /// Makes the change.
    func perform(in world: inout AnyScratchpad) {
        switch world {
        case .addition(var pad):
            _ = pad.write(
                digit.map(AdditionSymbol.digit) ?? .blank, AdditionRow.allCases[row], pad.columnCount - 1 - place)
            world = .addition(pad)
        case .sorting(var pad):
            _ = pad.write(digit ?? 0, at: place)
            world = .sorting(pad)
        case .car: break
        }
    }
}
