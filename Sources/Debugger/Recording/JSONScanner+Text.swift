extension JSONScanner {
    /// A string's text, escapes resolved.
    mutating func text() throws(JSONError) -> String {
        let range = try string()
        return try text(of: range)
    }

    /// The text of the string whose bytes between the quotes are `range`.
    func text(of range: Range<Int>) throws(JSONError) -> String {
        var resolved: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = self[index]
            index += 1
            guard byte == UInt8(ascii: "\\") else {
                resolved.append(byte)
                continue
            }
            let escape = self[index]
            index += 1
            switch escape {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): resolved.append(escape)
            case UInt8(ascii: "b"): resolved.append(8)
            case UInt8(ascii: "f"): resolved.append(12)
            case UInt8(ascii: "n"): resolved.append(10)
            case UInt8(ascii: "r"): resolved.append(13)
            case UInt8(ascii: "t"): resolved.append(9)
            case UInt8(ascii: "u"): resolved += try scalar(at: &index, upTo: range.upperBound)
            default: throw error("a string holds an unknown escape")
            }
        }
        guard let text = String(validating: resolved, as: UTF8.self) else {
            throw error("a string is not UTF-8")
        }
        return text
    }

    /// The UTF-8 bytes of the character whose four hexadecimal digits begin at `index`, a second escape included for
    /// characters beyond the sixteenth bit.
    private func scalar(at index: inout Int, upTo end: Int) throws(JSONError) -> [UInt8] {
        var value = try hexadecimal(at: &index, upTo: end)
        if value >> 10 == 0xD800 >> 10, index + 1 < end, self[index] == UInt8(ascii: "\\"),
            self[index + 1] == UInt8(ascii: "u")
        {
            index += 2
            let low = try hexadecimal(at: &index, upTo: end)
            guard low >> 10 == 0xDC00 >> 10 else { throw error("a string holds half a character") }
            value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
        }
        guard let scalar = Unicode.Scalar(value) else { throw error("a string holds half a character") }
        return Array(String(Character(scalar)).utf8)
    }

    private func hexadecimal(at index: inout Int, upTo end: Int) throws(JSONError) -> UInt32 {
        guard index + 4 <= end else { throw error("a string holds an unknown escape") }
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(self[index])).hexDigitValue else {
                throw error("a string holds an unknown escape")
            }
            value = value << 4 | UInt32(digit)
            index += 1
        }
        return value
    }

    /// Whether the bytes in `range` are `word`.
    @inline(__always)
    func isWord(_ word: StaticString, at range: Range<Int>) -> Bool {
        guard range.count == word.utf8CodeUnitCount else { return false }
        for offset in 0..<range.count where self[range.lowerBound + offset] != word.utf8Start[offset] { return false }
        return true
    }

    /// Whether the bytes in `range` are `name`.
    func isName(_ name: [UInt8], at range: Range<Int>) -> Bool {
        guard range.count == name.count else { return false }
        for offset in 0..<name.count where self[range.lowerBound + offset] != name[offset] { return false }
        return true
    }
}

extension JSONScanner {
    /// Reads a value of any sort and returns it as it stands, without spaces.
    mutating func compactValue() throws(JSONError) -> String {
        _ = peek()
        let start = index
        try skipValue()
        return String(decoding: bytes[start..<index].filter { $0 > 32 }, as: UTF8.self)
    }
}
