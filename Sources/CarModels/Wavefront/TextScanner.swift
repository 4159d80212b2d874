import Glibc

/// Reads a text of lines of words, as OBJ and MTL files are: with any line ends, also mixed ones, and lines that go on in the
/// next after a backslash, whether a space stands before it or not.
struct TextScanner {
    private let bytes: [UInt8]
    private var position = 0
    /// The number of the line that is read, from 1.
    private(set) var line = 0
    private var lineEnd = 0
    /// Where the next line begins.
    private var nextStart = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Goes to the next line; false at the end.
    mutating func nextLine() -> Bool {
        position = nextStart
        guard position < bytes.count else { return false }
        line += 1
        findLineEnd()
        return true
    }

    private mutating func findLineEnd() {
        lineEnd = position
        while lineEnd < bytes.count, bytes[lineEnd] != Self.newline, bytes[lineEnd] != Self.carriageReturn {
            lineEnd += 1
        }
        nextStart = lineEnd + 1
        if nextStart < bytes.count, bytes[lineEnd] == Self.carriageReturn, bytes[nextStart] == Self.newline {
            nextStart += 1
        }
    }

    /// The next word of the line, or nil at its end. Comments end a line.
    mutating func nextWord() -> Range<Int>? {
        while true {
            while position < lineEnd, Self.isSpace(bytes[position]) { position += 1 }
            guard position < lineEnd, bytes[position] != Self.hash else {
                position = lineEnd
                return nil
            }
            if goesOn(at: position) {
                continueLine()
                continue
            }
            let start = position
            while position < lineEnd, !Self.isSpace(bytes[position]), bytes[position] != Self.hash,
                !goesOn(at: position)
            { position += 1 }
            return start..<position
        }
    }

    /// Whether a backslash stands at `index` and nothing behind it.
    private func goesOn(at index: Int) -> Bool {
        bytes[index] == Self.backslash && bytes[(index + 1)..<lineEnd].allSatisfy(Self.isSpace)
    }

    private mutating func continueLine() {
        guard nextStart < bytes.count else {
            position = lineEnd
            return
        }
        position = nextStart
        line += 1
        findLineEnd()
    }

    /// The rest of the line without spaces around it, such as a name that may hold some.
    mutating func rest() -> String {
        var rest: [UInt8] = []
        while let last = bytes[position..<lineEnd].lastIndex(where: { !Self.isSpace($0) }) {
            guard goesOn(at: last), nextStart < bytes.count else {
                rest += bytes[position...last]
                break
            }
            rest += bytes[position..<last] + [Self.space]
            continueLine()
        }
        position = lineEnd
        return MeshText.string(rest.drop(while: Self.isSpace))
    }

    /// A word as text.
    func text(_ word: Range<Int>) -> String {
        MeshText.string(bytes[word])
    }

    /// Whether `word` is `name`, which is in lower case, in letters of either case.
    func isWord(_ word: Range<Int>, _ name: StaticString) -> Bool {
        word.count == name.utf8CodeUnitCount
            && word.enumerated().allSatisfy { offset, index in
                let byte = bytes[index]
                let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                return (isCapital ? byte + 32 : byte) == name.utf8Start[offset]
            }
    }

    /// A word as a number; nil if it is none. May be infinite or NaN.
    func number(_ word: Range<Int>) -> Double? {
        // strtod stops at the zero behind the text.
        guard word.count <= 64 else { return Double(text(word)) }
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 65) { buffer in
            for (place, index) in word.enumerated() { buffer[place] = CChar(bitPattern: bytes[index]) }
            buffer[word.count] = 0
            guard let start = buffer.baseAddress else { return nil }
            var end: UnsafeMutablePointer<CChar>?
            let value = strtod(start, &end)
            return end == start + word.count ? value : nil
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

    private static let newline = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
    private static let backslash = UInt8(ascii: "\\")
    private static let hash = UInt8(ascii: "#")
    private static let space = UInt8(ascii: " ")

    /// A space, a tabulator, or a control character, which has no meaning here.
    private static func isSpace(_ byte: UInt8) -> Bool { byte <= space }
}
