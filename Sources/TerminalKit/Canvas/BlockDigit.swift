/// A digit that is drawn with blocks, three dots wide and five high, for those who sit further away.
package struct BlockDigit {
    /// Five rows of three bits.
    private let rows: [UInt8]

    /// The digit `scalar`; nil if it is none.
    package init?(_ scalar: Unicode.Scalar) {
        guard let value = Self.digits.firstIndex(where: { $0.scalar == scalar }) else { return nil }
        rows = Self.digits[value].rows
    }

    /// How many cells a digit takes whose dots are `scale` columns wide and as many half rows high.
    package static func size(scale: Int) -> Size { Size(3 * scale, (5 * scale + 1) / 2) }

    fileprivate func isSet(_ column: Int, _ halfRow: Int, scale: Int) -> Bool {
        let row = halfRow / scale
        return row < rows.count && rows[row] & (4 >> UInt8(column / scale)) != 0
    }

    private static let digits: [(scalar: Unicode.Scalar, rows: [UInt8])] = [
        ("0", [7, 5, 5, 5, 7]), ("1", [2, 6, 2, 2, 7]), ("2", [7, 1, 7, 4, 7]), ("3", [7, 1, 7, 1, 7]),
        ("4", [5, 5, 7, 1, 1]), ("5", [7, 4, 7, 1, 7]), ("6", [7, 4, 7, 5, 7]), ("7", [7, 1, 2, 2, 2]),
        ("8", [7, 5, 7, 5, 7]), ("9", [7, 5, 7, 1, 7]),
    ]
}

extension Canvas {
    /// Draws `digit` with its upper left corner at `origin`, each dot `scale` columns wide and as many half rows high; where only
    /// ASCII can be shown, of scale 2 and more, with number signs.
    package mutating func put(_ digit: BlockDigit, scale: Int, at origin: Point, style: Style) {
        let size = BlockDigit.size(scale: scale)
        for y in 0..<size.height {
            for x in 0..<size.width {
                let upper = digit.isSet(x, 2 * y, scale: scale)
                let lower = digit.isSet(x, 2 * y + 1, scale: scale)
                let block: Unicode.Scalar? =
                    switch (upper, lower) {
                    case (true, true): glyphs.isASCII ? "#" : "█"
                    case (true, false): glyphs.isASCII ? "#" : "▀"
                    case (false, true): glyphs.isASCII ? nil : "▄"
                    case (false, false): nil
                    }
                if let block { put(block, at: origin.moved(x, y), style: style) }
            }
        }
    }
}
