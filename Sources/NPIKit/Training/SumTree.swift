/// Weights of many items: sampling in proportion to them, and their sum, in O(log n) a change.
///
/// Every inner node is the sum of its two children however the weights came there, so that a tree built from a
/// checkpoint's weights is the same to the bit as one that grew.
package struct SumTree: Sendable {
    private var nodes: [Float]
    private let leaves: Int

    /// How many items there are.
    package let count: Int

    /// A tree of `weights`, none negative.
    package init(_ weights: [Float]) {
        count = weights.count
        var leaves = 1
        while leaves < weights.count { leaves *= 2 }
        self.leaves = leaves
        nodes = Array(repeating: 0, count: 2 * leaves)
        for index in weights.indices { nodes[leaves + index] = weights[index] }
        for node in stride(from: leaves - 1, to: 0, by: -1) { nodes[node] = nodes[2 * node] + nodes[2 * node + 1] }
    }

    /// The sum of all weights.
    package var total: Float { nodes[1] }

    /// The weight of item `index`.
    package subscript(index: Int) -> Float {
        get { nodes[leaves + index] }
        set {
            var node = leaves + index
            nodes[node] = newValue
            while node > 1 {
                node /= 2
                nodes[node] = nodes[2 * node] + nodes[2 * node + 1]
            }
        }
    }

    /// The item in which `point`, 0..<1 of the total, falls.
    package func item(at point: Float) -> Int {
        var rest = point * total
        var node = 1
        while node < leaves {
            node *= 2
            if rest >= nodes[node], nodes[node + 1] > 0 {
                rest -= nodes[node]
                node += 1
            }
        }
        return min(node - leaves, count - 1)
    }
}
