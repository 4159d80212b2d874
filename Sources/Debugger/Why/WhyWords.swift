package import NPIKit
package import Scratchpads

/// What ``Why`` has found, in plain words.
package struct WhyWords: Sendable {
    private let why: Why
    private let world: AnyScratchpad
    private let library: ProgramLibrary

    /// Words for `why`.
    ///
    /// - Parameters:
    ///   - world: Any state of the world: it knows the names of actions.
    ///   - library: The programs of the network that was asked.
    package init(_ why: Why, in world: AnyScratchpad, _ library: ProgramLibrary) {
        self.why = why
        self.world = world
        self.library = library
    }

    /// A decision: "call CARRY", "WRITE OUT 1", "return". Of a call that is not made, arguments that the program does not have are
    /// left out: nothing says what they should be.
    package func deed(_ decision: Decision) -> String {
        guard case .call(let program, let arguments) = decision else { return world.name(of: decision, in: library) }
        let isMade = decision == why.decision
        let count = isMade ? Arguments.count : world.argumentCount(ofProgram: library[program]) ?? Arguments.count
        let kept = (0..<Arguments.count).map { $0 < count ? arguments[$0] : 0 }
        return "call \(world.name(of: .call(program, Arguments(kept[0], kept[1], kept[2])), in: library))"
    }

    /// The smallest change, or that there is none; empty at a mistake, of which is told what would be right.
    package var smallestChange: String {
        guard !why.isMistake else { return "" }
        if let change = why.smallestChange {
            let (cell, option) = (change.cell, change.option)
            return
                "The smallest change: \(cell.name) \(option.name) in place of \(cell.present.name), and it would \(verb(option.decision))."
        }
        let cause = "its program, its arguments and the steps that this frame has made"
        if let occlusion = why.occlusion, occlusion.changeCount > 0 {
            return "No other \(Self.list(why.cells.map(\.name), "or")) changes this, but the image does."
        }
        return "No single change of what is seen changes this: it follows from \(cause)."
    }

    /// At a mistake: what would be right, how likely that is to the network, and which single change would bring it. Empty
    /// where the network is right, or nobody knows.
    package var correction: String {
        guard why.isMistake, let right = why.right else { return "" }
        let head = "Right is \(deed(right)) (\(Probability(why.rightProbability).text) as a whole)"
        guard let change = why.correction else {
            return why.cells.isEmpty ? "\(head)." : "\(head); no single change of what is seen brings it."
        }
        return
            "\(head); \(change.cell.name) \(change.option.name) in place of \(change.cell.present.name) would bring it."
    }

    /// Which of what is seen matters.
    package var whatMatters: String {
        let (mattering, others) = (why.cells.filter(\.matters), why.cells.filter { !$0.matters })
        guard !mattering.isEmpty else { return "" }
        let names = Self.list(mattering.map(\.name))
        guard !others.isEmpty else {
            return "\(names) \(["matters", "both matter"].dropFirst(mattering.count - 1).first ?? "all matter")."
        }
        let rest = Self.list(others.map(\.name))
        return
            "\(names) \(mattering.count == 1 ? "matters" : "matter"), \(rest) \(others.count == 1 ? "does" : "do") not."
    }

    /// What covering parts of the image does; nil where there is no image.
    package var image: String? {
        why.occlusion.map { occlusion in
            let patch = "A grey patch of \(Occlusion.patchSide) x \(Occlusion.patchSide) pixels on the image"
            let count = occlusion.changeCount
            let least = Probability(occlusion.leastKept).text
            guard count > 0 else {
                return "\(patch) changes the decision nowhere; the least probability that it leaves is \(least)."
            }
            return "\(patch) changes the decision at \(count) of \(occlusion.placeCount) places."
        }
    }

    /// What the encoder says of the image, and where that is wrong; nil where it says nothing.
    package var reading: String? {
        guard !why.readings.isEmpty else { return nil }
        let said = why.readings.map { "\($0.name) \($0.said) (\(Probability($0.probability).text))" }
        let wrong = why.readings.filter { !$0.isRight }
        let head = "The image encoder says \(Self.list(said))"
        guard !wrong.isEmpty else { return "\(head), which is right." }
        let truth = wrong.map { "\($0.name) is \($0.right) (\(Probability($0.rightProbability).text))" }
        return "\(head); in truth the \(Self.list(truth))."
    }

    private func verb(_ decision: Decision) -> String {
        if case .act = decision { return "do \(deed(decision))" }
        return deed(decision)
    }

    private static func list(_ names: [String], _ word: String = "and") -> String {
        guard names.count > 1 else { return names.joined() }
        return "\(names.dropLast().joined(separator: ", ")) \(word) \(names[names.count - 1])"
    }
}
