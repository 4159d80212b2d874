/// The positions of a run at which a stop point matches, as far as they are known, and which of them count.
struct Matches {
    var positions: EventIndex
    var selection: BreakpointSpec.Selection

    /// The first that counts after `position`, or nil.
    func next(after position: Int) -> Int? {
        guard let ordinal = selection.first(from: positions.count(upTo: position) + 1), ordinal <= positions.count
        else {
            return nil
        }
        return positions[ordinal - 1]
    }

    /// The last that counts before `position`, or nil.
    func previous(before position: Int) -> Int? {
        selection.last(upTo: positions.count(upTo: position - 1)).map { positions[$0 - 1] }
    }

    /// Whether any that counts lies in `range`.
    func intersects(_ range: Range<Int>) -> Bool {
        next(after: range.lowerBound - 1).map { $0 < range.upperBound } ?? false
    }
}
