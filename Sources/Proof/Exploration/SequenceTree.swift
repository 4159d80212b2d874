import NPIKit

/// What frames of a call can see one after the other, as a tree: each way from its root to a leaf is what one frame sees, from its
/// beginning to its return.
///
/// A network that decides right at every node decides right in every frame of the call, on inputs of every length.
struct SequenceTree {
    /// What is seen, after what was seen before.
    struct Node {
        /// 0 for what a frame sees first.
        var depth: Int
        /// The number of what is seen.
        var seen: Int32
        /// What the programs do then.
        var decision: Decision
    }

    private let graph: SituationGraph
    private let roots: [Int32]

    /// Of the calls with the number `call`.
    init(_ graph: SituationGraph, call: Int32) {
        self.graph = graph
        roots = graph.beginnings[Int(call)]
    }

    /// Whether there are finitely many sequences, as far as the situations tell: no situation can follow on itself.
    var isBounded: Bool {
        // Looked through depth first; a situation that is met again while it is open closes a circle.
        var state: [Int32: Bool] = [:]
        for root in roots where state[root] == nil {
            var path: [(situation: Int32, next: Int)] = [(root, 0)]
            state[root] = true
            while let top = path.last {
                let after = graph.following[Int(top.situation)]
                guard top.next < after.count else {
                    state[top.situation] = false
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                switch state[after[top.next]] {
                case true?: return false
                case false?: break
                case nil:
                    state[after[top.next]] = true
                    path.append((after[top.next], 0))
                }
            }
        }
        return true
    }

    /// Visits every node, each before those below it. To be asked only of a tree that is bounded.
    func forEach(_ visit: (Node) throws -> Void) rethrows {
        try walk(roots, depth: 0, visit)
    }

    /// What is seen first, each with the situations in which it is.
    private func groups(_ situations: [Int32]) -> [(seen: Int32, situations: [Int32])] {
        guard situations.count > 1 else { return situations.map { (graph.seen(in: $0), [$0]) } }
        var bySeen: [Int32: [Int32]] = [:]
        for situation in situations { bySeen[graph.seen(in: situation), default: []].append(situation) }
        return bySeen.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func walk(_ situations: [Int32], depth: Int, _ visit: (Node) throws -> Void) rethrows {
        for group in groups(situations) {
            let move = graph.move(in: group.situations[0])
            try visit(Node(depth: depth, seen: group.seen, decision: move.decision))
            if move.decision == .end { continue }
            var next = group.situations.flatMap { graph.following[Int($0)] }
            if group.situations.count > 1 { next = Array(Set(next)) }
            try walk(next, depth: depth + 1, visit)
        }
    }
}
