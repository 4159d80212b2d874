/// How positions map to the columns of a timeline, evenly and onto all of them.
package struct TimelineScale: Hashable, Sendable {
    /// How many positions there are, at least one.
    package let positionCount: Int
    /// How many columns there are.
    package let columnCount: Int

    /// A scale of `positionCount` positions on `columnCount` columns.
    package init(positionCount: Int, columnCount: Int) {
        self.positionCount = max(positionCount, 1)
        self.columnCount = max(columnCount, 0)
    }

    /// The column that shows `position`: the first for 0, the last for the last position.
    package func column(of position: Int) -> Int {
        guard positionCount > 1, columnCount > 0 else { return 0 }
        return min(max(position, 0), positionCount - 1) * (columnCount - 1) / (positionCount - 1)
    }

    /// The positions that column `column` shows, which may be none.
    package func positions(of column: Int) -> Range<Int> {
        guard positionCount > 1, columnCount > 1 else { return column == 0 ? 0..<positionCount : 0..<0 }
        let last = positionCount - 1
        let steps = columnCount - 1
        let first = (column * last + steps - 1) / steps
        let next = column == steps ? positionCount : ((column + 1) * last + steps - 1) / steps
        return first..<next
    }
}

/// The marks of a run on the columns of a timeline.
package struct Timeline: Hashable, Sendable {
    /// Which column shows which positions.
    package let scale: TimelineScale
    /// The marks of each column.
    package let marks: [MarkSet]

    /// The column that shows `position`.
    package func column(of position: Int) -> Int { scale.column(of: position) }
}
