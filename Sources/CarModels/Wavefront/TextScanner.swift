import Glibc

/// Reads a text of lines of words, as OBJ and MTL files are.
struct TextScanner {
    private let bytes: [UInt8]
    private var position = 0
    /// The number of the line that is read, from 1.
    private(set) var line = 0
    /// Where the line ends; a line that ends in a backslash goes on in the next.
    private var lineEnd = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Goes to the next line; false at the end.
    mutating func nextLine() -> Bool {
        position = line == 0 ? 0 : lineEnd + 1
        guard position < bytes.count else { return false }
        line += 1
        findLineEnd()
        return true
    }

    private mutating func findLineEnd() {
        lineEnd = position
        while lineEnd < bytes.count, bytes[lineEnd] != UInt8(ascii: "\n") { lineEnd += 1 }
    }

    /// The next word of the line, or nil at its end. Comments end a line.
    mutating func nextWord() -> Range<Int>? {
        while true {
            while position < lineEnd, Self.isSpace(bytes[position]) { position += 1 }
            guard position < lineEnd, bytes[position] != UInt8(ascii: "#") else {
                position = lineEnd
                return nil
            }
            if bytes[position] == UInt8(ascii: "\\"), isOnlySpace(from: position + 1), lineEnd < bytes.count {
                position = lineEnd + 1
                line += 1
                findLineEnd()
                continue
            }
            let start = position
            while position < lineEnd, !Self.isSpace(bytes[position]) { position += 1 }
            return start..<position
        }
    }

    private func isOnlySpace(from start: Int) -> Bool {
        bytes[start..<lineEnd].allSatisfy(Self.isSpace)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }

    /// The rest of the line without spaces around it, such as a name that may hold some.
    mutating func rest() -> String {
        var range = position..<lineEnd
        position = lineEnd
        while let first = range.first, Self.isSpace(bytes[first]) { range = range.dropFirst() }
        while let last = range.last, Self.isSpace(bytes[last]) { range = range.dropLast() }
        return String(decoding: bytes[range], as: UTF8.self)
    }

    /// A word as text.
    func text(_ word: Range<Int>) -> String {
        String(decoding: bytes[word], as: UTF8.self)
    }

    /// Whether `word` is `name`.
    func isWord(_ word: Range<Int>, _ name: StaticString) -> Bool {
        word.count == name.utf8CodeUnitCount
            && word.enumerated().allSatisfy { bytes[$0.element] == name.utf8Start[$0.offset] }
    }

    /// A word as a number; nil if it is none. May be infinite or NaN.
    func number(_ word: Range<Int>) -> Float? {
        // strtof stops at the space or line end behind the word, or at the zero behind the text.
        guard word.count <= 64 else { return Float(text(word)) }
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 65) { buffer in
            for (place, index) in word.enumerated() { buffer[place] = CChar(bitPattern: bytes[index]) }
            buffer[word.count] = 0
            guard let start = buffer.baseAddress else { return nil }
            var end: UnsafeMutablePointer<CChar>?
            let value = strtod(start, &end)
            return end == start + word.count ? Float(value) : nil
        }
    }

    /// A part of a word as a whole number of at most nine digits, with a sign or without; nil if it is none.
    func integer(_ part: Range<Int>) -> Int? {
        var digits = part
        guard let first = part.first else { return nil }
        let isNegative = bytes[first] == UInt8(ascii: "-")
        if isNegative || bytes[first] == UInt8(ascii: "+") { digits = digits.dropFirst() }
        guard !digits.isEmpty, digits.count <= 9 else { return nil }
        var value = 0
        for index in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) else { return nil }
            value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
        }
        return isNegative ? -value : value
    }

    /// The parts of a word between slashes.
    func partsBetweenSlashes(_ word: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = word.lowerBound
        for index in word where bytes[index] == UInt8(ascii: "/") {
            parts.append(start..<index)
            start = index + 1
        }
        parts.append(start..<word.upperBound)
        return parts
    }
}
