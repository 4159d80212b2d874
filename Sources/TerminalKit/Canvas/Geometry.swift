/// A width and a height in cells, never negative.
package struct Size: Hashable, Sendable {
    /// Columns.
    package let width: Int
    /// Rows.
    package let height: Int

    /// Nothing at all.
    package static let zero = Size(0, 0)

    /// Makes a size; negative values count as 0 and absurd ones are cut to a billion.
    package init(_ width: Int, _ height: Int) {
        self.width = min(max(0, width), Point.limit)
        self.height = min(max(0, height), Point.limit)
    }
}

/// A cell's place: `x` columns to the right and `y` rows down from the origin.
package struct Point: Hashable, Sendable {
    /// Coordinates stay within this distance of 0, so that sums of them never overflow.
    static let limit = 1_000_000_000

    /// The column.
    package let x: Int
    /// The row.
    package let y: Int

    /// The top left corner.
    package static let zero = Point(0, 0)

    /// Makes a point; coordinates beyond a billion are cut to it.
    package init(_ x: Int, _ y: Int) {
        self.x = min(max(-Self.limit, x), Self.limit)
        self.y = min(max(-Self.limit, y), Self.limit)
    }

    /// The point `dx` columns to the right and `dy` rows down.
    package func moved(_ dx: Int, _ dy: Int) -> Point {
        let step = Point(dx, dy)
        return Point(x + step.x, y + step.y)
    }
}

/// A rectangle of cells. It may be empty, and may lie outside of any canvas.
package struct Rect: Hashable, Sendable {
    /// The top left corner.
    package let origin: Point
    /// Width and height.
    package let size: Size

    /// A rectangle of `size` at `origin`.
    package init(origin: Point = .zero, size: Size) {
        self.origin = origin
        self.size = size
    }

    /// A rectangle by its corner and its sides.
    package init(_ x: Int, _ y: Int, _ width: Int, _ height: Int) {
        self.init(origin: Point(x, y), size: Size(width, height))
    }

    /// The leftmost column.
    package var minX: Int { origin.x }
    /// The topmost row.
    package var minY: Int { origin.y }
    /// The column after the last.
    package var maxX: Int { origin.x + size.width }
    /// The row after the last.
    package var maxY: Int { origin.y + size.height }
    /// Columns.
    package var width: Int { size.width }
    /// Rows.
    package var height: Int { size.height }
    /// Whether it holds no cell.
    package var isEmpty: Bool { size.width == 0 || size.height == 0 }

    /// Whether `point` lies inside.
    package func contains(_ point: Point) -> Bool {
        point.x >= minX && point.x < maxX && point.y >= minY && point.y < maxY
    }

    /// What both share; empty when they are apart.
    package func intersection(_ other: Rect) -> Rect {
        let (left, top) = (max(minX, other.minX), max(minY, other.minY))
        return Rect(left, top, min(maxX, other.maxX) - left, min(maxY, other.maxY) - top)
    }

    /// The same rectangle moved.
    package func moved(_ dx: Int, _ dy: Int) -> Rect {
        Rect(origin: origin.moved(dx, dy), size: size)
    }
}
