/// Sequences of different lengths laid out step after step, so that no row is padding.
///
/// Sequences stand in order of falling length, so that those still running at step t are the first ones. The rows of
/// step t follow those of step t - 1: R rows altogether, the sum of all lengths.
struct PackedSteps {
    /// The sequences' places in what was given, longest first.
    private(set) var order: [Int] = []
    /// How many sequences run at step t.
    private(set) var activeCounts: [Int] = []
    /// The first row of step t.
    private(set) var firstRows: [Int] = []
    /// How many rows there are.
    private(set) var rowCount = 0

    /// How many sequences there are.
    var sequenceCount: Int { order.count }
    /// The longest sequence's length.
    var stepCount: Int { activeCounts.count }

    /// Lays out sequences of these lengths, none of them zero, in the memory that there already is.
    mutating func pack(lengths: [Int]) {
        activeCounts.removeAll(keepingCapacity: true)
        firstRows.removeAll(keepingCapacity: true)
        rowCount = 0
        order = lengths.indices.sorted { (-lengths[$0], $0) < (-lengths[$1], $1) }
        var active = order.count
        for step in 0..<(order.first.map { lengths[$0] } ?? 0) {
            while lengths[order[active - 1]] <= step { active -= 1 }
            firstRows.append(rowCount)
            activeCounts.append(active)
            rowCount += active
        }
    }

    /// The row of the last step of the sequence at `place` in the order, given its length.
    func lastRow(of place: Int, length: Int) -> Int {
        firstRows[length - 1] + place
    }
}
