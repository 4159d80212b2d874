/// A value that `check` and `require` compute with: independent of the programs and of the pad.
enum TaskValue: Hashable, Sendable {
    /// A whole number, not negative: its decimal digits, the ones first, without leading zeros; empty for 0.
    case number([UInt8])
    /// Symbols of a row, by their numbers.
    case symbols([UInt8])
    case truth(Bool)
    /// A sign, such as "<".
    case sign(Character)

    static func number(_ value: Int) -> TaskValue {
        .number(Array(String(max(value, 0)).utf8.reversed().map { $0 - 48 }.trimmed))
    }

    /// The digits of a number or a list, the ones first.
    var digits: [UInt8]? {
        switch self {
        case .number(let digits): digits
        case .symbols(let symbols): Array(symbols.reversed()).trimmed
        case .truth, .sign: nil
        }
    }

    var symbols: [UInt8]? { if case .symbols(let symbols) = self { symbols } else { nil } }

    var isTrue: Bool { self == .truth(true) }
}

extension [UInt8] {
    /// Without zeros at the end.
    fileprivate var trimmed: [UInt8] {
        var digits = self
        while digits.last == 0 { digits.removeLast() }
        return digits
    }
}

/// Sums of numbers of any length in decimal digits, the ones first.
enum LongArithmetic {
    static func sum(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        var digits: [UInt8] = []
        digits.reserveCapacity(max(left.count, right.count) + 1)
        var carry: UInt8 = 0
        for index in 0..<max(left.count, right.count) {
            let sum = (index < left.count ? left[index] : 0) + (index < right.count ? right[index] : 0) + carry
            digits.append(sum % 10)
            carry = sum / 10
        }
        if carry > 0 { digits.append(carry) }
        return digits.trimmed
    }

    /// Nil where it would be negative.
    static func difference(_ left: [UInt8], _ right: [UInt8]) -> [UInt8]? {
        guard isLess(right, left) || left == right else { return nil }
        var digits: [UInt8] = []
        var borrow: Int8 = 0
        for index in left.indices {
            var digit = Int8(left[index]) - borrow - (index < right.count ? Int8(right[index]) : 0)
            borrow = digit < 0 ? 1 : 0
            if digit < 0 { digit += 10 }
            digits.append(UInt8(digit))
        }
        return digits.trimmed
    }

    static func product(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        guard !left.isEmpty, !right.isEmpty else { return [] }
        var columns = Array(repeating: 0, count: left.count + right.count)
        for (place, one) in left.enumerated() {
            var carry = 0
            for (offset, other) in right.enumerated() {
                let value = columns[place + offset] + Int(one) * Int(other) + carry
                columns[place + offset] = value % 10
                carry = value / 10
            }
            columns[place + right.count] += carry
        }
        return columns.map { UInt8($0) }.trimmed
    }

    /// The quotient and the remainder; nil by 0. Schoolbook, a digit at a time.
    static func division(_ left: [UInt8], by right: [UInt8]) -> (quotient: [UInt8], remainder: [UInt8])? {
        guard !right.isEmpty else { return nil }
        var quotient: [UInt8] = []
        var remainder: [UInt8] = []
        for digit in left.reversed() {
            remainder.insert(digit, at: 0)
            remainder = remainder.trimmed
            var times: UInt8 = 0
            while let less = difference(remainder, right) {
                remainder = less
                times += 1
            }
            quotient.append(times)
        }
        return (Array(quotient.reversed()).trimmed, remainder)
    }

    static func isLess(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return left.count < right.count }
        for index in left.indices.reversed() where left[index] != right[index] { return left[index] < right[index] }
        return false
    }
}
