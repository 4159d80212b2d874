import Scratchpads
import Support

/// The columns of a long environment that are shown.
struct ColumnWindow: Equatable {
    /// The columns in sight.
    let range: Range<Int>
    /// How many columns there are.
    let total: Int

    /// At most `room` of `total` columns around `anchor`, `scroll` columns further to the right.
    ///
    /// Away from the ends the anchor stands in the middle: what is pointed at keeps its place and the columns move past.
    init(total: Int, room: Int, around anchor: Int, scroll: Int = 0) {
        let count = min(max(room, 0), total)
        let start = min(max(anchor - count / 2 + scroll, 0), total - count)
        range = start..<start + count
        self.total = total
    }

    var isCutLeft: Bool { range.lowerBound > 0 }
    var isCutRight: Bool { range.upperBound < total }

    /// Such as "columns 990-1,002 of 3,002"; nil when all are in sight.
    func text(_ noun: String) -> String? {
        guard isCutLeft || isCutRight, !range.isEmpty else { return nil }
        return "\(noun) \((range.lowerBound + 1).grouped)-\(range.upperBound.grouped) of \(total.grouped)"
    }
}

/// Where the environment's pane puts things so that they stand in the middle of it.
func centered(_ length: Int, in room: Int) -> Int { max((room - length) / 2, 0) }
