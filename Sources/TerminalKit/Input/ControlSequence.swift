/// A control sequence as ECMA-48 (section 5.4) writes it, behind its introducer: `1;5C`.
struct ControlSequence: Hashable {
    /// `<`, `=`, `>` or `?` before the parameters: private sequences, most of which are answers.
    private(set) var marker: UInt8?
    /// The parameters, and the parts of each that colons divide; nil for what is left out.
    private(set) var parameters: [[Int?]] = []
    /// Whether bytes stand before the final one that change its meaning.
    private(set) var isIntermediate = false
    /// The byte that ends it and says what it is.
    let final: UInt8

    /// Reads the bytes behind `ESC [`, of which the last one is the final byte; nil if they are no such sequence.
    init?(_ bytes: [UInt8]) {
        guard let final = bytes.last else { return nil }
        self.final = final
        var rest = bytes.dropLast()
        if let first = rest.first, (0x3C...0x3F).contains(first) {
            marker = first
            rest = rest.dropFirst()
        }
        let digits = rest.prefix { (0x30...0x3B).contains($0) }
        isIntermediate = digits.count < rest.count
        guard !digits.isEmpty else { return }
        parameters = digits.split(separator: 0x3B, omittingEmptySubsequences: false).map { parameter in
            parameter.split(separator: 0x3A, omittingEmptySubsequences: false).map(Self.number)
        }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty else { return nil }
        // Larger numbers mean nothing, and are many digits at most.
        return digits.reduce(0) { min($0 * 10 + Int($1) - 0x30, 1 << 24) }
    }

    /// rxvt ends keys pressed with Shift by a `$`, which elsewhere stands before the end.
    static func endsEarly(_ bytes: [UInt8]) -> Bool {
        bytes.last == 0x24 && bytes.count > 1 && bytes.dropLast().allSatisfy { (0x30...0x39).contains($0) }
    }

    /// A parameter's part; nil where it is left out.
    func number(_ index: Int, part: Int = 0) -> Int? {
        guard parameters.indices.contains(index), parameters[index].indices.contains(part) else { return nil }
        return parameters[index][part]
    }

    /// Whether pasted text follows.
    var isPasteStart: Bool { final == 0x7E && marker == nil && !isIntermediate && parameters == [[200]] }
}
