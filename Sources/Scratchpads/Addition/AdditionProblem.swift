import NPIKit
import Support

/// Two numbers to be added, as text.
struct AdditionProblem: ProblemKind {
    /// The longest number that is taken, in digits.
    static let digitLimit = 100_000

    let first: String
    let second: String

    init(_ input: [String]) throws(ProblemError) {
        guard input.count == 2 else { throw .wrongCount(.add, found: input.count) }
        for (index, text) in input.enumerated() {
            try Self.check(text, position: index + 1)
        }
        first = input[0]
        second = input[1]
    }

    private static func check(_ text: String, position: Int) throws(ProblemError) {
        guard !text.isEmpty else { throw .empty(.add, position: position) }
        if let wrong = text.first(where: { !("0"..."9").contains($0) || $0.utf8.count > 1 }) {
            let isSign = text.count > 1 && ["-", "+", "−"].contains(wrong) && text.first == wrong
            throw isSign ? .sign(.add, text) : .notADigit(.add, wrong, in: text)
        }
        let count = text.utf8.count
        guard count <= digitLimit else {
            throw .tooLong(.add, position: position, digits: count, limit: digitLimit)
        }
    }

    var expectedOutput: String { schoolbookSum(first, second) }

    func makeWorld() -> AnyScratchpad {
        .addition(AdditionPad(first.utf8.map { $0 - UInt8(ascii: "0") }, second.utf8.map { $0 - UInt8(ascii: "0") }))
    }

    func output(of world: AnyScratchpad) -> String {
        guard case .addition(let pad) = world else { return "" }
        return pad.sum
    }

    /// The sum of the two numbers on the pad, unless one of them has gaps.
    func answer(for world: AnyScratchpad) -> String? {
        guard case .addition(let pad) = world, let first = pad.number(.input1), let second = pad.number(.input2)
        else { return nil }
        return schoolbookSum(first, second)
    }

    /// A column takes at most 8 events for ADD1 with its carry and 6 for LSHIFT; there is one column more than digits,
    /// and ADD itself is called and returns.
    var expertEventBound: Int { (max(first.utf8.count, second.utf8.count) + 1) * 14 + 2 }

    func formula(width: Int, ellipsis: String) -> String {
        joined(by: " + ", width: width, ellipsis: ellipsis)
    }

    func goal(width: Int, ellipsis: String) -> String {
        let (opening, closing) = ("add ", ", column by column from the right")
        let room = width == .max ? width : width - opening.count - closing.count
        return opening + joined(by: " and ", width: room, ellipsis: ellipsis) + closing
    }

    /// Both numbers; the shorter one keeps its digits where it can.
    private func joined(by separator: String, width: Int, ellipsis: String) -> String {
        let counts = (first.utf8.count, second.utf8.count)
        let room = width - separator.count
        guard width < .max, counts.0 + counts.1 > room else { return first + separator + second }
        let half = max(room / 2, 0)
        let (left, right) =
            if counts.0 <= half {
                (counts.0, room - counts.0)
            } else if counts.1 <= half {
                (room - counts.1, counts.1)
            } else {
                (room - half, half)
            }
        return first.shortenedInMiddle(to: left, ellipsis: ellipsis) + separator
            + second.shortenedInMiddle(to: right, ellipsis: ellipsis)
    }
}
