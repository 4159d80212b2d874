import Support

/// Versions of a text, each with a few random changes: characters, words and lines that are left out, doubled, exchanged or moved.
public struct TextMutations {
    private let lines: [String]
    private var generator: SeededGenerator

    private static let pieces = [
        " ", "  ", "\t", "\"", "#", "(", ")", ",", ":", "..", "=", "==", "{", "}", "0", "9", "999999999999", "say ",
        "if ", "else",
        "until ", "repeat", "and ", "not ", "program ", "row ", "let x = ", "blank ", "at end ", "as ", "é", "\u{202E}",
        "\u{0}",
    ]

    /// The changes follow from the seed.
    public init(_ text: String, seed: UInt64) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        generator = SeededGenerator(seed: seed)
    }

    /// The next version.
    public mutating func next() -> String {
        var changed = lines
        for _ in 0..<Int.random(in: 1...3, using: &generator) { change(&changed) }
        return changed.joined(separator: "\n")
    }

    private mutating func change(_ lines: inout [String]) {
        guard !lines.isEmpty else { return }
        let (one, other) = (index(of: lines), index(of: lines))
        switch Int.random(in: 0..<9, using: &generator) {
        case 0: lines.remove(at: one)
        case 1: lines.insert(lines[one], at: other)
        case 2: lines.swapAt(one, other)
        case 3: lines[one] = String(repeating: " ", count: Int.random(in: 0...9, using: &generator)) + lines[one]
        case 4: lines[one] = String(lines[one].drop { $0 == " " })
        case 5: lines[one] += ["   # noted", "", "  say \"so\""].randomElement(using: &generator) ?? ""
        case 6:
            // Words of two lines change places.
            var (left, right) = (lines[one].split(separator: " "), lines[other].split(separator: " "))
            guard one != other, !left.isEmpty, !right.isEmpty else { return }
            let (first, second) = (index(of: left), index(of: right))
            (left[first], right[second]) = (right[second], left[first])
            lines[one] = lines[one].prefix { $0 == " " } + left.joined(separator: " ")
            lines[other] = lines[other].prefix { $0 == " " } + right.joined(separator: "  ")
        default:
            var characters = Array(lines[one])
            let place = Int.random(in: 0...characters.count, using: &generator)
            if Bool.random(using: &generator), place < characters.count {
                characters.remove(at: place)
            } else {
                characters.insert(contentsOf: Self.pieces.randomElement(using: &generator) ?? "", at: place)
            }
            lines[one] = String(characters)
        }
    }

    private mutating func index(of list: [some Any]) -> Int { Int.random(in: 0..<list.count, using: &generator) }
}
