import Scratchpads

extension Session {
    /// The marks at `position`, `0...log.count`.
    package func marks(at position: Int) -> MarkSet {
        marks(in: position..<position + 1)
    }

    /// The marks at the positions of `range`. A binary search for each sort of mark.
    package func marks(in range: Range<Int>) -> MarkSet {
        var found = MarkSet()
        for (mark, events) in markLists where !found.contains(mark) && events.intersects(range) {
            found.insert(mark)
        }
        return found
    }

    /// The known part of the line drawn on `columns` columns: the marks of each, for a timeline.
    ///
    /// Column *c* stands for the positions *p* with ``Timeline/column(of:)`` = *c*.
    package func timeline(columns: Int) -> Timeline {
        let scale = TimelineScale(positionCount: log.count + 1, columnCount: columns)
        let lists = markLists
        let marks = (0..<scale.columnCount).map { column in
            var found = MarkSet()
            let positions = scale.positions(of: column)
            for (mark, events) in lists where !found.contains(mark) && events.intersects(positions) {
                found.insert(mark)
            }
            return found
        }
        return Timeline(scale: scale, marks: marks)
    }

    /// How many events with one of `marks` each column of `timeline` has. Two binary searches for each column and sort of mark.
    package func markCounts(of marks: MarkSet, on timeline: Timeline) -> [Int] {
        let lists = markLists.filter { marks.contains($0.mark) }.map(\.events.positions)
        return timeline.marks.indices.map { column in
            let range = timeline.scale.positions(of: column)
            return lists.reduce(0) { $0 + $1.count(upTo: range.upperBound - 1) - $1.count(upTo: range.lowerBound - 1) }
        }
    }

    /// The first known position after `position` with one of `marks`, or nil.
    package func mark(after position: Int, among marks: MarkSet = .all) -> Int? {
        markLists.compactMap { marks.contains($0.mark) ? $0.events.next(after: position) : nil }.min()
    }

    /// The last position before `position` with one of `marks`, or nil.
    package func mark(before position: Int, among marks: MarkSet = .all) -> Int? {
        markLists.compactMap { marks.contains($0.mark) ? $0.events.previous(before: position) : nil }.max()
    }

    /// How often breakpoint `id` matches: up to the position, and on the whole known line.
    package func occurrences(of id: StopPoint.ID) -> (before: Int, known: Int) {
        guard let breakpoint = stopPoints[id] else { return (0, 0) }
        let positions = stopPoints.matches(of: breakpoint, in: log).positions
        return (positions.count(upTo: position), positions.count)
    }

    private var markLists: [(mark: MarkSet, events: Matches)] {
        let lists: [(mark: MarkSet, events: EventIndex)] = [
            (.mistake, log.mistakes), (.carry, log.actions(.carry)), (.output, log.actions(.output)),
            (.swap, log.actions(.swap)), (.lowConfidence, log.lowConfidence),
            (.bookmark, EventIndex(bookmarks.map(\.step))), (.changed, log.forced),
            (.changed, EventIndex(history.states.edits.map(\.position))),
        ]
        let stops = stopPoints.entries.filter { $0.point.isEnabled && $0.point.spec != nil && !$0.point.isAnyMistake }
        return lists.map { ($0.mark, Matches(positions: $0.events, selection: .all)) }
            + stops.map { (.breakpoint, $0.matches(in: log)) }
    }
}
