/// The steps of a batch that are the same as others of it: many runs that begin at once see the same at first.
struct RepeatedSteps: Sendable {
    /// A hash of each different step, and where in the tree of answers its frame is.
    private var hashes: [UInt64] = []
    private var nodes: [UInt32?] = []
    /// Which steps have changed places, so that the different ones stand first.
    private var swaps: [(Int, Int)] = []

    /// Lets the first `count` of `steps` change places until those that are different stand first.
    ///
    /// - Parameters:
    ///   - node: Where in the tree a step's frame is; nil where it is not in it, which makes it different from all others.
    ///   - hash: A hash of a step there.
    /// - Returns: How many are different.
    mutating func gather(
        _ steps: inout [PendingStep], count: Int, node: (PendingStep) -> UInt32?,
        hash: (PendingStep, UInt32?) -> UInt64
    ) -> Int {
        hashes.removeAll(keepingCapacity: true)
        nodes.removeAll(keepingCapacity: true)
        swaps.removeAll(keepingCapacity: true)
        var (next, end) = (0, count)
        while next < end {
            let place = node(steps[next])
            let hash = hash(steps[next], place)
            let isRepeated =
                place != nil
                && hashes.indices.contains {
                    hashes[$0] == hash && nodes[$0] == place && Self.isSame(steps[$0], steps[next])
                }
            if isRepeated {
                end -= 1
                steps.swapAt(next, end)
                swaps.append((next, end))
            } else {
                hashes.append(hash)
                nodes.append(place)
                next += 1
            }
        }
        return end
    }

    /// Puts the steps where they were.
    func putBack(_ steps: inout [PendingStep]) {
        for (left, right) in swaps.reversed() { steps.swapAt(left, right) }
    }

    private static func isSame(_ left: PendingStep, _ right: PendingStep) -> Bool {
        left.program == right.program && left.arguments == right.arguments && left.encoder == right.encoder
            && left.observation.categories == right.observation.categories
    }
}
