/// What stands in a cell of an ``AdditionPad``: a digit or a blank.
///
/// The blank is a symbol of its own, the eleventh. Cai, Shin and Song (ICLR 2017) found that ADD cannot know where to
/// stop without it.
package struct AdditionSymbol: RawRepresentable, Hashable, Sendable {
    /// 0...9 for a digit, 10 for a blank: also the category that the network sees.
    package let rawValue: UInt8

    /// How many symbols there are.
    package static let count = 11
    /// The empty cell.
    package static let blank = AdditionSymbol(unchecked: 10)

    /// The symbol numbered `rawValue`, or nil if it is more than 10.
    package init?(rawValue: UInt8) {
        guard rawValue < Self.count else { return nil }
        self.rawValue = rawValue
    }

    init(unchecked rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The symbol of a digit, which must be 0...9.
    package static func digit(_ digit: Int) -> AdditionSymbol {
        precondition((0...9).contains(digit), "a digit is 0...9")
        return AdditionSymbol(unchecked: UInt8(digit))
    }

    /// Whether the cell is empty.
    package var isBlank: Bool { self == .blank }

    /// The digit, or nil for a blank.
    package var digit: Int? { isBlank ? nil : Int(rawValue) }
}

extension AdditionSymbol {
    /// The ten digits and the blank.
    package static var everySymbol: [AdditionSymbol] { (0..<UInt8(count)).map(AdditionSymbol.init(unchecked:)) }
}
