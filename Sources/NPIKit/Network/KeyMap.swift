/// Keys in the plane in which they differ most: their first two principal components.
///
///     let map = KeyMap(memory.keys)
///     map.point(of: memory.keys[0])   // where the first program stands
///     map.share                       // how much of the keys' differences the plane shows
public struct KeyMap: Hashable, Sendable {
    /// A place in the plane.
    public struct Point: Hashable, Sendable {
        /// Along the first component.
        public var x: Float
        /// Along the second.
        public var y: Float

        /// A place.
        public init(x: Float, y: Float) {
            self.x = x
            self.y = y
        }
    }

    /// The part of the keys' variance that the plane shows, 0...1.
    public let share: Float

    private let mean: [Float]
    private let axes: [[Float]]

    /// Finds the plane for `keys`, all of one length.
    public init(_ keys: [[Float]]) {
        let size = keys.first?.count ?? 0
        let mean = (0..<size).map { place in keys.reduce(0) { $0 + $1[place] } / Float(keys.count) }
        var rest = keys.map { key in zip(key, mean).map { $0 - $1 } }
        let total = Self.variance(of: rest)
        var axes: [[Float]] = []
        for _ in 0..<2 {
            let axis = Self.mainAxis(of: rest, size: size)
            axes.append(axis)
            rest = rest.map { key in
                let along = Self.product(key, axis)
                return zip(key, axis).map { $0 - along * $1 }
            }
        }
        self.mean = mean
        self.axes = axes
        share = total > 0 ? min(max(1 - Self.variance(of: rest) / total, 0), 1) : 0
    }

    /// Where `key` stands.
    public func point(of key: [Float]) -> Point {
        let centered = zip(key, mean).map { $0 - $1 }
        return Point(x: Self.product(centered, axes[0]), y: Self.product(centered, axes[1]))
    }

    /// The unit vector along which `keys`, whose mean is 0, differ most, by power iteration. Its largest part is positive,
    /// so that the same keys always give the same map.
    private static func mainAxis(of keys: [[Float]], size: Int) -> [Float] {
        // The longest key is never at a right angle to the axis that is sought, except in cases made for it.
        guard var axis = keys.max(by: { product($0, $0) < product($1, $1) }), normalize(&axis) else {
            return Array(repeating: 0, count: size)
        }
        for _ in 0..<200 {
            var next = [Float](repeating: 0, count: size)
            for key in keys {
                let along = product(key, axis)
                for place in next.indices { next[place] += along * key[place] }
            }
            guard normalize(&next) else { break }
            let turned = 1 - abs(product(next, axis))
            axis = next
            // What is left of the turn is less than floats can tell.
            if turned < 1e-7 { break }
        }
        let largest = axis.max { abs($0) < abs($1) } ?? 0
        return largest < 0 ? axis.map { -$0 } : axis
    }

    private static func normalize(_ vector: inout [Float]) -> Bool {
        let length = product(vector, vector).squareRoot()
        guard length > 1e-12 else { return false }
        for place in vector.indices { vector[place] /= length }
        return true
    }

    private static func variance(of keys: [[Float]]) -> Float {
        keys.reduce(0) { $0 + product($1, $1) }
    }

    private static func product(_ left: [Float], _ right: [Float]) -> Float {
        zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
    }
}
