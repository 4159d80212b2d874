/// A probability in two bytes, in units of 1/65535.
///
/// Fine enough that five decimals, as a recording writes them, give the same value back; 0.5 and above stays 0.5 and
/// above.
package struct Probability: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
    /// 0...65535.
    package let rawValue: UInt16

    /// The probability `rawValue / 65535`.
    package init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// The nearest to `value`, which is brought into 0...1; not-a-number becomes 0.
    package init(_ value: Float) {
        let scaled = value * 65535
        // To the nearest, as `rounded` does, which is a call into the C library. A half and a float add up exactly in a double.
        rawValue = scaled > 0 ? UInt16(Double(min(scaled, 65535)) + 0.5) : 0
    }

    /// The nearest to `units` hundred-thousandths, 0...100,000.
    init(hundredThousandths units: Int) {
        rawValue = UInt16((units * 65535 + 50_000) / 100_000)
    }

    /// The nearest number of hundred-thousandths, 0...100,000.
    var hundredThousandths: Int {
        (Int(rawValue) * 100_000 + 32_767) / 65535
    }

    /// Impossible.
    package static let zero = Probability(rawValue: 0)
    /// Certain.
    package static let one = Probability(rawValue: 65535)

    /// The value, 0...1.
    package var value: Double { Double(rawValue) / 65535 }

    /// Orders by value.
    package static func < (left: Probability, right: Probability) -> Bool {
        left.rawValue < right.rawValue
    }

    /// Five decimals at most, such as `0.9991` or `1`.
    package var description: String {
        var text = ""
        appendDecimal { text.unicodeScalars.append(Unicode.Scalar($0)) }
        return text
    }

    /// Gives the ASCII digits of ``description`` one by one.
    func appendDecimal(_ body: (UInt8) -> Void) {
        var units = hundredThousandths
        let zero = UInt8(ascii: "0")
        body(zero + UInt8(units / 100_000))
        units %= 100_000
        guard units != 0 else { return }
        body(UInt8(ascii: "."))
        while units != 0 {
            body(zero + UInt8(units / 10_000))
            units = units % 10_000 * 10
        }
    }
}
