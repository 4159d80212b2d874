/// Reads the JSON of one line (RFC 8259) straight from its bytes, value by value, without building a tree.
///
/// Goals: speed on a million lines, and an error that says what is wrong and in which column. The caller knows what it
/// expects and asks for it; what it does not know it skips. It reads memory that it does not own, so it must not outlive
/// the line; debug builds check every access.
struct JSONScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    private let end: Int
    private(set) var index = 0

    /// Reads `line`.
    init(_ line: UnsafeBufferPointer<UInt8>) {
        bytes = line
        end = line.count
    }

    /// The byte at `index`.
    subscript(index: Int) -> UInt8 { bytes[index] }

    /// An error at the present place.
    func error(_ what: String) -> JSONError {
        JSONError(column: index + 1, what: what)
    }

    private func expected(_ what: String) -> JSONError {
        guard index < end else { return error("it breaks off where \(what) should be") }
        let byte = bytes[index]
        let found = byte > 32 && byte < 127 ? "\"\(Character(Unicode.Scalar(byte)))\"" : "byte \(byte)"
        return error("\(found) stands where \(what) should be")
    }

    /// The next byte that is no space, or 0 at the end.
    mutating func peek() -> UInt8 {
        while index < end {
            let byte = bytes[index]
            guard byte == 32 || byte == 9 || byte == 13 else { return byte }
            index += 1
        }
        return 0
    }

    private mutating func take(_ byte: UInt8, _ what: String) throws(JSONError) {
        guard peek() == byte, index < end else { throw expected(what) }
        index += 1
    }

    /// Checks that nothing follows.
    mutating func finish() throws(JSONError) {
        _ = peek()
        guard index == end else { throw expected("the end of the line") }
    }

    /// Enters an object.
    mutating func beginObject() throws(JSONError) {
        try take(UInt8(ascii: "{"), "{")
    }

    /// The next key of the object, as the bytes between its quotes, or nil after the last; then the object is left.
    mutating func nextKey(isFirst: inout Bool) throws(JSONError) -> Range<Int>? {
        guard try nextElement(isFirst: &isFirst, closing: UInt8(ascii: "}"), "}") else { return nil }
        let key = try string()
        try take(UInt8(ascii: ":"), ":")
        return key
    }

    /// Enters an array.
    mutating func beginArray() throws(JSONError) {
        try take(UInt8(ascii: "["), "[")
    }

    /// Whether the array has another element; if not, it is left.
    mutating func nextElement(isFirst: inout Bool) throws(JSONError) -> Bool {
        try nextElement(isFirst: &isFirst, closing: UInt8(ascii: "]"), "]")
    }

    private mutating func nextElement(isFirst: inout Bool, closing: UInt8, _ name: String) throws(JSONError) -> Bool {
        let byte = peek()
        if byte == closing {
            index += 1
            return false
        }
        if !isFirst {
            guard byte == UInt8(ascii: ",") else { throw expected(", or \(name)") }
            index += 1
        }
        isFirst = false
        return true
    }

    /// A string, as the bytes between its quotes, escapes as they stand.
    mutating func string() throws(JSONError) -> Range<Int> {
        try take(UInt8(ascii: "\""), "a string")
        let first = index
        while index < end {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                index += 1
                return first..<index - 1
            }
            guard byte >= 32 else { throw expected("a character of a string") }
            index += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        index = min(index, end)
        throw expected("the closing quote")
    }

    /// `true` or `false`.
    mutating func bool() throws(JSONError) -> Bool {
        _ = peek()
        if takeWord("true") { return true }
        if takeWord("false") { return false }
        throw expected("true or false")
    }

    private mutating func takeWord(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard index + count <= end else { return false }
        for offset in 0..<count where bytes[index + offset] != word.utf8Start[offset] { return false }
        index += count
        return true
    }

    /// A whole number, 0...`limit`.
    mutating func integer(upTo limit: Int = Int(UInt32.max)) throws(JSONError) -> Int {
        guard peek().isDigit else { throw expected("a whole number") }
        let first = index
        var value = 0
        while index < end, bytes[index].isDigit {
            value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
            guard value <= limit else {
                index = first
                throw error("a number is more than \(limit)")
            }
            index += 1
        }
        if index < end, bytes[index] == UInt8(ascii: ".") || bytes[index] | 32 == UInt8(ascii: "e") {
            index = first
            throw error("a number is not whole")
        }
        return value
    }

    /// A probability 0...1, in hundred-thousandths.
    mutating func probability() throws(JSONError) -> Probability {
        guard peek().isDigit else { throw expected("a probability") }
        let first = index
        var units = 0
        while index < end, bytes[index].isDigit {
            units = min(units * 10 + Int(bytes[index] - UInt8(ascii: "0")), 100)
            index += 1
        }
        units *= 100_000
        if index < end, bytes[index] == UInt8(ascii: ".") {
            index += 1
            let point = index
            guard index < end, bytes[index].isDigit else { throw expected("a digit") }
            var weight = 10_000
            while index < end, bytes[index].isDigit {
                let digit = Int(bytes[index] - UInt8(ascii: "0"))
                units += index - point == 5 ? (digit >= 5 ? 1 : 0) : digit * weight
                weight /= 10
                index += 1
            }
        }
        if index < end, bytes[index] | 32 == UInt8(ascii: "e") { units = try exponential(from: first) }
        guard units <= 100_000 else {
            index = first
            throw error("a probability is more than 1")
        }
        return Probability(hundredThousandths: units)
    }

    /// The number from `first` with an exponent, rare as it is, in hundred-thousandths.
    private mutating func exponential(from first: Int) throws(JSONError) -> Int {
        index += 1
        if index < end, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") { index += 1 }
        guard index < end, bytes[index].isDigit else { throw expected("a digit of an exponent") }
        while index < end, bytes[index].isDigit { index += 1 }
        let text = String(decoding: bytes[first..<index], as: UTF8.self)
        guard let value = Double(text), value >= 0, value <= 1 else {
            index = first
            throw error("a probability is more than 1")
        }
        return Int((value * 100_000).rounded())
    }

    /// Passes over a value of any kind.
    mutating func skipValue() throws(JSONError) {
        var closings: [UInt8] = []
        repeat {
            let byte = peek()
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                guard closings.count < 512 else { throw error("values are nested more than 512 deep") }
                index += 1
                closings.append(byte + 2)
                if peek() != closings.last { try skipKey(in: closings.last) }
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard byte == closings.last else { throw expected("a value") }
                index += 1
                closings.removeLast()
                try skipSeparator(in: closings.last)
            default:
                try skipScalar()
                try skipSeparator(in: closings.last)
            }
        } while !closings.isEmpty
    }

    private mutating func skipKey(in closing: UInt8?) throws(JSONError) {
        guard closing == UInt8(ascii: "}") else { return }
        _ = try string()
        try take(UInt8(ascii: ":"), ":")
    }

    /// After a value within an object or array: a comma and the next key, or what closes it.
    private mutating func skipSeparator(in closing: UInt8?) throws(JSONError) {
        guard let closing, peek() != closing else { return }
        try take(UInt8(ascii: ","), "a comma")
        guard peek() != closing else { throw expected("a value") }
        try skipKey(in: closing)
    }

    private mutating func skipScalar() throws(JSONError) {
        let byte = peek()
        switch byte {
        case UInt8(ascii: "\""): _ = try string()
        case UInt8(ascii: "t"), UInt8(ascii: "f"): _ = try bool()
        case UInt8(ascii: "n"): guard takeWord("null") else { throw expected("a value") }
        case _ where byte.isNumeric:
            let first = index
            while index < end, bytes[index].isNumeric { index += 1 }
            guard Double(String(decoding: bytes[first..<index], as: UTF8.self)) != nil else {
                index = first
                throw expected("a number")
            }
        default: throw expected("a value")
        }
    }
}

/// What is wrong with a line of JSON.
struct JSONError: Error, Equatable {
    /// From 1, in bytes.
    var column: Int
    /// In a few words.
    var what: String
}

extension UInt8 {
    fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

    fileprivate var isNumeric: Bool {
        isDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: "+") || self == UInt8(ascii: ".")
            || self | 32 == UInt8(ascii: "e")
    }
}
