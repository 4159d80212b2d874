import Debugger
import Scratchpads
import Support

/// A motion that a tour makes, such as "step 3", "over" or "back over 2".
struct TourMotion: Hashable, Sendable {
    var motion: Motion
    var count = 1
    /// How the file says it.
    var text: String

    /// More steps at once are a slip of the pen.
    private static let largestCount = 1_000_000

    /// The motions in a text, with commas between.
    static func reading(_ node: TourNode) throws(TourError) -> [TourMotion] {
        var motions: [TourMotion] = []
        for part in try node.text("move").split(separator: ",", omittingEmptySubsequences: false) {
            motions.append(try TourMotion(part.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }, node))
        }
        return motions
    }

    private init(_ words: [String], _ node: TourNode) throws(TourError) {
        text = words.joined(separator: " ")
        var words = words[...]
        let isBack = words.first == "back"
        if isBack { words = words.dropFirst() }
        let direction: Motion.Direction = isBack ? .backward : .forward
        let kinds: [String: Motion] = [
            "step": .step(direction), "over": .over(direction), "finish": .finish(direction),
        ]
        if let kind = words.first.flatMap({ kinds[$0] }) {
            motion = kind
            words = words.dropFirst()
        } else if isBack {
            motion = .step(.backward)
        } else {
            let word = words.first ?? ""
            let names = ["step", "over", "finish", "back"]
            throw node.error(
                word.isEmpty
                    ? "move by what? step, over, finish or back"
                    : "there is no motion \(word.prefix(40))\(String(word.prefix(40)).meaning(oneOf: names))")
        }
        guard let last = words.first else { return }
        guard words.count == 1, let count = Int(last), (1...Self.largestCount).contains(count) else {
            throw node.error("\(words.joined(separator: " ").prefix(40)) is no count; write step 3, over or back 2")
        }
        self.count = count
    }
}
