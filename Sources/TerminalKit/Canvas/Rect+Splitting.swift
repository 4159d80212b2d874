/// How much of a rectangle one part of a split takes.
package enum Extent: Hashable, Sendable {
    /// So many cells, as long as there is room.
    case cells(Int)
    /// A share of what the fixed parts leave, in proportion to the other shares' weights.
    case share(Int)
}

extension Rect {
    /// The rectangle without `horizontal` columns on the left and right and `vertical` rows above and below.
    package func inset(horizontal: Int = 0, vertical: Int = 0) -> Rect {
        inset(left: horizontal, right: horizontal, top: vertical, bottom: vertical)
    }

    /// The rectangle without so many cells on each side. Cutting more than there is leaves an empty rectangle.
    package func inset(left: Int = 0, right: Int = 0, top: Int = 0, bottom: Int = 0) -> Rect {
        let corner = Point(left, top)
        let far = Point(right, bottom)
        let x = min(minX + max(0, corner.x), maxX)
        let y = min(minY + max(0, corner.y), maxY)
        return Rect(x, y, maxX - max(0, far.x) - x, maxY - max(0, far.y) - y)
    }

    /// The first `count` rows, and the rest.
    package func split(top count: Int) -> (top: Rect, rest: Rect) {
        let rows = min(max(0, count), height)
        return (Rect(minX, minY, width, rows), Rect(minX, minY + rows, width, height - rows))
    }

    /// The last `count` rows, and the rest.
    package func split(bottom count: Int) -> (rest: Rect, bottom: Rect) {
        let (rest, bottom) = split(top: height - min(max(0, count), height))
        return (rest, bottom)
    }

    /// The first `count` columns, and the rest.
    package func split(left count: Int) -> (left: Rect, rest: Rect) {
        let columns = min(max(0, count), width)
        return (Rect(minX, minY, columns, height), Rect(minX + columns, minY, width - columns, height))
    }

    /// The last `count` columns, and the rest.
    package func split(right count: Int) -> (rest: Rect, right: Rect) {
        let (rest, right) = split(left: width - min(max(0, count), width))
        return (rest, right)
    }

    /// Row `index` of the rectangle, 0 being its topmost; empty when there is no such row.
    package func row(_ index: Int) -> Rect {
        (0..<height).contains(index) ? Rect(minX, minY + index, width, 1) : Rect(origin: origin, size: .zero)
    }

    /// Parts one below the other. Together with shares they cover the whole height.
    package func rows(_ extents: [Extent]) -> [Rect] {
        Self.spans(extents, of: height).map { Rect(minX, minY + $0.start, width, $0.length) }
    }

    /// Parts side by side. Together with shares they cover the whole width.
    package func columns(_ extents: [Extent]) -> [Rect] {
        Self.spans(extents, of: width).map { Rect(minX + $0.start, minY, $0.length, height) }
    }

    /// A rectangle of `wanted` in the middle of this one, no larger than it.
    package func centered(_ wanted: Size) -> Rect {
        let (columns, rows) = (min(wanted.width, width), min(wanted.height, height))
        return Rect(minX + (width - columns) / 2, minY + (height - rows) / 2, columns, rows)
    }

    /// Fixed parts are served in order; shares then divide the rest, the rounding going to the later ones.
    private static func spans(_ extents: [Extent], of total: Int) -> [(start: Int, length: Int)] {
        var lengths = extents.map { _ in 0 }
        var free = total
        var weights = 0
        for (index, extent) in extents.enumerated() {
            switch extent {
            case .cells(let count):
                lengths[index] = min(max(0, count), free)
                free -= lengths[index]
            case .share(let weight): weights += Size(weight, 0).width
            }
        }
        for case (let index, .share(let weight)) in extents.enumerated() where weights > 0 {
            let share = Size(weight, 0).width
            lengths[index] = free * share / weights
            free -= lengths[index]
            weights -= share
        }
        var start = 0
        return lengths.map { length in
            defer { start += length }
            return (start, length)
        }
    }
}
