/// The scratchpad of addition: four rows of digits with a pointer on each.
///
/// Reed & de Freitas 2016, section 4.1. The numbers stand flush right; every pointer starts at the rightmost column and
/// **clamps** at both ends. There are two columns more than the longer number has digits: one for a last carry, and one
/// that is blank in any case, by which ADD sees that it is done.
///
/// Rows are kept apart, a byte a cell, so that copies of a pad share the rows that did not change.
package struct AdditionPad: Hashable, Sendable {
    /// How many columns every row has.
    package let columnCount: Int

    private var rows: [[UInt8]]
    private var pointers: [Int]

    /// Lays out two numbers, given as their digits from the left. Leading zeros are kept.
    ///
    /// Both must have a digit at least, and digits must be 0...9.
    package init(_ first: some Collection<UInt8>, _ second: some Collection<UInt8>) {
        precondition(!first.isEmpty && !second.isEmpty, "a number has at least one digit")
        precondition(first.allSatisfy { $0 < 10 } && second.allSatisfy { $0 < 10 }, "digits are 0...9")
        let columnCount = max(first.count, second.count) + 2
        let blanks = Array(repeating: AdditionSymbol.blank.rawValue, count: columnCount)
        self.columnCount = columnCount
        rows = [
            Array(blanks.dropLast(first.count)) + first, Array(blanks.dropLast(second.count)) + second, blanks, blanks,
        ]
        pointers = Array(repeating: columnCount - 1, count: AdditionRow.allCases.count)
    }

    /// What stands in `row` at `column`, where column 0 is the leftmost.
    package func cell(_ row: AdditionRow, _ column: Int) -> AdditionSymbol {
        AdditionSymbol(unchecked: rows[row.rawValue][column])
    }

    /// A whole row from the left, a raw value of ``AdditionSymbol`` for each column.
    package func cells(_ row: AdditionRow) -> [UInt8] {
        rows[row.rawValue]
    }

    /// The column at which the pointer of `row` stands.
    package func pointer(_ row: AdditionRow) -> Int {
        pointers[row.rawValue]
    }

    /// What the pointer of `row` stands on.
    package func pointed(_ row: AdditionRow) -> AdditionSymbol {
        cell(row, pointer(row))
    }

    /// The sum as it can be read from OUT: without leading zeros, "0" if only zeros stand there, empty if nothing was
    /// written. A cell left blank right of a digit reads as "_".
    package var sum: String {
        let written = written(in: .output)
        let digits = written.dropLast().drop { $0 == 0 } + written.suffix(1)
        return Self.text(of: digits)
    }

    /// The digits that stand in `row`, as a text; nil where there are none, or blanks between or after them.
    func number(_ row: AdditionRow) -> String? {
        let written = written(in: row)
        return written.isEmpty || !written.allSatisfy { $0 < 10 } ? nil : Self.text(of: written)
    }

    private func written(in row: AdditionRow) -> ArraySlice<UInt8> {
        cells(row).drop { $0 == AdditionSymbol.blank.rawValue }
    }

    private static func text(of digits: some Sequence<UInt8>) -> String {
        String(decoding: digits.map { $0 < 10 ? UInt8(ascii: "0") + $0 : UInt8(ascii: "_") }, as: UTF8.self)
    }
}

extension AdditionPad {
    package mutating func setCell(_ row: AdditionRow, _ column: Int, to symbol: AdditionSymbol) {
        rows[row.rawValue][column] = symbol.rawValue
    }

    mutating func setPointer(_ row: AdditionRow, to column: Int) {
        pointers[row.rawValue] = column
    }
}
