/// The sum of the column that an ``AdditionPad``'s pointers stand on. Blanks count as nothing.
struct ColumnSum: Hashable, Sendable {
    var first: AdditionSymbol
    var second: AdditionSymbol
    var carry: AdditionSymbol

    init(of pad: AdditionPad) {
        first = pad.pointed(.input1)
        second = pad.pointed(.input2)
        carry = pad.pointed(.carry)
    }

    var total: Int { (first.digit ?? 0) + (second.digit ?? 0) + (carry.digit ?? 0) }

    /// The digit to write below.
    var digit: Int { total % 10 }

    var carries: Bool { total > 9 }

    /// Whether there is nothing left to add.
    var isBlank: Bool { first.isBlank && second.isBlank && carry.isBlank }
}
